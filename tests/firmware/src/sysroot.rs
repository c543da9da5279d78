//! The library `core` for a target that the compiler comes without, built once: optimised for speed and with bitcode for
//! link-time optimisation, as rustup ships it.
use crate::toolchain::{Toolchain, run};
use crate::{Result, TARGETS, target_dir};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A package whose dependencies are what is wanted.
const PACKAGE: &str = r#"
[package]
name = "nothing"
edition = "2024"

[lib]
path = "lib.rs"

[workspace]

[profile.release]
opt-level = 3
codegen-units = 1
panic = "abort"
"#;

/// The folder for `--sysroot`.
pub(crate) fn find(toolchain: &Toolchain, target: &str) -> Result<PathBuf> {
    let version: String =
        toolchain.version()?.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
    let folder = target_dir().join("sysroot");
    let sysroot = folder.join(version);
    let libraries = |target: &str| sysroot.join("lib/rustlib").join(target).join("lib");
    if !libraries(target).is_dir() {
        // all at a time, as it can be done on several cores
        let wanted = TARGETS.iter().chain([&target]).filter(|target| !libraries(target).is_dir());
        let targets: BTreeSet<&str> = wanted.copied().collect();
        let folder = folder.join("build");
        build(toolchain, &targets, &folder)?;
        for target in targets {
            keep(&folder.join(target).join("release/deps"), &libraries(target))?;
        }
    }
    Ok(sysroot)
}

fn build(toolchain: &Toolchain, targets: &BTreeSet<&str>, folder: &Path) -> Result<()> {
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    // what another version of the compiler has left would be copied too
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(wrong)?;
    fs::write(folder.join("Cargo.toml"), PACKAGE).map_err(wrong)?;
    fs::write(folder.join("lib.rs"), "#![no_std]").map_err(wrong)?;

    let mut cargo = toolchain.cargo("build");
    // rustup's `core` has the functions on memory that a target without a C library needs
    cargo.args(["--release", "--quiet", "-Zbuild-std-features=compiler-builtins-mem"]);
    cargo.args(targets.iter().flat_map(|target| ["--target", target]));
    cargo.current_dir(folder).env("CARGO_TARGET_DIR", folder).env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run(cargo, format_args!("`core` does not build for {targets:?}"))
}

/// Copies what was built.
fn keep(made: &Path, libraries: &Path) -> Result<()> {
    let wrong = |error: std::io::Error| format!("{} to {}: {error}", made.display(), libraries.display());
    // under another name first: a copy that was interrupted is never taken for the whole
    let half = libraries.with_extension("half");
    let _ = fs::remove_dir_all(&half);
    fs::create_dir_all(&half).map_err(wrong)?;
    for file in fs::read_dir(made).map_err(wrong)?.flatten() {
        let name = file.file_name();
        if name.to_string_lossy().ends_with(".rlib") && !name.to_string_lossy().starts_with("libnothing") {
            fs::copy(file.path(), half.join(name)).map_err(wrong)?;
        }
    }
    Ok(fs::rename(&half, libraries).map_err(wrong)?)
}
