//! What holds for every text, whatever is in it.

use bringup_dsl::ast::File;
use bringup_dsl::{Diagnostics, NoFiles, SourceMap, parse_file, tokens};
use bringup_tests::compile_text;

/// The formatted text.
pub(crate) fn format(text: &str) -> String {
    bringup_dsl::format(map(text).files().last().expect("a file"))
}

/// A map with this text, not at its start: offsets that start at 0 hide mistakes.
fn map(text: &str) -> SourceMap {
    let mut map = SourceMap::new(NoFiles);
    map.add("first.board", "// another file\n").expect("the text fits");
    map.add("x.board", text).expect("the text fits");
    map
}

/// Code and title of what is wrong with the text itself.
pub(crate) fn errors(text: &str) -> Vec<String> {
    parsed(text).1
}

/// The tree with its places left out, and all errors.
pub(crate) fn parsed(text: &str) -> (String, Vec<String>) {
    let map = map(text);
    let mut diagnostics = Diagnostics::new();
    let file: File = parse_file(map.files().last().expect("a file"), &mut diagnostics);
    diagnostics.sort();
    let errors = diagnostics.iter().map(|found| format!("{} {}", found.code, found.title)).collect();
    (without_places(&format!("{file:?}")), errors)
}

fn without_places(tree: &str) -> String {
    let mut parts = tree.split("Span { start: ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |tree, part| tree + part.split_once('}').map_or(part, |(_, rest)| rest))
}

/// The tokens as they are written.
fn written(text: &str) -> Vec<String> {
    let map = map(text);
    let tokens = tokens(map.files().last().expect("a file"));
    tokens.iter().map(|token| format!("{:?} {}", token.kind, map.text(token.span).trim_end_matches('\r'))).collect()
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).collect()
}

/// What Rust calls white space, and the mark at the start.
fn is_space(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '\u{b}' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

/// Formats a text and checks what holds for all of them.
///
/// # Errors
/// What does not hold.
pub(crate) fn checked(text: &str) -> Result<String, String> {
    let formatted = format(text);
    let fault = |what: &str| Err(format!("{what}\n--- text\n{text}\n--- formatted\n{formatted}"));
    if without_space(text) != without_space(&formatted) {
        return fault("something else than white space has changed");
    }
    if written(text) != written(&formatted) {
        return fault("tokens have changed");
    }
    let (before, after) = (parsed(text), parsed(&formatted));
    if before.1 != after.1 {
        return fault(&format!("errors have changed: {:?} {:?}", before.1, after.1));
    }
    if before.0 != after.0 {
        let at = before.0.bytes().zip(after.0.bytes()).take_while(|(before, after)| before == after).count();
        let part = |tree: &str| tree.chars().skip(at.saturating_sub(100)).take(200).collect::<String>();
        return fault(&format!("the tree has changed:\n{}\n{}", part(&before.0), part(&after.0)));
    }
    let again = format(&formatted);
    if again != formatted {
        let differs = formatted.lines().zip(again.lines()).find(|(once, twice)| once != twice);
        return fault(&format!("formatted again it is something else, first here: {differs:?}"));
    }
    Ok(formatted)
}

/// The same, and that the compiler finds the same.
///
/// # Errors
/// What does not hold.
pub(crate) fn compiled(text: &str) -> Result<String, String> {
    let formatted = checked(text)?;
    let (before, after) = (compile_text(text), compile_text(&formatted));
    match before.codes() == after.codes() && before.order() == after.order() {
        true => Ok(formatted),
        false => Err(format!("the compiler finds something else:\n{}\n{}", before.rendered(), after.rendered())),
    }
}
