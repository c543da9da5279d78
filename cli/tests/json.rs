//! JSON is what tools expect: diagnostics as those of cargo, everything else one document per run.

mod common;

use cargo_metadata::Message;
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};
use common::{run, with_files};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn boards() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/boards")
}

/// The diagnostics, read by the crate that rust-analyzer and others read them with, and whether the last line says that
/// all is well.
fn read(text: &str) -> (Vec<Diagnostic>, bool) {
    let (mut found, mut success) = (Vec::new(), None);
    for message in Message::parse_stream(text.as_bytes()) {
        match message.expect("a message of cargo") {
            Message::CompilerMessage(message) => found.push(message.message),
            Message::BuildFinished(finished) => success = Some(finished.success),
            other => panic!("not a message of ours: {other:?}"),
        }
    }
    (found, success.expect("the last line"))
}

#[test]
fn diagnostics_are_those_of_cargo() {
    let ran = run(&boards().join("broken"), &["check", "broken.board", "--format", "json"]);
    let (found, success) = read(&ran.out);
    assert!(!success && ran.code == 1 && ran.err.is_empty(), "{}", ran.err);
    let inversion = found.iter().find(|it| it.code.as_ref().is_some_and(|code| code.code == "B0302"));
    let inversion = inversion.expect("the board has one");
    assert_eq!(inversion.level, DiagnosticLevel::Error);
    assert!(inversion.message.starts_with("level inversion: `i2c1` of `core`"));
    let places: Vec<_> =
        inversion.spans.iter().map(|span| (span.line_start, span.column_start, span.is_primary)).collect();
    assert_eq!(places, [(7, 63, true), (7, 25, false), (8, 30, false)]);
    let first = &inversion.spans[0];
    assert_eq!((first.file_name.as_str(), first.label.as_deref()), ("broken.board", Some("`i2c1` borrows `clocks`")));
    let (text, range) = (&first.text[0].text, first.text[0].highlight_start - 1..first.text[0].highlight_end - 1);
    assert_eq!(&text[range], "&mut clocks");
    let board = std::fs::read_to_string(boards().join("broken/broken.board")).expect("the board");
    assert_eq!(&board[first.byte_start as usize..first.byte_end as usize], "&mut clocks");
    assert_eq!(inversion.children[0].level, DiagnosticLevel::Help);
    assert!(inversion.rendered.as_ref().is_some_and(|text| text.starts_with("error[B0302]: level inversion")));
}

#[test]
fn lints_are_warnings_unless_they_are_denied() {
    let lints = boards().join("lints");
    let (found, success) = read(&run(&lints, &["check", "lints.board", "--format", "json"]).out);
    assert!(success && found.len() == 2 && found.iter().all(|it| it.level == DiagnosticLevel::Warning), "{found:?}");
    let denied = run(&lints, &["check", "lints.board", "--format", "json", "--deny", "warnings"]);
    let (found, success) = read(&denied.out);
    assert!(!success && found.iter().all(|it| it.level == DiagnosticLevel::Error), "{found:?}");
    assert!(found.iter().all(|it| it.rendered.as_ref().is_some_and(|text| text.starts_with("error[L"))), "{found:?}");
}

#[test]
fn places_of_several_lines_and_wide_letters() {
    let board = "board! {\n    board wide;\n    rail größe { voltage = /* µ */ 3V; voltage = 3V; }\n    a { init = f(\"\n\u{e9}\"); init = g(1,\r\n2); }\n}\n";
    let folder = with_files("json-wide", &[("wide.board", board)]);
    let (found, _) = read(&run(&folder, &["check", "wide.board", "--format", "json"]).out);
    assert!(!found.is_empty());
    for span in found.iter().flat_map(|it| &it.spans) {
        let lines: Vec<&str> = board.split('\n').map(|line| line.trim_end_matches('\r')).collect();
        assert_eq!(span.text.len(), span.line_end - span.line_start + 1, "{span:?}");
        for (number, text) in (span.line_start..).zip(&span.text) {
            assert_eq!(text.text, lines[number - 1]);
        }
        let text: String = board[..span.byte_start as usize].rsplit('\n').next().unwrap_or_default().into();
        assert_eq!(text.chars().count() + 1, span.column_start, "{span:?}");
        assert_eq!(board[..span.byte_start as usize].matches('\n').count() + 1, span.line_start);
    }
}

/// One document, with the schema that cli/JSON.md describes.
#[test]
fn every_view_is_one_document() {
    let hub = boards().join("hub");
    let commands: &[(&[&str], &[&str])] = &[
        (&["order", "hub.board"], &["board", "boot", "file", "levels", "rest", "schema"]),
        (&["power", "hub.board"], &["board", "file", "rails", "schema"]),
        (
            &["timeline", "hub.board"],
            &["bars", "board", "critical", "file", "lower_bound", "schema", "total", "unknown"],
        ),
        (&["expand", "hub.board"], &["board", "file", "rust", "schema"]),
        (&["explain"], &["codes", "schema"]),
        (&["explain", "B0301"], &["code", "level", "schema", "text", "title"]),
        (
            &["explain", "clocks", "lcd", "-f", "hub.board"],
            &["board", "file", "first", "places", "positions", "rule", "schema", "text", "then"],
        ),
        (&["fmt", "--check", "hub.board"], &["files", "schema"]),
    ];
    let described = std::fs::read_to_string(boards().join("../../JSON.md")).expect("the description");
    for (command, keys) in commands {
        let ran = run(&hub, &[*command, &["--format", "json"]].concat());
        let document: Value = serde_json::from_str(&ran.out).unwrap_or_else(|why| panic!("{command:?}: {why}"));
        let found: Vec<&str> = document.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(found, *keys, "{command:?}");
        assert_eq!(document["schema"], 1);
        for key in all_keys(&document) {
            assert!(described.contains(&format!("`{key}`")), "JSON.md does not describe `{key}` of {command:?}");
        }
    }
    let line = run(&boards().join("broken"), &["check", "broken.board", "--format", "json"]).out;
    for key in line.lines().flat_map(|line| all_keys(&serde_json::from_str(line).expect("JSON"))) {
        assert!(described.contains(&format!("`{key}`")), "JSON.md does not describe `{key}` of a message");
    }
}

fn all_keys(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => {
            fields.iter().flat_map(|(key, value)| [vec![key.clone()], all_keys(value)].concat()).collect()
        }
        Value::Array(items) => items.iter().flat_map(all_keys).collect(),
        _ => Vec::new(),
    }
}
