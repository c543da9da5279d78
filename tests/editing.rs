//! A board while it is being worked on: an edit of the file or of a fragment rebuilds the crate, and an editor that gives
//! the macro no places gets the same module.

use std::path::{Path, PathBuf};
use std::process::Command;

const BOARD: &str = "board! { board hub; include \"soc.board\"; led: u8 { init = make(&mut clocks); } }";
const FRAGMENT: &str = "board! { fragment soc; clocks: u8 { init = 1; } }";
const MAIN: &str = "fn make(clocks: &mut u8) -> u8 { *clocks + 1 }\n\
    bringup::board!(include_str!(\"hub.board\"));\n\
    fn main() {\n\
        let running = hub::Fresh::take(hub::Inputs {}).map(hub::Fresh::boot);\n\
        if let Some(Ok(mut running)) = running { println!(\"led {}\", running.led()); }\n\
    }\n";

/// A crate of its own, in a folder that goes with the target folder.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editing").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("src")).expect("the target folder can be written");
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n[workspace]\n[dependencies]\nbringup.path = {:?}\n",
            runtime.display().to_string()
        );
        let scratch = Scratch(folder);
        scratch.write("Cargo.toml", &manifest);
        // The versions that everything else was built with.
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        std::fs::copy(lock, scratch.0.join("Cargo.lock")).expect("the lock file can be copied");
        scratch.write("src/main.rs", MAIN);
        scratch.write("src/hub.board", BOARD);
        scratch.write("src/soc.board", FRAGMENT);
        scratch
    }

    fn write(&self, file: &str, text: &str) {
        std::fs::write(self.0.join(file), text).expect("a scratch file can be written");
    }

    /// Builds and runs it. What it printed, or what cargo said.
    fn run(&self, editor: bool) -> Result<String, String> {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["run", "--quiet", "--manifest-path"]).arg(self.0.join("Cargo.toml"));
        cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("editing/target"));
        cargo.env_remove("RUST_ANALYZER_INTERNALS_DO_NOT_USE");
        if editor {
            cargo.env("RUST_ANALYZER_INTERNALS_DO_NOT_USE", "this is a test");
        }
        let output = cargo.output().expect("cargo can be run");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
    }
}

#[test]
fn an_edit_of_the_board_or_of_a_fragment_rebuilds() {
    let scratch = Scratch::new("edited");
    assert_eq!(scratch.run(false), Ok("led 2\n".into()));
    scratch.write("src/soc.board", &FRAGMENT.replace("= 1", "= 4"));
    assert_eq!(scratch.run(false), Ok("led 5\n".into()), "the fragment was edited");
    scratch.write("src/hub.board", &BOARD.replace("make(&mut clocks)", "make(&mut clocks) + 10"));
    assert_eq!(scratch.run(false), Ok("led 15\n".into()), "the board was edited");
    scratch.write("src/soc.board", &FRAGMENT.replace("clocks", "clock"));
    let error = scratch.run(false).expect_err("`clocks` is gone");
    assert!(error.contains("unknown label `clocks`") && error.contains("did you mean `clock`?"), "{error}");
}

#[test]
fn an_editor_without_places_gets_the_same_module() {
    let scratch = Scratch::new("edited-blind");
    assert_eq!(scratch.run(true), Ok("led 2\n".into()));
    scratch.write("src/main.rs", &format!("{MAIN}\n"));
    scratch.write("src/hub.board", &BOARD.replace("&mut clocks", "&mut cloks"));
    let error = scratch.run(true).expect_err("`cloks` is no label");
    assert!(error.contains("unknown label `cloks`") && error.contains("did you mean `clocks`?"), "{error}");
    assert!(error.contains("hub.board:1:"), "the place is in the words: {error}");
}
