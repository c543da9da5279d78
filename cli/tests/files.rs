//! Files that are no boards, names that are hard to handle, and readers that go away.

mod common;

use common::{bringup, run, run_with, scratch, with_files};
use std::path::Path;
use std::process::Stdio;

const GOOD: &str = "board! {\n    board good;\n\n    led { init = led(); }\n}\n";
const BAD: &str = "board! {\n    board bad;\n\n    led { after = [&nobody]; init = led(); }\n}\n";

/// Every subcommand that reads a board.
const READERS: &[&[&str]] = &[
    &["check"],
    &["order"],
    &["power"],
    &["timeline"],
    &["expand"],
    &["fmt"],
    &["fmt", "--check"],
    &["explain", "a", "b", "-f"],
    &["order", "--lock"],
    &["order", "--locked"],
];

/// Runs every reader on `file`: how it ends, and what it says.
fn all(folder: &Path, file: &str) -> Vec<(String, i32, String)> {
    let ran = READERS.iter().map(|words| {
        let ran = run(folder, &[*words, &[file]].concat());
        (words.join(" "), ran.code, ran.out + &ran.err)
    });
    ran.collect()
}

#[test]
fn what_cannot_be_read_is_a_failure_that_names_the_file() {
    let folder = scratch("files-unreadable");
    std::fs::create_dir(folder.join("folder.board")).expect("a folder");
    for (file, why) in [("no.board", "there is no such file"), ("no/folder.board", "there is no such file")] {
        for (command, code, said) in all(&folder, file) {
            assert_eq!(code, 2, "{command}: {said}");
            assert!(said.starts_with(&format!("error: {file}: {why}")), "{command}: {said}");
        }
    }
    // `check` and `fmt` look into folders.
    for command in [&["order", "folder.board"][..], &["explain", "a", "b", "-f", "folder.board"]] {
        let ran = run(&folder, command);
        assert_eq!((ran.code, ran.err.as_str()), (2, "error: folder.board: it is not a file\n"));
    }
}

#[cfg(unix)]
#[test]
fn neither_devices_nor_what_nobody_may_read_stop_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_files("files-unix", &[("secret.board", GOOD), ("link.board", "")]);
    for device in ["/dev/zero", "/dev/stdin"] {
        for (command, code, said) in all(&folder, device) {
            assert_eq!(code, 2, "{command} {device}: {said}");
            assert!(said.starts_with(&format!("error: {device}: it is not a file\n")), "{command}: {said}");
        }
    }
    std::fs::remove_file(folder.join("link.board")).expect("a file");
    std::os::unix::fs::symlink("link.board", folder.join("link.board")).expect("a link to itself");
    for (command, code, said) in all(&folder, "link.board") {
        assert!(code == 2 && said.starts_with("error: link.board: "), "{command}: {said}");
    }
    std::fs::set_permissions(folder.join("secret.board"), PermissionsExt::from_mode(0o000)).expect("it is ours");
    // Whoever may read everything sees a good board.
    if std::fs::read(folder.join("secret.board")).is_err() {
        for (command, code, said) in all(&folder, "secret.board") {
            assert_eq!(code, 2, "{command}: {said}");
            assert!(said.starts_with("error: secret.board: reading it is not permitted"), "{command}: {said}");
        }
    } else {
        assert_eq!(run(&folder, &["check", "secret.board"]).code, 0);
    }
}

/// 1, and the code of the diagnostic.
fn is_refused(folder: &Path, file: &str, error: &str) {
    for (command, code, said) in all(folder, file) {
        assert_eq!(code, 1, "{command}: {said}");
        assert!(said.contains(error) && said.contains(file), "{command}: {said}");
    }
}

#[test]
fn what_is_no_text_is_an_error_of_the_board() {
    let folder = scratch("files-binary");
    let binary: Vec<u8> = (0..100_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    std::fs::write(folder.join("binary.board"), binary).expect("a file");
    std::fs::write(folder.join("latin.board"), b"board! { board caf\xE9; }").expect("a file");
    std::fs::write(folder.join("utf16.board"), b"\xFF\xFEb\0o\0a\0r\0d\0").expect("a file");
    for file in ["binary.board", "latin.board", "utf16.board"] {
        is_refused(&folder, file, "B0105");
    }
    let ran = run_with(&folder, &["check", "-"], b"board! { \xFF }");
    assert!(ran.code == 1 && ran.out.contains("error[B0105]: `<stdin>` is not UTF-8"), "{}", ran.out);
}

#[test]
fn what_is_too_large_is_an_error_of_the_board() {
    let folder = scratch("files-huge");
    let padded = |size: usize| format!("{GOOD}{}", " ".repeat(size - GOOD.len()));
    std::fs::write(folder.join("most.board"), padded(1 << 20)).expect("a file");
    std::fs::write(folder.join("huge.board"), padded((1 << 20) + 1)).expect("a file");
    assert_eq!(run(&folder, &["check", "most.board"]).code, 0);
    is_refused(&folder, "huge.board", "B0106");
    // So large that it is not read to its end: nearly all of it is a hole.
    let endless = std::fs::File::create(folder.join("endless.board")).expect("a file");
    endless.set_len(1 << 40).expect("a hole");
    for (command, code, said) in all(&folder, "endless.board") {
        assert_eq!(code, 2, "{command}: {said}");
        assert!(said.starts_with("error: endless.board: it has more than 64 MiB"), "{command}: {said}");
    }
    let piped = run_with(&folder, &["check", "-"], &vec![b' '; (64 << 20) + 1]);
    assert!(piped.code == 2 && piped.err.starts_with("error: <stdin>: it has more than 64 MiB"), "{}", piped.err);
}

/// Nothing of this is a board, and none of it a reason to panic.
#[test]
fn odd_texts_are_errors_of_the_board() {
    let deep = format!("board! {{ board b; a {{ init = {}{}; }} }}", "(".repeat(50_000), ")".repeat(50_000));
    let odd = [
        "",
        "\n",
        "\u{feff}",
        "\0",
        "board!",
        "board! {",
        "}",
        "board! { board b; a { init = \"",
        "\u{1b}[31mred",
        "/*",
        "board! { board \u{202e}b; }",
        "board! { board b;\r a {}\r }",
        deep.as_str(),
    ];
    let folder = scratch("files-odd");
    for (number, text) in odd.iter().enumerate() {
        let file = format!("odd{number}.board");
        std::fs::write(folder.join(&file), text).expect("a file");
        for (command, code, said) in all(&folder, &file) {
            // A text that cannot be formatted stays as it is.
            let formats = command.starts_with("fmt") || number == 11;
            assert!(code == 1 || (formats && matches!(code, 0 | 2)), "{command} of {text:?}: {code} {said}");
            assert!(!said.contains("panicked"), "{command} of {text:?}: {said}");
        }
    }
}

#[test]
fn names_may_have_blanks_and_any_letters() {
    let names =
        ["my board.board", "größe µ.board", "板.board", "it's \"quoted\".board", "-dash.board", "new\nline.board"];
    let folder = scratch("files names é");
    for name in names {
        std::fs::write(folder.join(name), BAD).expect("a file");
        let ran = run(&folder, &["check", "--", name]);
        assert_eq!(ran.code, 1, "{name}: {}", ran.err);
        assert!(ran.out.contains(&format!("--> {name}:4:21")), "{name}: {}", ran.out);
        let json = run(&folder, &["check", "--format", "json", "--", name]).out;
        assert!(json.contains(&format!("\"file_name\":{name:?}")), "{name}: {json}");
        std::fs::write(folder.join(name), GOOD).expect("a file");
        assert_eq!(run(&folder, &["order", "--lock", "--", name]).code, 0, "{name}");
        assert_eq!(run(&folder, &["order", "--locked", "--", name]).code, 0, "{name}");
        assert!(folder.join(format!("{name}.lock")).is_file(), "{name}");
    }
    let here = run(&folder, &["check"]);
    assert_eq!((here.code, here.err.as_str()), (0, "checked 6 boards: no errors\n"));
}

#[cfg(unix)]
#[test]
fn a_name_need_not_even_be_text() {
    use std::os::unix::ffi::OsStrExt;
    let folder = scratch("files-bytes");
    let name = std::ffi::OsStr::from_bytes(b"caf\xE9.board");
    std::fs::write(folder.join(name), BAD).expect("a file");
    let output = bringup(&folder).arg("check").arg(name).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("caf\u{fffd}.board:4:21"));
    assert_eq!(run(&folder, &["check"]).code, 1);
}

#[test]
fn includes_are_relative_to_the_file_that_names_them() {
    let folder = with_files(
        "files-includes",
        &[
            (
                "boards/hub.board",
                "board! { board hub; include \"parts/led.board\"; include \"../shared é/key.board\"; }",
            ),
            ("boards/parts/led.board", "board! { fragment led; include \"more/key.board\"; led { init = led(); } }"),
            ("boards/parts/more/key.board", "board! { fragment other; other { init = other(); } }"),
            ("shared é/key.board", "board! { fragment key; key { after = [&nobody]; init = key(); } }"),
        ],
    );
    let ran = run(&folder, &["check", "boards/hub.board"]);
    assert!(ran.out.contains("--> boards/../shared é/key.board:1:40"), "{}{}", ran.out, ran.err);
    let inside = run(&folder.join("boards"), &["check", "hub.board"]);
    assert!(inside.out.contains("--> ../shared é/key.board:1:40"), "{}", inside.out);
    // Fragments are found in folders, and no boards.
    let here = run(&folder, &["check"]);
    assert_eq!(here.err, "checked 1 board: 1 error\n", "{}", here.out);
    // One that nobody includes is not passed over in silence.
    std::fs::write(folder.join("lonely.board"), "board! { fragment lonely; }").expect("a file");
    let here = run(&folder, &["check"]);
    assert!(
        here.err.starts_with("note: lonely.board is a fragment that none of these boards includes\n"),
        "{}",
        here.err
    );
}

#[test]
fn hidden_folders_and_build_output_are_left_out() {
    let folder = with_files(
        "files-folders",
        &[
            ("src/good.board", GOOD),
            (".hidden/bad.board", BAD),
            ("target/bad.board", BAD),
            ("target/CACHEDIR.TAG", ""),
            ("src/notes.txt", BAD),
        ],
    );
    let here = run(&folder, &["check"]);
    assert_eq!((here.code, here.err.as_str()), (0, "checked 1 board: no errors\n"), "{}", here.out);
    assert_eq!(run(&folder, &["check", "target"]).code, 1, "unless they are named");
}

/// The reader reads nothing, and is gone before anything is written.
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let many: String = (0..2_000).map(|at| format!("    n{at} {{ after = [&nobody{at}]; init = f(); }}\n")).collect();
    let good: String = (0..5_000).map(|at| format!("    n{at} {{ init = f(); }}\n")).collect();
    let board = |nodes: &str| format!("board! {{\n    board many;\n{nodes}}}\n");
    let folder = with_files("files-pipes", &[("bad.board", &board(&many)), ("good.board", &board(&good))]);
    let cases: &[(&[&str], i32)] = &[
        (&["check", "bad.board"], 1),
        (&["check", "bad.board", "--format", "json"], 1),
        (&["order", "good.board"], 0),
        (&["order", "good.board", "--format", "json"], 0),
        (&["timeline", "good.board"], 0),
        (&["expand", "good.board"], 0),
        (&["explain"], 0),
        (&["completions", "bash"], 0),
        (&["man"], 0),
    ];
    for (arguments, code) in cases {
        let mut command = bringup(&folder);
        let mut child =
            command.args(*arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(*code), "{arguments:?}: {err}");
        assert!(!err.contains("panicked") && !err.contains("ipe"), "{arguments:?}: {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let folder = with_files("files-full", &[("good.board", GOOD)]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let output = bringup(&folder).args(["order", "good.board"]).stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: standard output: "));
}
