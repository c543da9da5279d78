//! The procedural macro behind `bringup::board!`: from tokens to text, and from what the compiler makes of it back to tokens.
//!
//! Nothing is decided here. What a board means is in `bringup-compiler`, which the command line uses as well.

mod chain;
mod emit;
mod files;
mod invocation;
mod lints;
mod pen;
mod places;
mod precedence;
mod text;

use bringup_compiler::codegen::{Setup, generate, skeleton};
use bringup_compiler::{Broken, Root, compile};
use bringup_dsl::{Diagnostics, NoFiles, SourceMap, parse_file, within_limits};
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

/// The file form: rustc reads the file and calls us again, with its tokens. Unless that would go wrong: without `board!`
/// around it there is no second call, and brackets that nest very deep crash rustc.
fn read_by_rustc(file: &Included, krate: &TokenStream) -> TokenStream {
    let beside = |path: String| Some(files::of(file.ends.0)?.parent().unwrap_or(Path::new("")).join(path));
    let path = path(&file.path).and_then(beside);
    let text = path.as_ref().and_then(|path| String::from_utf8(files::read(path).ok()?).ok());
    path.zip(text)
        .and_then(|(path, text)| unfit(&path, text, file))
        .unwrap_or_else(|| invocation::include(file, krate))
}

/// What is wrong with a file that rustc should not read.
fn unfit(path: &Path, text: String, file: &Included) -> Option<TokenStream> {
    let shell = files::starts_with_board(&text);
    let mut sources = SourceMap::new(NoFiles);
    let root = sources.add(path.display().to_string(), text)?;
    let mut diagnostics = Diagnostics::new();
    if shell {
        within_limits(sources.file(root), &mut diagnostics);
    } else {
        parse_file(sources.file(root), &mut diagnostics);
    }
    let places = Places { sources: &sources, files: &Files::new(path), root, text: None, here: file.ends };
    (!diagnostics.is_empty()).then(|| emit(&diagnostics, &places))
}

/// The file form in an editor: all from the text.
fn read_here(file: &Included, setup: Setup) -> TokenStream {
    let Some((path, bytes)) = path(&file.path).and_then(|path| files::find(&path, file.ends.0)) else {
        return compile_error(file.ends, "this file is not beside the source, where it is looked for in an editor");
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return compile_error(file.ends, "this file is not UTF-8 [B0105]");
    };
    board(Source { path: &path, text, tokens: None, here: file.ends }, setup)
}

/// The inline form, also that in a file.
fn inline(statements: TokenStream, setup: Setup) -> TokenStream {
    let here = statements.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let path = files::of(here).unwrap_or_else(|| here.file().into());
    let text = Text::new(precedence::explicit(statements));
    board(Source { path: &path, text: text.text.clone(), tokens: Some(&text), here: (here, here) }, setup)
}

/// The root of a board.
struct Source<'a> {
    path: &'a Path,
    text: String,
    /// What the compiler read, if it did.
    tokens: Option<&'a Text>,
    /// Stands in for what has no place.
    here: (Span, Span),
}

fn board(Source { path, text, tokens, here }: Source, setup: Setup) -> TokenStream {
    let files = Files::new(path);
    let mut sources = SourceMap::new(files.clone());
    let Some(root) = sources.add(path.display().to_string(), text) else {
        return compile_error(here, "this board is too large [B0106]");
    };
    let mut diagnostics = Diagnostics::new();
    let form = if tokens.is_some() { Root::Inline(root) } else { Root::File(root) };
    let outcome = compile(&mut sources, form, &mut diagnostics);

    let places = Places { sources: &sources, files: &files, root, text: tokens, here };
    let said = emit(&diagnostics, &places);
    let module = match &outcome {
        Ok(plan) => generate(plan, &places, &setup),
        Err(Broken::Checked(checked)) => skeleton(&checked.model, &places, &setup),
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
