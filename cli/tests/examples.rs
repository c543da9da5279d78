//! The boards of this repository through every view.

mod common;

use common::{repository, run};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn boards(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("target") {
            found.extend(boards(&path));
        } else if path.extension().is_some_and(|ending| ending == "board") {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_examples_are_clean_and_in_style() {
    let examples = repository().join("examples");
    let checked = run(&examples, &["check", "--deny", "warnings"]);
    assert_eq!((checked.code, checked.out.as_str()), (0, ""), "{}", checked.err);
    let formatted = run(&examples, &["fmt", "--check"]);
    assert_eq!((formatted.code, formatted.out.as_str()), (0, ""), "{}", formatted.err);
}

#[test]
fn every_view_of_every_example() {
    let (mut seen, mut rails, mut nodes) = (0, 0, 0);
    for board in boards(&repository().join("examples")) {
        let text = std::fs::read_to_string(&board).expect("a board");
        if text.contains("    fragment ") {
            continue;
        }
        let (folder, name) = (board.parent().expect("its folder"), board.file_name().expect("its name"));
        let document = |command: &str| {
            let name = name.to_str().expect("plain names");
            let text = run(folder, &[command, name]);
            assert!(text.code == 0 && !text.out.is_empty() && text.err.is_empty(), "{command} {name}: {}", text.err);
            assert!(text.out.lines().all(|line| line == line.trim_end()), "{command} {name}:\n{}", text.out);
            let json = run(folder, &[command, name, "--format", "json"]);
            serde_json::from_str::<Value>(&json.out).unwrap_or_else(|why| panic!("{command} {name}: {why}"))
        };
        let count = |document: &Value, key: &str| document[key].as_array().map_or(0, Vec::len);
        let (order, power) = (document("order"), document("power"));
        nodes += count(&order, "boot") + count(&order, "rest");
        rails += count(&power, "rails");
        assert_eq!(count(&document("graph"), "nodes"), count(&order, "boot") + count(&order, "rest"));
        assert!(count(&document("timeline"), "bars") >= count(&order, "boot"), "{}", board.display());
        assert!(document("expand")["rust"].as_str().is_some_and(|rust| rust.contains("pub mod ")));
        seen += 1;
    }
    assert!(seen >= 9 && nodes > 90 && rails > 12, "{seen} boards, {nodes} nodes, {rails} rails");
}
