//! The words of every diagnostic of this crate.

use crate::ast::Unit;
use crate::{Code, Diagnostic, Span};

/// How long a text may be.
pub(crate) const MAX_BYTES: usize = 1 << 20;
/// How deep brackets may nest.
pub(crate) const MAX_DEPTH: usize = 64;

pub(crate) fn not_utf8(name: &str, place: Span, offset: usize, line: usize) -> Diagnostic {
    Diagnostic::new(Code::B0105, format!("`{name}` is not UTF-8"), place, "this file")
        .note(format!("the first bad byte is at offset {offset}, in line {line}"))
        .help("save the file as UTF-8")
}

pub(crate) fn too_large(name: &str, place: Span, bytes: usize) -> Diagnostic {
    Diagnostic::new(Code::B0106, format!("`{name}` is too large"), place, format!("{bytes} bytes"))
        .note(format!("a file has at most {MAX_BYTES} bytes (1 MiB)"))
        .help("split it into fragments and `include` them")
}

pub(crate) fn too_deep(place: Span, outermost: Span) -> Diagnostic {
    Diagnostic::new(Code::B0107, "brackets nest too deep", place, format!("level {} opens here", MAX_DEPTH + 1))
        .related(outermost, "level 1 opens here")
        .note(format!("brackets nest at most {MAX_DEPTH} deep"))
}

pub(crate) fn open_string(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0108, "a string is never closed", place, "starts here").help("close it with `\"`")
}

pub(crate) fn open_comment(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0108, "a comment is never closed", place, "starts here")
        .note("comments nest: every `/*` needs its own `*/`")
        .help("close it with `*/`")
}

pub(crate) fn bad_character(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0108, "a character literal is malformed", place, "not one character")
        .help("a text stands in double quotes: `\"…\"`")
}

pub(crate) fn bad_number(place: Span, text: &str) -> Diagnostic {
    Diagnostic::new(Code::B0108, format!("the number `{text}` is malformed"), place, "digits are missing or wrong")
}

pub(crate) fn bad_text(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0108, "an escape in this string is malformed", place, "not a Rust string")
}

pub(crate) fn inner_doc(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0101, "an inner doc comment has no place here", place, "nothing to document")
        .help("write `///` in front of what it documents, or `//` for a comment")
}

pub(crate) fn stray_character(place: Span, character: char) -> Diagnostic {
    let title = format!("unexpected character `{}`", character.escape_debug());
    let help = match character {
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => Some("write a plain `\"`"),
        '\u{2018}'..='\u{201b}' | '`' => Some("write a plain `'`, or `\"` for a text"),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some("write a plain `-`"),
        '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{feff}' => Some("write a plain space"),
        '\u{2126}' => Some("the unit is written `Ohm`"),
        _ => None,
    };
    Diagnostic::new(Code::B0101, title, place, "means nothing here").maybe_help(help.map(str::to_owned))
}

pub(crate) fn unclosed(place: Span, bracket: &str, end: Span, end_is: &str) -> Diagnostic {
    Diagnostic::new(Code::B0102, format!("this `{bracket}` is never closed"), place, "opened here")
        .related(end, end_is)
        .help(format!("add the missing `{}`", closer_of(bracket)))
}

pub(crate) fn mismatched(place: Span, bracket: &str, opener: Span, open: &str) -> Diagnostic {
    let title = format!("`{bracket}` does not close `{open}`");
    Diagnostic::new(Code::B0103, title, place, format!("expected `{}`", closer_of(open)))
        .related(opener, "opened here")
}

pub(crate) fn stray_closer(place: Span, bracket: &str, around: Option<(Span, &str)>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(Code::B0103, format!("this `{bracket}` closes nothing"), place, "nothing to close");
    match around {
        Some((span, open)) => diagnostic.related(span, format!("the innermost open bracket is this `{open}`")),
        None => diagnostic,
    }
    .help("remove it, or add the bracket that it closes")
}

pub(crate) fn early_closer(place: Span, opener: Span) -> Diagnostic {
    Diagnostic::new(Code::B0103, "one `}` too many", place, "closes the whole board, and more follows")
        .related(opener, "opened here")
        .help("remove one `}`")
}

fn closer_of(open: &str) -> &'static str {
    match open {
        "(" => ")",
        "[" => "]",
        _ => "}",
    }
}

pub(crate) fn unknown_unit(place: Span, unit: &str, suggestion: Option<&str>) -> Diagnostic {
    let help = match suggestion {
        Some(suggestion) => format!("did you mean `{suggestion}`?"),
        None => "units: `V` `mV` `uV`, `A` `mA` `uA`, `s` `ms` `us` `ns`, `Hz` `kHz` `MHz` `GHz`, `Ohm` `kOhm`, `B` `KiB` `MiB`"
            .to_owned(),
    };
    Diagnostic::new(Code::B0208, format!("unknown unit `{unit}`"), place, "unknown unit").help(help)
}

pub(crate) fn spaced_unit(place: Span, number: &str, unit: &str) -> Diagnostic {
    let title = format!("the unit `{unit}` stands apart from its number");
    Diagnostic::new(Code::B0208, title, place, "one word is expected").help(format!("write `{number}{unit}`"))
}

pub(crate) fn fraction_without_unit(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0206, "a decimal fraction needs a unit", place, "no unit")
        .note("values are whole numbers of base units; there are no floats")
        .help("write a unit, such as `1.5V`; a float can stand in an expression")
}

pub(crate) fn exponent(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0206, "a quantity has no exponent", place, "has an exponent")
        .help("write the number out, or use a larger unit")
}

pub(crate) fn unit_after_radix(place: Span, unit: &str) -> Diagnostic {
    Diagnostic::new(Code::B0206, format!("a number in `{unit}` is written in decimal"), place, "not decimal")
}

pub(crate) fn not_whole(place: Span, unit: Unit) -> Diagnostic {
    let title = format!("not a whole number of {}", base_unit(unit));
    Diagnostic::new(Code::B0207, title, place, "too fine")
        .note(format!("values are whole numbers of {}", base_unit(unit)))
}

pub(crate) fn too_big(place: Span, unit: Unit) -> Diagnostic {
    let label = match unit {
        Unit::None => "more than 64 bits".to_owned(),
        unit => format!("more than 64 bits of {}", base_unit(unit)),
    };
    Diagnostic::new(Code::B0207, "the value does not fit", place, label)
}

fn base_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::None => "ones",
        Unit::Microvolt => "microvolts",
        Unit::Microampere => "microamperes",
        Unit::Nanosecond => "nanoseconds",
        Unit::Hertz => "hertz",
        Unit::Ohm => "ohms",
        Unit::Byte => "bytes",
    }
}

pub(crate) fn rust_number(place: Span, suffix: &str) -> Diagnostic {
    Diagnostic::new(Code::B0206, "a plain number is expected here", place, format!("has the Rust type `{suffix}`"))
        .help(format!("leave out `{suffix}`"))
}

pub(crate) fn open_range(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0101, "a range includes both ends", place, "expected `..=`").help("write `..=`")
}

pub(crate) fn bad_address(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0101, "expected an address after `@`", place, "not a number")
        .help("write a number, such as `0x68`")
}

pub(crate) fn bad_attribute(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0112, "an attribute of unknown form", place, "cannot be read")
        .help("attributes look like `#[allow(L0903)]`")
}

pub(crate) fn no_value(place: Span, name: &str) -> Diagnostic {
    Diagnostic::new(Code::B0101, format!("`{name}` has no value"), place, "expected a value")
}

pub(crate) fn no_semicolon(place: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::B0104, format!("expected `;` after {what}"), place, "expected `;`").help("add `;`")
}

/// `expected` may be empty; `found` is missing at the end of a statement.
pub(crate) fn expected(place: Span, expected: &[&str], after: Option<&str>, found: Option<&str>) -> Diagnostic {
    let after = after.map(|after| format!(" after `{}`", short(after))).unwrap_or_default();
    let found = found.map(|found| format!("`{}`", short(found)));
    let expected = match expected {
        [] => None,
        [one] => Some((*one).to_owned()),
        [most @ .., last] => Some(format!("{} or {last}", most.join(", "))),
    };
    let (title, label) = match (expected, found) {
        (Some(expected), Some(found)) => {
            (format!("expected {expected}{after}, found {found}"), format!("expected {expected}"))
        }
        (Some(expected), None) => (format!("expected {expected}{after}"), format!("expected {expected}")),
        (None, Some(found)) => (format!("unexpected {found}{after}"), "does not fit here".to_owned()),
        (None, None) => (format!("something is missing{after}"), "something is missing here".to_owned()),
    };
    Diagnostic::new(Code::B0101, title, place, label)
}

/// Long tokens would drown the message.
fn short(token: &str) -> String {
    let line = token.lines().next().unwrap_or_default();
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

pub(crate) fn unreadable(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0101, "this statement cannot be read", place, "starts here")
}

pub(crate) fn nothing_follows(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0101, "expected a statement after this", place, "stands in front of nothing")
        .help("write `//` for a comment")
}

pub(crate) fn raw_name(place: Span, name: &str) -> Diagnostic {
    Diagnostic::new(Code::B0101, format!("`{name}` cannot be a name here"), place, "a raw identifier")
        .help("choose a name that is not a Rust keyword")
}

pub(crate) fn keyword_as_name(place: Span, keyword: &str) -> Diagnostic {
    let title = format!("`{keyword}` is a Rust keyword and cannot be a name");
    Diagnostic::new(Code::B0101, title, place, "expected a name").help(format!("write `{keyword}_` or another name"))
}

pub(crate) fn inner_statement(place: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::B0101, format!("{what} cannot stand inside another statement"), place, "not here")
        .help("write it at the top of the file, directly inside `board! { … }`")
}

pub(crate) fn no_setting(place: Span, word: &str) -> Diagnostic {
    let form = match word {
        "levels" => "levels core, device;",
        "include" => "include \"soc.board\";",
        "input" => "input p: pac::Peripherals;",
        "delete" => "delete &label;",
        "board" => "board sensor_hub;",
        "fragment" => "fragment soc;",
        _ => return expected(place.after(), &["a name", "`{`"], Some(word), Some("=")),
    };
    Diagnostic::new(Code::B0101, format!("`{word}` is not a setting"), place, "takes no `=`")
        .help(format!("it is written `{form}`"))
}

pub(crate) fn outer_property(place: Span, name: &str) -> Diagnostic {
    Diagnostic::new(Code::B0101, format!("`{name}` belongs to a node"), place, "not inside a node")
        .help("write it between the braces of a node")
}

pub(crate) fn no_board(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "a board file is one `board! { … }`", place, "expected `board! {`")
        .help("put everything between `board! {` and `}`")
}

pub(crate) fn round_board(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "a board file is one `board! { … }`", place, "expected `{`")
        .help("use braces: `board! { … }`")
}

pub(crate) fn before_board(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "nothing can stand in front of `board! { … }`", place, "expected `board! {`")
        .help("a board file holds one `board! { … }` and comments")
}

pub(crate) fn after_board(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0101, "nothing can follow `board! { … }`", place, "outside the board")
        .help("move it in front of the last `}`")
}

pub(crate) fn no_header(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "the name of the board is missing", place, "expected `board NAME;` first")
        .help("start with `board NAME;`, or with `fragment NAME;` in a file made for `include`")
}

pub(crate) fn late_header(place: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "the name of the board comes first", place, "too late")
        .related(first, "the first statement is this")
}

pub(crate) fn second_header(place: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "a file has one name", place, "the second").related(first, "the first")
}

pub(crate) fn inner_header(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "the name of the board comes first in the file", place, "not inside a variant")
}

pub(crate) fn public_fragment(place: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "a fragment has no visibility", place, "expected `fragment`")
        .help("only the board that includes it is `pub` or not")
}

pub(crate) fn and_more(last: Diagnostic, more: usize) -> Diagnostic {
    last.note(format!("{more} further errors in this file are not shown"))
}
