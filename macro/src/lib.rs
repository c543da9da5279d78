//! The procedural macro behind `bringup::board!`: from tokens to text, and from what the compiler makes of it back to tokens.
//!
//! Nothing is decided here. What a board means is in `bringup-compiler`, which the command line uses as well.

mod chain;
mod emit;
mod files;
mod invocation;
mod lints;
mod places;
mod text;

use bringup_compiler::codegen::{Setup, generate, skeleton};
use bringup_compiler::{Broken, Root, compile};
use bringup_dsl::{Diagnostics, SourceMap};
use emit::{compile_error, emit};
use files::Files;
use invocation::{Form, Included, Invocation};
use places::Places;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;
use std::path::Path;
use text::Text;

/// What `bringup::board!` expands to.
#[proc_macro]
pub fn expand(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let expanded = Invocation::parse(input.into()).map(|Invocation { krate, in_file, form }| match form {
        Form::File(file) if in_editor() => read_here(&file, Setup { krate, in_file }),
        Form::File(file) => read_by_rustc(&file, &krate),
        Form::Statements(statements) => inline(statements, Setup { krate, in_file }),
    });
    expanded.unwrap_or_else(|error| error).into()
}

/// rust-analyzer does not load `.board` files, and its tokens have no places.
fn in_editor() -> bool {
    std::env::var_os("RUST_ANALYZER_INTERNALS_DO_NOT_USE").is_some()
}

/// The file form: rustc reads the file and calls us again, with its tokens.
fn read_by_rustc(file: &Included, krate: &TokenStream) -> TokenStream {
    let beside = |path: &String| files::of(file.ends.0).map(|rust| rust.parent().unwrap_or(Path::new("")).join(path));
    let text = path(&file.path).as_ref().and_then(beside).and_then(|path| std::fs::read_to_string(path).ok());
    match text {
        Some(text) if !files::starts_with_board(&text) => {
            let message = "the file does not start with `board! {` [B0109]\n\
                           help: put everything in it between `board! {` and `}`";
            compile_error(file.ends, message)
        }
        _ => invocation::include(file, krate),
    }
}

/// The file form in an editor: all from the text.
fn read_here(file: &Included, setup: Setup) -> TokenStream {
    let here = file.ends.0;
    let Some((path, bytes)) = path(&file.path).and_then(|path| files::find(&path, here)) else {
        return compile_error(file.ends, "this file is not beside the source, where it is looked for in an editor");
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return compile_error(file.ends, "this file is not UTF-8 [B0105]");
    };
    board(Source { path: &path, text, tokens: None, here }, setup)
}

/// The inline form, also that in a file.
fn inline(statements: TokenStream, setup: Setup) -> TokenStream {
    let here = statements.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let path = files::of(here).unwrap_or_else(|| here.file().into());
    let text = Text::new(statements);
    board(Source { path: &path, text: text.text.clone(), tokens: Some(&text), here }, setup)
}

/// The root of a board.
struct Source<'a> {
    path: &'a Path,
    text: String,
    /// What the compiler read, if it did.
    tokens: Option<&'a Text>,
    /// Stands in for what has no place.
    here: Span,
}

fn board(Source { path, text, tokens, here }: Source, setup: Setup) -> TokenStream {
    let files = Files::new(path);
    let mut sources = SourceMap::new(files.clone());
    let Some(root) = sources.add(path.display().to_string(), text) else {
        return compile_error((here, here), "this board is too large [B0106]");
    };
    let mut diagnostics = Diagnostics::new();
    let form = if tokens.is_some() { Root::Inline(root) } else { Root::File(root) };
    let outcome = compile(&mut sources, form, &mut diagnostics);

    let places = Places { sources: &sources, files: &files, root, text: tokens, here };
    let said = emit(&diagnostics, &places);
    let module = match &outcome {
        Ok(plan) => generate(plan, &places, &setup),
        Err(Broken::Checked(model)) => skeleton(model, &places, &setup),
        Err(Broken::Unnamed) => TokenStream::new(),
    };
    let tracked = tokens.map(|_| files.tracked());
    quote!(#said #tracked #module)
}

/// The path in `"path"`, or in a raw string. `None` for anything that has to be evaluated.
fn path(file: &TokenStream) -> Option<String> {
    let mut tokens = file.clone().into_iter();
    let (Some(TokenTree::Literal(literal)), None) = (tokens.next(), tokens.next()) else { return None };
    let literal = literal.to_string();
    let (raw, text) = match literal.strip_prefix('r') {
        Some(text) => (true, text.trim_matches('#')),
        None => (false, literal.as_str()),
    };
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    (raw || !text.contains('\\')).then(|| text.to_owned())
}
