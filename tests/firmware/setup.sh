#!/usr/bin/env bash
# Installs what the tests need, on Debian and its relatives: QEMU, a compiler for the targets, and Chromium, in which the tests
# of the command open its pages.
#
#   tests/firmware/setup.sh [--with-clippy] [--with-c] [--with-peers]     as root; installs only what is missing
#
# A compiler that has the targets (`rustup target add ...`) is left alone. Otherwise it comes from the distribution,
# with the sources of `core`: nothing is downloaded from rustup's servers, which not every machine can reach.
# --with-clippy adds the distribution's linter, for linting the firmware; --with-c compilers for C, which the size
# benchmark compares with; --with-peers the compilers of devicetrees that the compile-time benchmark does, one of them from PyPI
# into target/peers.
set -euo pipefail

targets=(thumbv6m-none-eabi thumbv7m-none-eabi thumbv7em-none-eabi thumbv7em-none-eabihf riscv32imac-unknown-none-elf)
machines=(qemu-system-arm qemu-system-riscv32)
# the names by which cli/tests/common/devtools.rs looks for one
browsers=(chromium chromium-browser google-chrome google-chrome-stable)

log() { echo "setup: $*" >&2; }

install() {
    if [ "$(id -u)" != 0 ]; then
        log "as root, run: apt-get update && apt-get install -y $*"
        exit 1
    fi
    log "installing $*"
    { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"; } >&2
}

# ---------------------------------------------------------------- QEMU

# URI of the archive that serves suite $1, from the apt entries of this machine (both file formats)
mirror() {
    local file
    for file in /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list /etc/apt/sources.list; do
        if [ -f "$file" ]; then
            cat "$file"
            echo
        fi
    done | sed -e '/^[[:space:]]*#/d' -e 's/^deb[[:space:]]*\[[^]]*\]/deb/' | awk -v suite="$1" '
        found                      { next }
        NF == 0                    { uri = ""; hit = 0 }
        $1 == "deb" && $3 == suite { print $2; found = 1 }
        $1 == "URIs:"              { uri = $2 }
        $1 == "Suites:"            { for (i = 2; i <= NF; i++) if ($i == suite) hit = 1 }
        hit && uri != ""           { print uri; found = 1 }'
}

setup_qemu() {
    local machine missing=0
    for machine in "${machines[@]}"; do
        command -v "$machine" >/dev/null || missing=1
    done
    [ "$missing" = 1 ] || return 0
    local release suite uri
    release=$(. /etc/os-release && echo "${VERSION_CODENAME-}")
    if [ "$release" != bookworm ]; then
        install qemu-system-arm qemu-system-misc
        return
    fi
    # Debian 12 itself has 7.2, which lacks some of the machines' parts
    suite=$release-backports
    if [ -z "$(mirror "$suite")" ]; then
        uri=$(mirror "$release")
        if [ -z "$uri" ]; then
            log "no apt entry for $release: add the suite $suite by hand"
            exit 1
        fi
        if [ "$(id -u)" != 0 ]; then
            log "as root, run: echo 'deb $uri $suite main' >/etc/apt/sources.list.d/$suite.list"
        else
            echo "deb $uri $suite main" >"/etc/apt/sources.list.d/$suite.list"
        fi
    fi
    install -t "$suite" qemu-system-arm qemu-system-misc
}

# ---------------------------------------------------------------- browser

setup_browser() {
    local browser
    for browser in "${browsers[@]}"; do
        if command -v "$browser" >/dev/null; then
            return
        fi
    done
    install chromium
}

# ---------------------------------------------------------------- compiler

has_target() { ls "$(rustc --print target-libdir --target "$1" 2>/dev/null)"/libcore*.rlib >/dev/null 2>&1; }

has_targets() {
    local target
    for target in "${targets[@]}"; do
        has_target "$target" || return 1
    done
}

has_sources() {
    [ -x /usr/bin/cargo ] && [ -x /usr/bin/rustc ] &&
        [ -f "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/core/Cargo.toml" ]
}

# The distribution's compiler needs a linker that rustup's brings along.
has_linker() {
    compgen -c | grep -xE 'rust-lld|lld(-[0-9]+)?' >/dev/null && return
    ls "$(rustc --print sysroot 2>/dev/null)"/lib/rustlib/*/bin/rust-lld >/dev/null 2>&1
}

setup_compiler() {
    has_targets && return
    has_sources || install rustc-web rust-web-src cargo-web
    # of the same LLVM version as the compiler
    has_linker || install "lld-$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')"
}

setup_clippy() {
    # rustup's linter works on what rustup's compiler can build
    has_targets || [ -x /usr/bin/cargo-clippy ] || install rust-web-clippy
}

setup_c() {
    command -v arm-none-eabi-gcc >/dev/null || install gcc-arm-none-eabi
    command -v riscv64-unknown-elf-gcc >/dev/null || install gcc-riscv64-unknown-elf
}

setup_peers() {
    command -v dtc >/dev/null || install device-tree-compiler
    local peers
    peers=$(cd "$(dirname "$0")/../.." && pwd)/target/peers
    "$peers/bin/python" -c 'import devicetree' 2>/dev/null && return
    python3 -c 'import ensurepip, venv' 2>/dev/null || install python3-venv
    python3 -m venv "$peers" && "$peers/bin/pip" install -q devicetree==0.0.2
}

with_clippy=0 with_c=0 with_peers=0
for option in "$@"; do
    case "$option" in
    --with-clippy) with_clippy=1 ;;
    --with-c) with_c=1 ;;
    --with-peers) with_peers=1 ;;
    *)
        sed -n '2,12s/^#\( \|$\)//p' "$0"
        exit 2
        ;;
    esac
done
setup_qemu
setup_compiler
setup_browser
[ "$with_clippy" = 0 ] || setup_clippy
[ "$with_c" = 0 ] || setup_c
[ "$with_peers" = 0 ] || setup_peers
