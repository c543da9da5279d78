//! Completions and manual pages.

mod common;

use common::{run, run_with, scratch};
use std::path::Path;
use std::process::Command;

const SUBCOMMANDS: [&str; 11] =
    ["check", "explain", "order", "power", "graph", "timeline", "expand", "fmt", "new", "completions", "man"];

#[test]
fn completions_know_every_subcommand() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = run(Path::new("."), &["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        for subcommand in SUBCOMMANDS {
            assert!(ran.out.contains(subcommand), "{shell}: {subcommand}");
        }
        assert!(ran.out.contains("--watch") || ran.out.contains("-l watch"), "{shell}");
    }
    assert_eq!(run(Path::new("."), &["completions", "tcsh"]).code, 2);
}

/// In a real shell.
#[test]
fn bash_completes() {
    let script = run(Path::new("."), &["completions", "bash"]).out;
    let folder = scratch("shell-bash");
    std::fs::write(folder.join("bringup.bash"), script).expect("a file");
    let complete = |words: &str, count: usize| {
        let line = format!(
            ". ./bringup.bash; COMP_WORDS=({words}); COMP_CWORD={count}; COMP_LINE='{words}'; _bringup bringup \
             \"${{COMP_WORDS[$COMP_CWORD]}}\" \"${{COMP_WORDS[$COMP_CWORD-1]}}\"; echo \"${{COMPREPLY[@]}}\""
        );
        let output = Command::new("bash").args(["-c", &line]).current_dir(&folder).output().expect("bash runs");
        String::from_utf8(output.stdout).expect("UTF-8").trim_end().to_owned()
    };
    assert_eq!(complete("bringup exp", 1), "explain expand");
    assert_eq!(complete("bringup order --lo", 2), "--lock --locked");
    assert_eq!(complete("bringup new --mcu m", 3), "mps2-an386");
}

#[test]
fn there_is_a_page_for_everything() {
    let folder = scratch("shell-man");
    let ran = run(&folder, &["man", "pages/man1"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let mut expected: Vec<String> = SUBCOMMANDS.iter().map(|name| format!("bringup-{name}.1")).collect();
    expected.push("bringup.1".to_owned());
    expected.sort();
    let pages = std::fs::read_dir(folder.join("pages/man1")).expect("the pages");
    let mut names: Vec<String> =
        pages.map(|page| page.expect("a page").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, expected);
    for page in names {
        let text = std::fs::read_to_string(folder.join("pages/man1").join(&page)).expect("a page");
        assert!(text.contains(".SH NAME") && text.contains(".SH SYNOPSIS"), "{page}");
    }
    let one = run(&folder, &["man"]);
    assert_eq!(one.out, std::fs::read_to_string(folder.join("pages/man1/bringup.1")).expect("a page"));
    let refused = run_with(&folder, &["man", "pages/man1/bringup.1"], b"");
    assert!(refused.code == 2 && refused.err.starts_with("error: pages/man1/bringup.1: "), "{}", refused.err);
}
