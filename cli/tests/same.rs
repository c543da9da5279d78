//! `bringup check` reports exactly what the macro reports: code, words, places, notes and help.
//!
//! The words and places of all golden cases are compared with what the compiler crate renders; a handful of crates are built by
//! cargo, with the real macro, and its messages compared.

mod common;

use bringup_compiler::render::render_one;
use bringup_compiler::{Root, compile};
use bringup_dsl::{Diagnostics, Loader, SourceMap};
use common::{repository, run};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a tool gets of one diagnostic.
#[derive(Debug)]
struct Said {
    code: String,
    title: String,
    /// The first one first.
    places: Vec<Place>,
    /// Notes and help, a line each.
    facts: Vec<String>,
}

/// File, line and column of the start; also the end, where a tool gets that.
#[derive(PartialEq, Eq, Debug)]
struct Place {
    start: String,
    end: Option<String>,
}

impl Said {
    /// `other` is from rustc. That can only point at tokens: where nothing stands, at the one before.
    fn agrees(&self, other: &Said) -> bool {
        let at = |(own, other): (&Place, &Place)| {
            own.start == other.start || (own.end.as_ref() == Some(&own.start) && own.end == other.end)
        };
        let places = self.places.len() == other.places.len() && self.places.iter().zip(&other.places).all(at);
        places && (&self.code, &self.title, &self.facts) == (&other.code, &other.title, &other.facts)
    }
}

/// Each says what the other says, and no more, in whatever order: rustc has one of its own.
fn compare(by_check: Vec<Said>, mut by_macro: Vec<Said>) {
    for said in by_check {
        let found = by_macro.iter().position(|other| said.agrees(other));
        let found = found.unwrap_or_else(|| panic!("the macro does not say\n{said:#?}\nbut\n{by_macro:#?}"));
        by_macro.remove(found);
    }
    assert!(by_macro.is_empty(), "check does not say\n{by_macro:#?}");
}

fn messages(json: &str) -> Vec<Value> {
    let lines = json.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    lines.filter(|line| line["reason"] == "compiler-message").map(|mut line| line["message"].take()).collect()
}

fn place(span: &Value) -> Place {
    // What stands in the library was called from the board.
    let file = span["file_name"].as_str().unwrap_or_default();
    match span["expansion"].get("span").filter(|_| Path::new(file).is_absolute()) {
        Some(call) => place(call),
        None => {
            let at = |line: &str, column: &str| format!("{file}:{}:{}", span[line], span[column]);
            Place { start: at("line_start", "column_start"), end: Some(at("line_end", "column_end")) }
        }
    }
}

/// A message of `bringup check`.
fn of_check(message: &Value) -> Said {
    let children = message["children"].as_array().expect("children");
    let fact = |child: &Value| {
        let (level, text) = (child["level"].as_str().expect("a level"), child["message"].as_str().expect("words"));
        format!("{level}: {text}").lines().map(str::trim).map(str::to_owned).collect::<Vec<String>>()
    };
    Said {
        code: message["code"]["code"].as_str().expect("a code").to_owned(),
        title: message["message"].as_str().expect("a title").to_owned(),
        places: message["spans"].as_array().expect("spans").iter().map(place).collect(),
        facts: children.iter().flat_map(fact).collect(),
    }
}

fn check(folder: &Path, board: &str) -> Vec<Said> {
    let ran = run(folder, &["check", "--format", "json", board]);
    assert!(ran.code < 2, "{board}: {}", ran.err);
    messages(&ran.out).iter().map(of_check).collect()
}

/// Includes of the golden cases, as the macro would name and explain them.
struct Folder(PathBuf);

impl Loader for Folder {
    fn load(&mut self, path: &str, from: &str) -> Result<(String, Vec<u8>), String> {
        let name = Path::new(from).parent().unwrap_or(Path::new("")).join(path);
        let bytes = std::fs::read(self.0.join(&name)).map_err(|_| "there is no such file".to_owned())?;
        Ok((name.to_string_lossy().into_owned(), bytes))
    }
}

#[test]
fn every_golden_case_is_reported_as_the_compiler_reports_it() {
    let mut compared = 0;
    let mut wrong = String::new();
    let cases = std::fs::read_dir(repository().join("tests/cases")).expect("the cases");
    let mut cases: Vec<PathBuf> = cases.map(|case| case.expect("a case").path()).collect();
    cases.sort();
    for case in cases {
        let mut sources = SourceMap::new(Folder(case.clone()));
        let text = std::fs::read_to_string(case.join("input.board")).expect("a board");
        let root = sources.add("input.board", text).expect("a small file");
        let mut diagnostics = Diagnostics::new();
        let clean = compile(&mut sources, Root::File(root), &mut diagnostics).is_ok();

        let ran = run(&case, &["check", "input.board"]);
        let expected: String = diagnostics.iter().map(|diagnostic| render_one(&sources, diagnostic)).collect();
        if ran.out != expected || ran.code != i32::from(!clean) {
            wrong += &format!("--- {}\n{expected}\n+++ bringup check, {}\n{}\n", case.display(), ran.code, ran.out);
        }
        let json = run(&case, &["check", "input.board", "--format", "json"]).out;
        let rendered: String = messages(&json).iter().map(|it| it["rendered"].as_str().expect("words")).collect();
        if expected != rendered {
            wrong += &format!("{}: JSON differs\n{json}", case.display());
        }
        compared += diagnostics.iter().count();
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(compared > 300, "only {compared} diagnostics compared");
}

/// A message of rustc that the macro made, in the same terms. `None` for what rustc says itself.
fn of_macro(message: &Value) -> Option<Said> {
    let text = message["message"].as_str()?;
    let text = text.strip_prefix("evaluation panicked: ").unwrap_or(text);
    let text = match text.strip_prefix("use of deprecated constant ") {
        Some(text) => text.split_once(": ")?.1,
        None => text,
    };
    let mut lines = text.lines();
    let (title, code) = lines.next()?.strip_suffix(']')?.rsplit_once(" [")?;
    let primary = message["spans"].as_array()?.iter().filter(|span| span["is_primary"] == true);
    let mut places: Vec<Place> = primary.map(place).collect();
    // A chain of calls has a note for each further place. Lints and errors of one place have them in their text.
    let children = message["children"].as_array()?;
    let inside =
        children.iter().filter(|child| child["message"].as_str().is_some_and(|text| text.starts_with("inside `")));
    places.extend(inside.flat_map(|child| child["spans"].as_array()).flat_map(|spans| spans.first()).map(place));
    let mut facts: Vec<String> = Vec::new();
    for line in lines.map(str::trim) {
        let mut parts = line.splitn(4, ':');
        let file = parts.next().filter(|file| file.ends_with(".board"));
        match (file, parts.next(), parts.next()) {
            (Some(file), Some(line), Some(column)) => {
                places.push(Place { start: format!("{file}:{line}:{column}"), end: None });
            }
            _ if facts.is_empty() && !line.starts_with("note: ") && !line.starts_with("help: ") => {}
            _ => facts.push(line.to_owned()),
        }
    }
    Some(Said { code: code.to_owned(), title: title.to_owned(), places, facts })
}

fn macro_messages(workspace: &Path, krate: &str) -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--message-format=json", "--manifest-path"])
        .arg(workspace.join(krate).join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("same"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let mut said = messages(&String::from_utf8(output.stdout).expect("UTF-8"));
    said.retain(|message| of_macro(message).is_some());
    assert!(!said.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    said
}

fn macro_says(workspace: &Path, krate: &str) -> Vec<Said> {
    macro_messages(workspace, krate).iter().filter_map(of_macro).collect()
}

/// The crates whose messages `positions.rs` checks word by word, with all their diagnostics in one board.
#[test]
fn the_macro_says_the_same_about_the_crates_of_the_positions_test() {
    let workspace = repository().join("tests/positions");
    for krate in ["broken-cycle", "broken-graph", "broken-power", "lints"] {
        let by_macro = macro_says(&workspace, krate);
        let by_check = check(&workspace, &format!("{krate}/src/hub.board"));
        compare(by_check, by_macro);
    }
}

/// More boards, from the golden cases: one of each code that a text can have which rustc can read.
#[test]
fn the_macro_says_the_same_about_golden_cases() {
    const BOARDS: [&str; 14] = [
        "b0104-property",
        "b0201-in-every-place",
        "b0203-setting",
        "b0204-nodes",
        "b0205-in-a-node",
        "b0207-out-of-range",
        "b0211-in-every-place",
        "b0301-two-independent",
        "b0302-many-on-one-rail",
        "b0303-through-rail",
        "b0401-battery-range",
        "b0403-at-boot",
        "b0501-field-and-whole",
        "b0502-two-sensors",
    ];
    let folder = common::scratch("same-crate");
    std::fs::create_dir(folder.join("src")).expect("a folder");
    let runtime = repository().join("runtime");
    let manifest = format!(
        "[package]\nname = \"same\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         bringup = {{ path = {runtime:?} }}\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
    // The versions that everything else is tested with.
    std::fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock");
    let mut root = String::new();
    for board in BOARDS {
        let case = repository().join("tests/cases").join(board);
        std::fs::copy(case.join("input.board"), folder.join(format!("src/{board}.board"))).expect(board);
        let module = board.replace('-', "_");
        root += &format!("mod {module} {{ bringup::board!(include_str!(\"{board}.board\")); }}\n");
    }
    std::fs::write(folder.join("src/lib.rs"), root).expect("a file");

    let by_macro = macro_says(&folder, ".");
    let by_check: Vec<Said> = BOARDS.iter().flat_map(|board| check(&folder, &format!("src/{board}.board"))).collect();
    let codes: BTreeSet<&str> = by_check.iter().map(|said| said.code.as_str()).collect();
    assert!(codes.len() >= BOARDS.len() - 2, "{codes:?}");
    compare(by_check, by_macro);
}

/// rustc cannot point into a file that a board includes, so the macro writes down what `bringup check` shows.
#[test]
fn the_macro_shows_the_same_of_included_files() {
    let workspace = repository().join("tests/positions");
    let board = "broken-fragment/src/hub.board";
    let by_macro = macro_messages(&workspace, "broken-fragment");
    let ran = run(&workspace, &["check", "--format", "json", board]);
    let by_check = messages(&ran.out);
    assert!(!by_check.is_empty() && by_check.len() == by_macro.len(), "{by_macro:?}\n{}", ran.out);
    for (check, by_macro) in by_check.iter().zip(&by_macro) {
        let text = |message: &Value, field: &str| message[field].as_str().expect("words").to_owned();
        let (title, code) = (text(check, "message"), check["code"]["code"].as_str().expect("a code"));
        let lines = |text: &str| text.lines().skip(1).map(str::trim_end).collect::<Vec<_>>().join("\n");
        assert!(text(by_macro, "message").starts_with(&format!("{title} [{code}]\n")), "{by_macro}");
        assert_eq!(lines(&text(by_macro, "message")), lines(&text(check, "rendered")).trim_end());
    }
}
