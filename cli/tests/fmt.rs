//! `bringup fmt`: which files are written, and how. What the style is, `bringup-dsl` tests.

mod common;

use common::{run, run_with, with_files};

const UNTIDY: &str = "board!{\nboard b;\nled{\ninit=led();}   // why\n}\n";

fn tidy(text: &str) -> String {
    let ran = run_with(std::path::Path::new("."), &["fmt", "-"], text.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out
}

#[test]
fn standard_input_goes_to_standard_output() {
    let tidied = tidy(UNTIDY);
    assert!(tidied != UNTIDY && tidied.contains("// why") && tidied.lines().count() > 2, "{tidied}");
    assert_eq!(tidy(&tidied), tidied, "nothing is left to do");
    let checked = run_with(std::path::Path::new("."), &["fmt", "--check", "-"], UNTIDY.as_bytes());
    assert!(checked.code == 1 && checked.out.starts_with("--- <stdin>\n+++ formatted\n@@ "), "{}", checked.out);
    let json = run_with(std::path::Path::new("."), &["fmt", "-", "--format", "json"], UNTIDY.as_bytes()).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["files"][0]["text"], tidied);
}

#[test]
fn check_changes_nothing_and_shows_what_would() {
    let folder = with_files("fmt-check", &[("a.board", UNTIDY), ("b.board", &tidy(UNTIDY))]);
    let ran = run(&folder, &["fmt", "--check"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.starts_with("--- a.board\n+++ formatted\n@@ ") && !ran.out.contains("b.board"), "{}", ran.out);
    assert_eq!(std::fs::read_to_string(folder.join("a.board")).expect("a file"), UNTIDY);

    let json: serde_json::Value =
        serde_json::from_str(&run(&folder, &["fmt", "--check", "--format", "json"]).out).expect("JSON");
    assert_eq!((&json["files"][0]["formatted"], &json["files"][1]["formatted"]), (&false.into(), &true.into()));
    assert_eq!(json["files"][0]["diff"], ran.out);

    assert_eq!(run(&folder, &["fmt"]).code, 0);
    assert_eq!(std::fs::read_to_string(folder.join("a.board")).expect("a file"), tidy(UNTIDY));
    let again = run(&folder, &["fmt", "--check"]);
    assert_eq!((again.code, again.out.as_str(), again.err.as_str()), (0, "", ""));
}

#[test]
fn fragments_and_broken_boards_are_formatted_too() {
    let folder = with_files(
        "fmt-broken",
        &[
            ("f.board", "board!{\nfragment f;\nled{init=led();}}"),
            ("b.board", "board!{\nboard b;\nled{after=[&nobody];init=led();}}"),
        ],
    );
    assert_eq!(run(&folder, &["fmt"]).code, 0);
    for file in ["f.board", "b.board"] {
        let text = std::fs::read_to_string(folder.join(file)).expect("a file");
        assert!(text.contains("\n    led"), "{file}: {text}");
    }
}

#[cfg(unix)]
#[test]
fn files_keep_their_permissions_and_links_stay_links() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let folder = with_files("fmt-unix", &[("real/a.board", UNTIDY), ("other.board", &tidy(UNTIDY))]);
    let (real, link) = (folder.join("real/a.board"), folder.join("link.board"));
    std::fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).expect("it is ours");
    symlink("real/a.board", &link).expect("a link");
    let untouched = std::fs::metadata(folder.join("other.board")).expect("a file").ino();

    assert_eq!(run(&folder, &["fmt", "link.board", "other.board"]).code, 0);
    assert!(link.symlink_metadata().expect("it is there").is_symlink());
    assert_eq!(std::fs::read_to_string(&real).expect("a file"), tidy(UNTIDY));
    assert_eq!(std::fs::metadata(&real).expect("a file").permissions().mode() & 0o777, 0o640);
    assert_eq!(std::fs::metadata(folder.join("other.board")).expect("a file").ino(), untouched, "it was not written");
    let left: Vec<_> = std::fs::read_dir(folder.join("real")).expect("the folder").collect();
    assert_eq!(left.len(), 1, "nothing is left beside it: {left:?}");
}

/// A file that nobody may write is not replaced by one that may be, unless whoever asks may do everything.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_files("fmt-readonly", &[("a.board", UNTIDY)]);
    let file = folder.join("a.board");
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o444)).expect("it is ours");
    let may = std::fs::OpenOptions::new().write(true).open(&file).is_ok();
    let ran = run(&folder, &["fmt", "a.board"]);
    if may {
        assert_eq!(ran.code, 0);
    } else {
        assert!(ran.code == 2 && ran.err.starts_with("error: a.board: "), "{}", ran.err);
        assert_eq!(std::fs::read_to_string(&file).expect("a file"), UNTIDY);
    }
    assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o444);
}
