//! What differs between two texts.

use crate::terminal::put;
use codespan_reporting::term::termcolor::{Buffer, Color, ColorSpec};
use similar::TextDiff;

/// As a patch with three lines around each change.
pub(crate) fn patch(paper: &mut Buffer, names: (&str, &str), old: &str, new: &str) {
    for (number, line) in text(names, old, new).split_inclusive('\n').enumerate() {
        let mut colour = ColorSpec::new();
        match line.as_bytes().first() {
            _ if number < 2 => colour.set_bold(true),
            Some(b'-') => colour.set_fg(Some(Color::Red)),
            Some(b'+') => colour.set_fg(Some(Color::Green)),
            Some(b'@') => colour.set_fg(Some(Color::Cyan)),
            _ => &mut colour,
        };
        put(paper, &colour, line);
    }
}

/// The same without colours.
pub(crate) fn text((before, after): (&str, &str), old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().context_radius(3).header(before, after).to_string()
}
