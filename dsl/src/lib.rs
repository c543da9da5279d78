//! The `.board` language: text to syntax tree.
//!
#![doc = include_str!("../REFERENCE.md")]

pub mod ast;
mod brackets;
mod code;
mod diagnostic;
mod format;
mod letters;
mod lexer;
mod marks;
mod messages;
mod numbers;
mod parse;
mod repair;
mod source;
mod span;
mod strings;

pub use code::Code;
pub use diagnostic::{Diagnostic, Diagnostics, Label};
pub use format::format;
pub use source::{FileId, Loader, NoFiles, SourceFile, SourceMap};
pub use span::Span;

/// Whether a file keeps to the limits of the language: 1 MiB, brackets 64 deep. If not, that is reported, and nothing
/// else is. Looks at brackets only, so it costs little beside reading the file.
pub fn within_limits(source: &SourceFile, diagnostics: &mut Diagnostics) -> bool {
    let mut found = Diagnostics::new();
    let within = repair::check(source, true, &mut found).is_some();
    let limits = found.iter().filter(|diagnostic| matches!(diagnostic.code, Code::B0106 | Code::B0107));
    limits.for_each(|diagnostic| diagnostics.push(diagnostic.clone()));
    within
}

/// Reads a whole file: `board! { … }`. What cannot be read is reported and left out of the tree.
pub fn parse_file(source: &SourceFile, diagnostics: &mut Diagnostics) -> ast::File {
    parse::file(source, true, diagnostics)
}

/// Reads what stands between the braces of `board! { … }`. What cannot be read is reported and left out of the tree.
pub fn parse_inline(source: &SourceFile, diagnostics: &mut Diagnostics) -> ast::File {
    parse::file(source, false, diagnostics)
}

/// The text of a file called `name`, or why it cannot be one: it is not UTF-8, or too large. `place` is where the
/// file is named: the path in an `include`, or `Span::default()` for the file the compilation starts with.
///
/// # Errors
/// One diagnostic, B0105 or B0106.
#[expect(clippy::result_large_err, reason = "at most one per file, and pushed at once")]
pub fn decode(name: &str, bytes: Vec<u8>, place: Span) -> Result<String, Diagnostic> {
    if bytes.len() > messages::MAX_BYTES {
        return Err(messages::too_large(name, place, bytes.len()));
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
        messages::not_utf8(name, place, offset, line)
    })
}

/// Every token of a text, split as `proc_macro` splits it, in order: a doc comment is the six tokens of
/// `#[doc = "…"]`, all at its place. Comments, and what rustc would not accept, are left out.
pub fn tokens(source: &SourceFile) -> Vec<ast::Token> {
    repair::tokens(&source.text, source.start, source.text.len() as u32)
}
