//! `bringup expand`.

use crate::args::{Format, OneBoard};
use crate::board::Board;
use crate::message::json;
use crate::terminal::Terminal;
use crate::{Stop, Verdict, report};
use bringup_compiler::codegen::{Setup, TextTokens, generate};
use quote::quote;
use serde::Serialize;
use std::path::Path;

/// Shows the Rust that a board becomes, formatted
///
/// It can stand in place of `board!(include_str!("FILE"))`.
#[derive(clap::Args)]
pub(crate) struct Expand {
    #[command(flatten)]
    board: OneBoard,
}

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    board: &'a str,
    file: &'a str,
    rust: String,
}

impl Expand {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let board = Board::read(&self.board.file)?;
        let format = self.board.shown.format;
        let plan = report::plan(terminal, &board, format)?;
        let file = board.name();
        let setup = Setup { krate: quote!(::bringup), in_file: false };
        let tokens = generate(plan, &TextTokens(&board.sources), &setup);
        let mut parsed: syn::File = syn::parse2(tokens)
            .map_err(|error| Stop::Failure(format!("{file}: some Rust in this board cannot be read: {error}")))?;
        // As if a macro had written it: about that, rustc does not warn.
        for item in &mut parsed.items {
            if let syn::Item::Mod(module) = item {
                module.attrs.push(syn::parse_quote!(#[allow(warnings, clippy::all)]));
            }
        }
        let name = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
        let rust = format!(
            "// What `board!(include_str!({name:?}))` becomes: written by `bringup expand` {}, for reading.\n\
             // The board is the source; a change here is lost.\n\n{}",
            env!("CARGO_PKG_VERSION"),
            prettyplease::unparse(&parsed)
        );
        terminal.print(match format {
            Format::Text => rust,
            Format::Json => json(&Document { schema: 1, board: &plan.model.board.name.name, file, rust }) + "\n",
        })?;
        Ok(Verdict::Good)
    }
}
