//! `bringup new`: what it makes builds and runs in QEMU, for every MCU there is.

mod common;

use common::{repository, run, scratch};
use firmware_tests::{Firmware, Result};
use std::path::Path;
use std::process::Command;

/// Makes a crate in a folder of its own, builds it and runs it.
fn makes_one_that_runs(mcu: &str) -> Result<()> {
    let folder = scratch(&format!("new-{mcu}"));
    let runtime = repository().join("runtime");
    let name = format!("first-{mcu}");
    let made = run(&folder, &["new", &name, "--mcu", mcu, "--bringup-path", &runtime.to_string_lossy()]);
    assert_eq!((made.code, made.err.as_str()), (0, ""), "{}", made.out);
    let krate = folder.join(&name);

    for clean in [&["check", "--deny", "warnings"][..], &["fmt", "--check"]] {
        let ran = run(&krate, clean);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    }

    let default = ["--check", "--edition", "2024", "--config", "max_width=100,use_small_heuristics=Default"];
    let rustfmt = Command::new("rustfmt").args(default).arg(krate.join("src/main.rs")).output().expect("rustfmt");
    assert!(rustfmt.status.success(), "{}", String::from_utf8_lossy(&rustfmt.stdout));

    let outcome = Firmware::build(&krate.to_string_lossy(), &[])?.run().finish()?;
    assert_eq!(
        outcome.transcript,
        "boots ticks switch i2c1 v3v3 vsens thermometer\n\
         switch of vsens\nbus at 400 kHz\nvsens on\nthermometer at 0x48\nboard is up\n21 degrees Celsius\n"
    );
    assert!(outcome.success);
    Ok(())
}

#[test]
fn a_cortex_m3() -> Result<()> {
    makes_one_that_runs("lm3s6965evb")
}

#[test]
fn a_cortex_m4() -> Result<()> {
    makes_one_that_runs("mps2-an386")
}

#[test]
fn a_risc_v() -> Result<()> {
    makes_one_that_runs("virt")
}

/// So that a new machine gets its test.
#[test]
fn there_are_no_more_of_them() {
    let help = run(Path::new("."), &["new", "--help"]).out;
    let listed: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.contains("Possible values"))
        .filter_map(|line| line.trim().strip_prefix("- ")?.split(':').next())
        .filter(|name| !["text", "json", "auto", "always", "never"].contains(name))
        .collect();
    assert_eq!(listed, ["lm3s6965evb", "mps2-an386", "virt"], "{help}");
}

#[test]
fn a_wrong_path_makes_nothing() {
    let folder = scratch("new-path");
    let refused = run(&folder, &["new", "hub", "--mcu", "virt", "--bringup-path", "nowhere"]);
    assert_eq!((refused.code, refused.err.as_str()), (2, "error: nowhere: there is no such folder\n"));
    assert!(!folder.join("hub").exists());
}

/// The published version is meant unless another one is named.
#[test]
fn by_default_it_depends_on_the_published_crate() {
    let folder = scratch("new-published");
    assert_eq!(run(&folder, &["new", "hub", "--mcu", "virt"]).code, 0);
    let manifest = std::fs::read_to_string(folder.join("hub/Cargo.toml")).expect("the manifest");
    let version = env!("CARGO_PKG_VERSION");
    assert!(manifest.contains(&format!("\nbringup = \"{version}\"\n")), "{manifest}");
    assert!(manifest.contains("\n# bringup = { path ="), "{manifest}");
    assert!(!manifest.contains("{{"), "{manifest}");
}

#[test]
fn it_never_touches_what_is_there() {
    let folder = scratch("new-exists");
    std::fs::create_dir(folder.join("hub")).expect("a folder");
    let refused = run(&folder, &["new", "hub", "--mcu", "virt"]);
    assert_eq!(refused.code, 2);
    assert_eq!(refused.err, "error: hub: it is there already\n");
    assert_eq!(std::fs::read_dir(folder.join("hub")).expect("the folder").count(), 0);
}

#[test]
fn a_name_has_to_be_one_of_a_crate_and_of_a_module() {
    let folder = scratch("new-names");
    for name in
        ["Hub", "1hub", "hub!", "bringup", "semihosting", "riscv-rt", "fn", "self", "r#fn", "parts", "h ub", ".."]
    {
        let refused = run(&folder, &["new", name, "--mcu", "virt"]);
        assert_eq!(refused.code, 2, "{name}: {}", refused.out);
    }
    assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 0, "nothing was made");
    assert_eq!(run(&folder, &["new", "sensor-hub_2", "--mcu", "virt"]).code, 0);
}
