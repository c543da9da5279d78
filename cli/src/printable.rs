//! What a board brings along is shown, and never obeyed: a terminal acts on control characters, and some characters change
//! the order of those around them.

use codespan_reporting::term::termcolor::{Buffer, ColorSpec, WriteColor};
use std::borrow::Cow;
use std::io::{Result, Write};

/// The text with a `\u{fffd}` for everything of that kind.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    match text.contains(acts) {
        false => text.into(),
        true => text.replace(acts, "\u{fffd}").into(),
    }
}

fn acts(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Paper on which only this program puts colours.
pub(crate) struct Plain<'a>(pub(crate) &'a mut Buffer);

impl Write for Plain<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        // What is written is formatted text, which comes in pieces that are text themselves.
        self.0.write_all(printable(&String::from_utf8_lossy(bytes)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        self.0.flush()
    }
}

impl WriteColor for Plain<'_> {
    fn supports_color(&self) -> bool {
        self.0.supports_color()
    }

    fn set_color(&mut self, colour: &ColorSpec) -> Result<()> {
        self.0.set_color(colour)
    }

    fn reset(&mut self) -> Result<()> {
        self.0.reset()
    }
}
