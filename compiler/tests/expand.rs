//! The Rust that boards become, formatted. `BLESS=1` writes what is new.

use bringup_compiler::codegen::{Setup, TextTokens, generate, skeleton};
use bringup_compiler::{Broken, Root, compile};
use bringup_dsl::{Diagnostics, NoFiles, SourceMap};
use quote::quote;
use std::path::Path;

fn expand(board: &str, in_file: bool) -> String {
    let mut sources = SourceMap::new(NoFiles);
    let root = sources.add("test.board", board).expect("a small file");
    let mut diagnostics = Diagnostics::default();
    let plan = compile(&mut sources, Root::File(root), &mut diagnostics);
    let setup = Setup { krate: quote!(::bringup), in_file };
    let tokens = match plan {
        Ok(plan) => generate(&plan, &TextTokens(&sources), &setup),
        Err(Broken::Checked(checked)) => skeleton(&checked.model, &TextTokens(&sources), &setup),
        Err(Broken::Unnamed) => panic!("{diagnostics:?}"),
    };
    let file = syn::parse2(tokens.clone()).unwrap_or_else(|error| panic!("{error} in {tokens}"));
    prettyplease::unparse(&file)
}

fn golden(name: &str, in_file: bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expand");
    let board = std::fs::read_to_string(folder.join(name).with_extension("board")).expect("a board");
    let expected = folder.join(name).with_extension("rs");
    let expanded = expand(&board, in_file);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&expected, &expanded).expect("a writable folder");
    }
    let expected = std::fs::read_to_string(expected).unwrap_or_default();
    assert!(expanded == expected, "{name}: run with BLESS=1 and look at the difference");
}

#[test]
fn a_board_with_rails_claims_and_a_deferred_node() {
    golden("hub", false);
}

#[test]
fn an_async_board_in_a_file_of_its_own() {
    golden("waiting", true);
}

#[test]
fn plain_calls_stand_in_tables() {
    golden("table", false);
}

#[test]
fn a_board_that_can_do_without_some_of_it() {
    golden("optional", false);
}

#[test]
fn a_board_whose_nodes_come_up_at_the_same_time() {
    golden("concurrent", false);
}

#[test]
fn a_broken_board_keeps_its_names_and_types() {
    golden("broken", false);
}

#[test]
fn the_same_board_gives_the_same_bytes() {
    let board = include_str!("expand/hub.board");
    assert_eq!(expand(board, true), expand(board, true));
}

/// Every node stands in the boot once, with its guard, wherever the line is cut.
#[test]
fn a_long_line_is_cut_and_complete() {
    for count in [127, 128, 129, 300] {
        let nodes: String = (0..count).map(|n| format!("n{n}: u8 {{ init = make()?; }}")).collect();
        let expanded = expand(&format!("board! {{ board long; error = Error; {nodes} }}"), false);
        for node in 0..count {
            assert_eq!(expanded.matches(&format!("(Node::N{node}, cause)")).count(), 1, "n{node} of {count}");
            assert_eq!(expanded.matches(&format!("undo_n{node}.disarm()")).count(), 1, "n{node} of {count}");
        }
        let calls = (count - 1) / 128;
        assert_eq!(expanded.matches("__boot_all_").count(), 2 * calls, "of {count}");
    }
}

/// What must never be: an expression inside `unsafe`, and a name of ours that the board's own names could mean.
#[test]
fn expressions_stand_in_safe_functions_beside_no_clean_name() {
    for board in [include_str!("expand/hub.board"), include_str!("expand/waiting.board")] {
        let expanded = expand(board, false);
        let user = expanded.split("mod __user {").nth(1).expect("the module of the expressions");
        assert!(!user.contains("unsafe fn"));
        let items = user.lines().filter_map(|line| line.strip_prefix("        pub(super) "));
        for item in items.clone() {
            let name = item.trim_start_matches("async ").split_whitespace().nth(1).expect("a name");
            assert!(name.starts_with("__"), "{item}");
        }
        assert!(items.count() > 5);
    }
}
