//! Golden folders.

use crate::laws;
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("format");
    let entries = std::fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path());
    let mut cases: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    cases.sort();
    assert!(cases.len() > 5, "only {} cases", cases.len());
    cases
}

/// What is wrong with a case, in words.
fn difference(case: &Path, bless: bool) -> Option<String> {
    let input = std::fs::read_to_string(case.join("input.board")).expect("the input of a case");
    let formatted = match laws::checked(&input) {
        Ok(formatted) => formatted,
        Err(why) => return Some(format!("{}: {why}", case.display())),
    };
    let file = case.join("output.board");
    if bless {
        std::fs::write(&file, &formatted).expect("a case can be written");
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_else(|_| "(no file)".to_owned());
    (expected != formatted).then(|| format!("--- {}\n{expected}\n+++ now\n{formatted}", file.display()))
}

#[test]
fn every_case_comes_out_as_it_did() {
    let bless = std::env::var_os("BLESS").is_some();
    let differences: Vec<String> = cases().iter().filter_map(|case| difference(case, bless)).collect();
    assert!(differences.is_empty(), "{}\n(BLESS=1 accepts)", differences.join("\n"));
}

#[test]
fn the_harness_can_fail() {
    let case = Path::new(env!("CARGO_TARGET_TMPDIR")).join("format-can-fail");
    std::fs::create_dir_all(&case).expect("the target folder can be written");
    let write = |name: &str, text: &str| std::fs::write(case.join(name), text).expect("the folder can be written");
    write("input.board", "board! {  board b; }");
    write("output.board", "board! {  board b; }");
    assert!(difference(&case, false).is_some(), "another output is a difference");
    write("output.board", "board! { board b; }\n");
    assert!(difference(&case, false).is_none());
    std::fs::remove_file(case.join("output.board")).expect("it was there");
    assert!(difference(&case, false).is_some(), "a missing output is a difference");
    std::fs::remove_dir_all(&case).expect("it was there");
}

#[test]
fn beyond_a_limit_nothing_is_touched() {
    let board = |inside: &str| format!("board! {{\nboard  b;\n{inside}\n}}\n");
    let padded = board(&" ".repeat(1 << 20));
    assert_eq!(laws::format(&padded), padded, "too large");
    let grows = board(&"a{b{c{}d=1;}}".repeat(70_000));
    assert_eq!(laws::format(&grows), grows, "it would be too large");
    let large = board(&"a{b{c{}d=1;}}".repeat(7_000));
    assert_ne!(laws::format(&large), large);
    let deep = board(&format!("a {}{}", "{ b ".repeat(70), "}".repeat(70)));
    assert_eq!(laws::format(&deep), deep, "too deep");
    let hopeless = board(&"a b;\n".repeat(200));
    assert_eq!(laws::format(&hopeless), hopeless, "too many errors");
    for text in ["", "\n\n", "// nothing\n", "board  b;", "levels a ,b;", "board!( board  b; );", "fn main( ) { }"] {
        assert_eq!(laws::format(text), text, "not a board");
    }
}
