//! `bringup expand`: what it prints stands in for the macro.

mod common;

use common::{repository, run, scratch};
use std::path::Path;
use std::process::Command;

/// The host example with the expanded board in place of `board!` boots, fails and rolls back as it does with it.
#[test]
fn the_host_example_runs_on_it() {
    let example = repository().join("examples/host/src");
    let folder = scratch("expand-host");
    std::fs::create_dir(folder.join("src")).expect("a folder");
    for file in ["main.rs", "parts.rs", "output.rs"] {
        std::fs::copy(example.join(file), folder.join("src").join(file)).expect(file);
    }
    let expanded = run(&example, &["expand", "station.board"]);
    assert_eq!((expanded.code, expanded.err.as_str()), (0, ""));
    assert!(
        expanded.out.starts_with("// What `board!(include_str!(\"station.board\"))` becomes: "),
        "{}",
        expanded.out
    );
    std::fs::write(folder.join("src/station.rs"), &expanded.out).expect("a file");

    let main = std::fs::read_to_string(folder.join("src/main.rs")).expect("a file");
    let call = "bringup::board!(include_str!(\"station.board\"));";
    assert!(main.contains(call), "{main}");
    std::fs::write(folder.join("src/main.rs"), main.replace(call, "include!(\"station.rs\");")).expect("a file");
    let runtime = repository().join("runtime");
    let manifest = format!(
        "[package]\nname = \"host-example\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         bringup = {{ path = {runtime:?}, features = [\"std\"] }}\ncritical-section = {{ version = \"1\", features = [\"std\"] }}\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
    // The versions that everything else is tested with.
    std::fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock");
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("same"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success() && said.is_empty(), "{said}");
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("same/debug/host-example");
    let transcript = |arguments: &[&str]| {
        let output = Command::new(&program).args(arguments).output().expect("it runs");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let (code, booted) = transcript(&["--boot"]);
    assert!(code == Some(0) && booted.lines().filter(|line| line.contains(" up")).count() > 8, "{booted}");
    let (code, failed) = transcript(&["--fail", "lcd"]);
    assert!(code == Some(1) && failed.contains("FAILS") && failed.contains("down"), "{failed}");
}

#[test]
fn what_is_not_rust_is_said_to_be_so() {
    let folder = common::with_files("expand-odd", &[("x.board", "board! { board x; a { init = 1 +; } }")]);
    let ran = run(&folder, &["expand", "x.board"]);
    assert!(
        ran.code == 2 && ran.err.starts_with("error: x.board: some Rust in this board cannot be read: "),
        "{}",
        ran.err
    );
}
