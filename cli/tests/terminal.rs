//! What is only for a terminal, and what may not get there.

mod common;

use common::{run, with_files};
use std::process::{Command, Stdio};

const BAD: &str = "board! {\n    board bad;\n\n    led { after = [&nobody]; init = led(); }\n}\n";

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let folder = with_files("files-colours", &[("bad.board", BAD)]);
    let coloured = |arguments: &[&str]| run(&folder, arguments).out.contains('\u{1b}');
    assert!(!coloured(&["check", "bad.board"]));
    assert!(!coloured(&["check", "bad.board", "--color", "never"]));
    assert!(coloured(&["check", "bad.board", "--color", "always"]));
    assert!(coloured(&["--color", "always", "explain", "B0301"]));
    assert!(!coloured(&["check", "bad.board", "--color", "always", "--format", "json"]));
}

/// Neither a file nor its name can write to the terminal by way of a message.
#[test]
fn control_characters_are_shown_and_not_obeyed() {
    let board = "board! { board b; \u{1b}]0;title\u{7} \u{202e} \u{9b}31m a {\r} }";
    let name = "odd\u{1b}[31m.board";
    let folder = with_files("files-control", &[(name, board)]);
    for arguments in [&["check", name][..], &["check", name, "--format", "json"], &["check", "no\u{1b}[31m.board"]] {
        let ran = run(&folder, arguments);
        let said = ran.out + &ran.err;
        assert!(ran.code > 0 && (said.contains('\u{fffd}') || said.contains("\\u001b")), "{said}");
        assert!(!said.contains(['\u{1b}', '\u{7}', '\r']), "{said:?}");
        // JSON is no text for a terminal, and has to be exact.
        assert!(arguments.contains(&"json") || !said.contains(['\u{9b}', '\u{202e}']), "{said:?}");
    }
    let coloured = run(&folder, &["check", name, "--color", "always"]).out;
    assert!(coloured.contains("\u{1b}[") && !coloured.contains("\u{1b}]"), "{coloured:?}");
}

/// In a terminal of its own, which `script` makes.
#[cfg(target_os = "linux")]
#[test]
fn in_a_terminal_there_are_colours_and_progress() {
    let folder = with_files("terminal", &[("bad.board", BAD), ("good.board", "board! { board good; }")]);
    let in_terminal = |line: &str, environment: &[(&str, &str)]| {
        let mut command = Command::new("script");
        command.args(["-qec", &line.replace("bringup", env!("CARGO_BIN_EXE_bringup")), "/dev/null"]);
        command.current_dir(&folder).stdin(Stdio::null());
        command.env_remove("NO_COLOR").env("TERM", "xterm").envs(environment.iter().copied());
        String::from_utf8(command.output().expect("bsdutils has `script`").stdout).expect("UTF-8")
    };
    let check = "bringup check bad.board";
    assert!(in_terminal(check, &[]).contains("\u{1b}[31m^^^^"));
    for environment in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let said = in_terminal(check, &[environment]);
        assert!(said.contains("^^^^") && !said.contains("\u{1b}["), "{environment:?}: {said:?}");
    }
    assert!(in_terminal(check, &[("NO_COLOR", "")]).contains("\u{1b}["), "an empty NO_COLOR says nothing");

    // The first board takes its time.
    let said = in_terminal("(sleep 1.1; cat good.board) | bringup check - bad.board", &[]);
    assert!(said.starts_with("checking 2 of 2: bad.board...\r\u{1b}[K"), "{said:?}");
    assert!(!in_terminal("cat good.board | bringup check - bad.board", &[]).contains("checking"));
}
