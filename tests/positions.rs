//! Where messages point: runs cargo on the crates in `positions/` and checks file, line, column, words and underlined
//! text of every span it prints.
//!
//! `BLESS=1 cargo test -p bringup-tests --test positions` writes what is there now.

use serde_json::Value;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("positions")
}

fn name(krate: &Path) -> String {
    krate.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The messages of `cargo check`; also whether it succeeded.
fn check(krate: &Path) -> (bool, Vec<Value>) {
    // One target folder for all, so that the dependencies are built once.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("positions");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--message-format=json", "--manifest-path"])
        .arg(krate.join("Cargo.toml"))
        // Examples and tests of what must be silent; of the others the test profile would say everything twice.
        .args(name(krate).starts_with("ok-").then_some("--all-targets"))
        .env("CARGO_TARGET_DIR", target)
        .env_remove("RUSTFLAGS")
        // As users build. Otherwise rustc says some things once that it says twice with it.
        .env("CARGO_INCREMENTAL", "1")
        .output()
        .expect("cargo can be run");
    let stdout = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
    let mut messages = Vec::new();
    for line in stdout.lines() {
        let mut value: Value = serde_json::from_str(line).expect("cargo prints JSON");
        let ours = value["manifest_path"].as_str().is_some_and(|path| same(path, krate));
        if value["reason"] == "compiler-message" && ours {
            messages.push(value["message"].take());
        }
    }
    let silent = messages.is_empty() && !output.status.success();
    assert!(!silent, "{}", String::from_utf8_lossy(&output.stderr));
    (output.status.success(), messages)
}

fn same(manifest: &str, krate: &Path) -> bool {
    Path::new(manifest).parent().is_some_and(|folder| folder.file_name() == krate.file_name())
}

/// One message with its spans and notes, indented.
fn message(value: &Value, depth: usize, text: &mut String) {
    let words = value["message"].as_str().unwrap_or_default();
    if words.starts_with("aborting due to") || words.starts_with("For more information") {
        return;
    }
    let indent = "  ".repeat(depth);
    let code = value["code"]["code"].as_str().map_or(String::new(), |code| format!("[{code}]"));
    let words = words.trim_end().replace('\n', &format!("\n{indent}    "));
    writeln!(text, "{indent}{}{code}: {words}", value["level"].as_str().unwrap_or_default()).unwrap();
    for span in value["spans"].as_array().into_iter().flatten().filter_map(in_the_crate) {
        let file = span["file_name"].as_str().unwrap_or_default();
        let place = format!("{file}:{}:{}", span["line_start"], span["column_start"]);
        let label = span["label"].as_str().map_or(String::new(), |label| format!(" `{label}`"));
        let mark = if span["is_primary"] == true { "-->" } else { "---" };
        writeln!(text, "{indent}  {mark} {place}{label}: {}", underlined(span)).unwrap();
    }
    for child in value["children"].as_array().into_iter().flatten() {
        message(child, depth + 1, text);
    }
}

/// The span, or where the macro that it lies in was called. `None` for what lies in the standard library for good.
fn in_the_crate(span: &Value) -> Option<&Value> {
    let absolute = span["file_name"].as_str().is_some_and(|file| Path::new(file).is_absolute());
    if !absolute { Some(span) } else { span["expansion"].get("span").and_then(in_the_crate) }
}

/// The source that the span covers; of several lines the first.
fn underlined(span: &Value) -> String {
    let line = &span["text"][0];
    let column = |name: &str| line[name].as_u64().unwrap_or(1) as usize - 1;
    let (start, end) = (column("highlight_start"), column("highlight_end"));
    line["text"].as_str().unwrap_or_default().chars().skip(start).take(end - start).collect()
}

#[test]
fn messages_point_into_the_board_file() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut crates: Vec<PathBuf> =
        std::fs::read_dir(root()).expect("the crates").map(|e| e.expect("a crate").path()).collect();
    crates.retain(|path| path.join("Cargo.toml").is_file());
    crates.sort();
    assert!(!crates.is_empty());
    let mut differences = String::new();
    for krate in crates {
        let (succeeded, messages) = check(&krate);
        let mut found = String::new();
        messages.iter().for_each(|value| message(value, 0, &mut found));
        let name = name(&krate);
        assert!(!name.starts_with("ok-") || (succeeded && found.is_empty()), "{name} must be silent:\n{found}");
        assert!(!name.starts_with("broken-") || !succeeded, "{name} must not compile");
        let file = krate.join("messages.txt");
        if bless {
            std::fs::write(&file, &found).expect("a case can be written");
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        if found != expected {
            write!(differences, "--- {}\n{expected}\n+++ now\n{found}\n", file.display()).unwrap();
        }
    }
    assert!(differences.is_empty(), "{differences}\n(BLESS=1 accepts)");
}

#[test]
fn the_readme_shows_the_real_message() {
    let (_, messages) = check(&root().join("broken-cycle"));
    let rendered = messages[0]["rendered"].as_str().expect("rustc renders it").replace("broken-cycle/src/", "src/");
    let readme = std::fs::read_to_string(root().join("../../README.md")).expect("the README");
    assert!(readme.contains(rendered.trim_end()), "the README should show\n{rendered}");
}

#[test]
fn the_harness_sees_every_span() {
    let json = r#"{"message":"m","level":"error","code":{"code":"E1"},"spans":[{"file_name":"x.board","line_start":2,
        "column_start":3,"is_primary":true,"label":"l","text":[{"text":"abcdef","highlight_start":3,"highlight_end":5}]}],
        "children":[{"message":"n","level":"note","spans":[],"children":[]}]}"#;
    let mut text = String::new();
    message(&serde_json::from_str(json).unwrap(), 0, &mut text);
    assert_eq!(text, "error[E1]: m\n  --> x.board:2:3 `l`: cd\n  note: n\n");
}
