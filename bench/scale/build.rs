//! Writes a board of `NODES` nodes in each way to bring it up, and compiles the C version with gcc for the core.

#[path = "build/mod.rs"]
mod write;

use std::env;
use std::fs;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed=NODES");
    let nodes = env::var("NODES").unwrap_or("16".to_string());
    let Some(nodes) = nodes.parse().ok().filter(|nodes| (4..=64).contains(nodes) && nodes % 4 == 0) else {
        println!("cargo::error=NODES={nodes}: 4 to 64, a multiple of 4");
        return;
    };
    let out = env::var_os("OUT_DIR").expect("cargo says where");
    let out = Path::new(&out);
    for (name, text) in write::all(nodes) {
        if let Err(error) = fs::write(out.join(name), text) {
            println!("cargo::error={name}: {error}");
        }
    }
    #[cfg(feature = "c")]
    c(&out.join("board.c"));
}

#[cfg(feature = "c")]
fn c(source: &Path) {
    let mut gcc = cc::Build::new();
    // What gcc has no header files for needs none: there is no C library.
    gcc.file(source).warnings_into_errors(true).extra_warnings(true).flag("-ffreestanding").debug(false);
    gcc.flag("-fno-asynchronous-unwind-tables");
    if is("OPT_LEVEL", "z") {
        // Newer than the library thinks.
        gcc.flag_if_supported("-Oz");
    }
    if is("CARGO_CFG_TARGET_ARCH", "riscv32") {
        // Rust asks the linker for it only with `-C target-feature=+relax`. It shortens every call by half.
        gcc.flag("-mno-relax");
    }
    if let Err(error) = gcc.try_compile("board") {
        println!("cargo::error={error}");
        println!(
            "cargo::error=feature `c` takes packages gcc-arm-none-eabi and gcc-riscv64-unknown-elf (Debian, Ubuntu)"
        );
    }
}

#[cfg(feature = "c")]
fn is(variable: &str, value: &str) -> bool {
    std::env::var(variable).is_ok_and(|found| found == value)
}
