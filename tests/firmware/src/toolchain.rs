//! A compiler for a bare-metal target: one that has the target installed, else one with library sources.
use crate::{Result, sysroot, target_dir};
use std::env;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How to call Cargo.
pub(crate) struct Toolchain {
    cargo: PathBuf,
    rustc: PathBuf,
    /// Build `core` from its sources.
    build_std: bool,
    /// Where `rust-lld` is, if it is not in `PATH`.
    linker: Option<PathBuf>,
}

impl Toolchain {
    pub(crate) fn find(target: &str) -> Result<Self> {
        let candidates = [("cargo", "rustc"), ("/usr/bin/cargo", "/usr/bin/rustc")];
        let candidates = candidates.map(|(cargo, rustc)| (PathBuf::from(cargo), PathBuf::from(rustc)));
        for (cargo, rustc) in &candidates {
            if has_target(rustc, target) {
                return Ok(Toolchain { cargo: cargo.clone(), rustc: rustc.clone(), build_std: false, linker: None });
            }
        }
        for (cargo, rustc) in &candidates {
            if has_sources(rustc) && runs(cargo) {
                let linker = find_linker(&candidates.each_ref().map(|(_, rustc)| rustc.as_path()))?;
                return Ok(Toolchain { cargo: cargo.clone(), rustc: rustc.clone(), build_std: true, linker });
            }
        }
        Err(format!(
            "no compiler for {target}; install one of\n  \
             rustup target add {target}\n  \
             apt-get install --no-install-recommends rustc-web rust-web-src cargo-web   (Debian 12)\n\
             or run tests/firmware/setup.sh as root"
        )
        .into())
    }

    /// `cargo COMMAND`, for the target.
    pub(crate) fn cargo(&self, command: &str) -> Command {
        let mut cargo = self.plain(command);
        if self.build_std {
            cargo.env("RUSTC_BOOTSTRAP", "1").arg("-Zbuild-std=core,panic_abort");
        }
        cargo
    }

    /// The same with `core` in the form that rustup ships, whatever the profile: built once and not by each build. `flags`
    /// are for the compiler.
    pub(crate) fn cargo_with_sysroot(&self, command: &str, target: &str, flags: &[String]) -> Result<Command> {
        let mut flags = flags.to_vec();
        if self.build_std {
            flags.push(format!("--sysroot={}", sysroot::find(self, target)?.display()));
        }
        let mut cargo = self.plain(command);
        // joins what the folder's own configuration says, as the variable RUSTFLAGS would not
        cargo.arg("--config").arg(format!("target.{target}.rustflags={flags:?}"));
        Ok(cargo)
    }

    /// What the compiler says of its version.
    pub(crate) fn version(&self) -> Result<String> {
        let output = Command::new(&self.rustc).arg("--version").output();
        let output = output.map_err(|error| format!("{}: {error}", self.rustc.display()))?;
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_string())
    }

    fn plain(&self, command: &str) -> Command {
        // Cargo would take the first linter in `PATH`, which may belong to another compiler
        let own_linter = self.cargo.with_file_name("cargo-clippy");
        let program = if command == "clippy" && self.cargo.is_absolute() { &own_linter } else { &self.cargo };
        let mut cargo = Command::new(program);
        // what the outer Cargo or a linter says about the host is not meant for firmware
        for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
            cargo.env_remove(variable);
        }
        for variable in ["CARGO_BUILD_TARGET", "CARGO_BUILD_RUSTFLAGS", "CARGO_MANIFEST_DIR", "RUSTDOC"] {
            cargo.env_remove(variable);
        }
        cargo.env("CARGO", &self.cargo).env("RUSTC", &self.rustc).env("CARGO_TARGET_DIR", target_dir()).arg(command);
        if let Some(linker) = &self.linker {
            let path = env::var_os("PATH").unwrap_or_default();
            let folders = env::split_paths(&path).chain([linker.clone()]);
            cargo.env("PATH", env::join_paths(folders).unwrap_or(path));
        }
        cargo
    }
}

/// Runs Cargo to the end; an error says `failure` and then what Cargo says.
pub(crate) fn run(mut cargo: Command, failure: impl Display) -> Result<()> {
    let output = cargo.output().map_err(|error| format!("{cargo:?}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{failure}\n{}", String::from_utf8_lossy(&output.stderr)).into())
}

fn runs(program: &Path) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

/// What `rustc --print WHAT` prints.
fn print(rustc: &Path, arguments: &[&str]) -> Option<PathBuf> {
    let output = Command::new(rustc).arg("--print").args(arguments).output().ok()?;
    let line = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| PathBuf::from(line.trim_end()))
}

fn has_target(rustc: &Path, target: &str) -> bool {
    let folder = print(rustc, &["target-libdir", "--target", target]).and_then(|path| fs::read_dir(path).ok());
    let mut files = folder.into_iter().flatten().flatten();
    files.any(|file| file.file_name().to_string_lossy().starts_with("libcore"))
}

fn has_sources(rustc: &Path) -> bool {
    let core = Path::new("lib/rustlib/src/rust/library/core/Cargo.toml");
    print(rustc, &["sysroot"]).is_some_and(|sysroot| sysroot.join(core).is_file())
}

fn in_path(wanted: impl Fn(&str) -> bool) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let mut programs: Vec<PathBuf> = env::split_paths(&path)
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flat_map(|files| files.flatten())
        .filter(|file| file.file_name().to_str().is_some_and(&wanted))
        .map(|file| file.path())
        .collect();
    programs.sort();
    programs.pop()
}

/// The distribution's compiler comes without the linker these targets name, `rust-lld`. Rustup's has it, and the
/// distribution's own `lld` is the same program.
fn find_linker(compilers: &[&Path]) -> Result<Option<PathBuf>> {
    if in_path(|name| name == "rust-lld").is_some() {
        return Ok(None);
    }
    let hosts = compilers.iter().filter_map(|rustc| print(rustc, &["target-libdir"]));
    let bundled = hosts.filter_map(|libraries| Some(libraries.parent()?.join("bin")));
    if let Some(folder) = bundled.into_iter().find(|folder| folder.join("rust-lld").is_file()) {
        return Ok(Some(folder));
    }
    let is_version = |name: &str| name.strip_prefix("lld-").is_some_and(|version| version.parse::<u32>().is_ok());
    let lld = in_path(|name| name == "lld").or_else(|| in_path(is_version));
    let lld = lld.ok_or("no linker; apt-get install lld, or run tests/firmware/setup.sh as root".to_string())?;
    let folder = target_dir().join("linker");
    let link = folder.join("rust-lld");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    if !link.exists() {
        // a link to a linker that has been removed since
        let _ = fs::remove_file(&link);
        symlink(&lld, &link).map_err(|error| format!("{}: {error}", link.display()))?;
    }
    Ok(Some(folder))
}

#[cfg(unix)]
fn symlink(original: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(original, link)
}

#[cfg(not(unix))]
fn symlink(original: &Path, link: &Path) -> std::io::Result<()> {
    fs::copy(original, link).map(|_| ())
}
