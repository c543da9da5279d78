//! Golden folders: `cases/NAME/input.board` gives exactly `diagnostics.txt`, and `plan.txt` if it has no errors.
//!
//! `BLESS=1 cargo test -p bringup-tests --test golden` writes what is there now; read the difference before you commit.
//!
//! A folder named `CODE-ok…` is the negative case of that code: a board that comes close and is right.

use bringup_compiler::view;
use bringup_dsl::Code;
use bringup_tests::{Compiled, compile_folder, compile_text};
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path()).collect();
    cases.sort();
    cases
}

fn name(case: &Path) -> String {
    case.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The file that a case should have, and what should stand in it; `None`: there should be no such file.
fn outputs(compiled: &Compiled) -> [(&'static str, Option<String>); 2] {
    [("diagnostics.txt", Some(compiled.rendered())), ("plan.txt", compiled.plan.as_ref().map(view::order))]
}

/// What differs, in words; empty if nothing does.
fn difference(file: &Path, expected: Option<&str>) -> Option<String> {
    let found = std::fs::read_to_string(file).ok();
    if found.as_deref() == expected {
        return None;
    }
    let shown = |text: Option<&str>| text.map_or("(no file)".to_owned(), str::to_owned);
    Some(format!("--- {}\n{}\n+++ now\n{}", file.display(), shown(found.as_deref()), shown(expected)))
}

#[test]
fn every_case_gives_what_it_gave() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut differences = Vec::new();
    for case in cases() {
        for (file, expected) in outputs(&compile_folder(&case)) {
            let file = case.join(file);
            match &expected {
                Some(text) if bless => std::fs::write(&file, text).expect("a case can be written"),
                None if bless => drop(std::fs::remove_file(&file)),
                _ => differences.extend(difference(&file, expected.as_deref())),
            }
        }
    }
    assert!(differences.is_empty(), "{}\n(BLESS=1 accepts)", differences.join("\n"));
}

#[test]
fn every_code_has_a_positive_and_a_negative_case() {
    let mut missing = Vec::new();
    let compiled: Vec<(String, Vec<Code>)> =
        cases().iter().map(|case| (name(case), compile_folder(case).codes())).collect();
    for code in Code::ALL {
        let lower = code.name().to_lowercase();
        if *code == Code::B0106 {
            continue; // a case of its own below, made when it runs: nobody wants a megabyte in the repository
        }
        if !compiled.iter().any(|(_, codes)| codes.contains(code)) {
            missing.push(format!("{code}: no case reports it"));
        }
        let negative =
            |(name, codes): &(String, Vec<Code>)| name.starts_with(&format!("{lower}-ok")) && !codes.contains(code);
        if !compiled.iter().any(negative) {
            missing.push(format!("{code}: no case {lower}-ok… without it"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_file_over_the_limit_is_one_plain_error() {
    let board = "board! { board b; a { } }";
    let padded = |size: usize| format!("{board}{}", " ".repeat(size - board.len()));
    assert_eq!(compile_text(&padded(1 << 20)).codes(), []);
    assert_eq!(compile_text(&padded((1 << 20) + 1)).codes(), [Code::B0106]);
}

#[test]
fn a_case_named_after_a_code_reports_only_that() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (name, codes) = (name(&case), compile_folder(&case).codes());
        let code = name.get(..5).and_then(|code| Code::from_name(&code.to_uppercase()));
        let fits = match code {
            Some(code) if name[5..].starts_with("-ok") => !codes.contains(&code),
            Some(code) => !codes.is_empty() && codes.iter().all(|found| *found == code),
            None => true,
        };
        if !fits {
            wrong.push(format!("{name} gives {codes:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn same_input_same_bytes() {
    for case in cases() {
        let once = outputs(&compile_folder(&case));
        assert!(once == outputs(&compile_folder(&case)), "{} differs from run to run", case.display());
    }
}

#[test]
fn the_harness_can_fail() {
    let folder = tempdir("golden-can-fail");
    let file = folder.join("diagnostics.txt");
    assert!(difference(&file, Some("text")).is_some(), "a missing file is a difference");
    std::fs::write(&file, "text").expect("the folder can be written");
    assert!(difference(&file, Some("text")).is_none());
    assert!(difference(&file, Some("other")).is_some(), "other text is a difference");
    assert!(difference(&file, None).is_some(), "a file that should not be there is a difference");
    assert!(!compile_text("board! { board b; a: A { level = nowhere; init = a(); } }").codes().is_empty());
}

fn tempdir(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// The wrong and right examples of every explanation are what they say.
#[test]
fn explanations_are_true() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let text = code.explain();
        if !text.starts_with(&format!("# {code}: {}\n", code.title())) {
            wrong.push(format!("{code}: heading"));
        }
        if text.lines().count() < 8 {
            wrong.push(format!("{code}: hardly explained"));
        }
        for (kind, board) in examples(text) {
            let compiled = compile_text(&board);
            let fits = match kind.as_str() {
                "wrong" => compiled.codes().contains(code),
                "right" => compiled.codes().is_empty(),
                _ => false,
            };
            if !fits {
                wrong.push(format!("{code}: example `{kind}`\n{board}{}", compiled.rendered()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn examples(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some((info.trim_start_matches("board").trim().to_owned(), String::new())),
            (Some((_, board)), None) => {
                board.push_str(line);
                board.push('\n');
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (None, None) => {}
        }
    }
    found
}

/// The boards that people copy first are right.
#[test]
fn the_boards_in_the_documents_are_clean() {
    for document in ["README.md", "dsl/REFERENCE.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(document);
        let text = std::fs::read_to_string(path).expect("the document");
        let start = text.find("board! {").expect("a board");
        let end = start + text[start..].find("\n}\n").expect("its end") + 3;
        let compiled = compile_text(&text[start..end]);
        assert!(compiled.codes().is_empty(), "{document}\n{}", compiled.rendered());
        assert!(compiled.order().len() >= 3, "{document}: {:?}", compiled.order());
    }
}
