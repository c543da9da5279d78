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
        Err(Broken::Checked(model)) => skeleton(&model, &TextTokens(&sources), &setup),
        Err(Broken::Unnamed) => panic!("{diagnostics:?}"),
    };
    let file = syn::parse2(tokens.clone()).unwrap_or_else(|error| panic!("{error} in {tokens}"));
    prettyplease::unparse(&file)
}

fn golden(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expand");
    let board = std::fs::read_to_string(folder.join(name).with_extension("board")).expect("a board");
    let expected = folder.join(name).with_extension("rs");
    let expanded = expand(&board, false);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&expected, &expanded).expect("a writable folder");
    }
    let expected = std::fs::read_to_string(expected).unwrap_or_default();
    assert!(expanded == expected, "{name}: run with BLESS=1 and look at the difference");
}

#[test]
fn a_board_with_rails_claims_and_a_deferred_node() {
    golden("hub");
}
