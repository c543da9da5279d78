//! One style for `.board` files. It moves white space and nothing else: tokens and comments stay, in their order.
//!
//! The syntax tree says where statements are, and what in them is Rust; the lexer says what stands in between.

mod blocks;
mod lines;
mod outline;
mod scan;
mod spacing;
mod statements;
mod whole;
mod words;

use crate::lexer::{Kind, Lexeme, Lexer, is_space};
use crate::messages::MAX_BYTES;
use crate::{Code, Diagnostics, NoFiles, SourceFile, SourceMap, parse_file, repair};
use blocks::Printer;
use lines::Lines;
use outline::Errors;
use words::Words;

/// Columns that a line has; longer ones are broken where this language, not Rust, stands.
const WIDTH: usize = 100;
/// Columns that a brace indents by.
const INDENT: usize = 4;
/// A file with so many errors is not formatted: more are not even looked for.
const MANY_ERRORS: usize = 100;

/// The text of a whole file, `board! { … }`, in the one style of the language.
///
/// Only white space changes. Each statement has a line of its own, unless what is between two braces is written
/// behind the `{` and fits on its line, 100 columns wide. Rust keeps its own lines, and strings and comments all that
/// is in them. Statements that cannot be read stay as they are. So does a whole file that is over a limit of the
/// language or would be then, has no `board! { … }`, has 100 errors or more, or has errors and would be read in another
/// way if it were laid out in another way.
///
/// Lines end as most lines of the file do. The result is the same if formatted again. Takes time in proportion to the
/// length of the text.
pub fn format(source: &SourceFile) -> String {
    formatted(source).unwrap_or_else(|| source.text.clone())
}

/// `None`: better left alone.
fn formatted(source: &SourceFile) -> Option<String> {
    let words = Words::new(source)?;
    let mut diagnostics = Diagnostics::new();
    let file = parse_file(source, &mut diagnostics);
    if diagnostics.iter().count() >= MANY_ERRORS {
        return None;
    }
    let (statements, errors) = (outline::statements(&file, source), Errors::new(source, &diagnostics));
    let mut printer = Printer { words: &words, errors: &errors, lines: Lines::new(&source.text), raw: None };
    printer.file(statements)?;
    let text = printer.lines.finish();
    // Indentation can make a file too large.
    let fits = text.len() <= MAX_BYTES;
    (fits && is_same(&source.text, &text) && (errors.none || is_read_the_same(source, &text))).then_some(text)
}

/// Whether two texts have the same tokens and comments.
fn is_same(before: &str, after: &str) -> bool {
    let lexemes = |text| Lexer::new(text).map(move |lexeme| content(text, lexeme));
    lexemes(before).eq(lexemes(after))
}

/// Whether a text with errors is read as before. Of one without, nobody needs to ask: how it is laid out matters only to
/// find out how to go on after something that is wrong.
fn is_read_the_same(source: &SourceFile, text: &str) -> bool {
    let mut map = SourceMap::new(NoFiles);
    map.add("", text).is_some_and(|id| Reading::new(map.file(id)) == Reading::new(source))
}

/// What must not change of a lexeme. White space at the end of a comment may.
fn content(text: &str, lexeme: Lexeme) -> (Kind, &str) {
    let content = &text[lexeme.start..lexeme.end];
    match lexeme.kind {
        Kind::Comment => (lexeme.kind, content.trim_end()),
        Kind::Doc => (lexeme.kind, content.trim_end_matches('\r')),
        _ => (lexeme.kind, content),
    }
}

/// What the parser makes of a text.
#[derive(PartialEq)]
struct Reading {
    errors: Vec<(Code, String)>,
    statements: Vec<outline::Shape>,
    /// With brackets that are missing, and without what is wrong.
    repaired: Option<String>,
}

impl Reading {
    fn new(source: &SourceFile) -> Reading {
        let mut diagnostics = Diagnostics::new();
        let file = parse_file(source, &mut diagnostics);
        diagnostics.sort();
        let mut statements = Vec::new();
        outline::shapes(&outline::statements(&file, source), &places(&source.text), &mut statements);
        let errors = diagnostics.iter().map(|found| (found.code, found.title.clone())).collect();
        let repaired = repair::check(source, true, &mut Diagnostics::new());
        let repaired = repaired.map(|checked| checked.text.chars().filter(|c| !is_space(*c)).collect());
        Reading { errors, statements, repaired }
    }
}

/// By byte, how many characters in front of it are no white space.
fn places(text: &str) -> Vec<u32> {
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut count = 0;
    for c in text.chars() {
        places.extend(std::iter::repeat_n(count, c.len_utf8()));
        count += u32::from(!is_space(c));
    }
    places.push(count);
    places
}
