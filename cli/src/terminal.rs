//! The two streams: where there may be colours, and what happens when nobody reads any more.

use crate::Stop;
use crate::args::Colour;
use crate::printable::printable;
use codespan_reporting::term::termcolor::{Buffer, Color, ColorSpec, WriteColor};
use std::cell::Cell;
use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};

/// Standard output and standard error.
pub(crate) struct Terminal {
    colour: Colour,
    closed: bool,
    /// Whether a line about progress stands on standard error.
    status: Cell<bool>,
}

/// One of the two.
#[derive(Clone, Copy)]
pub(crate) enum Stream {
    Out,
    Err,
}

impl Terminal {
    pub(crate) fn new(colour: Colour) -> Terminal {
        Terminal { colour, closed: false, status: Cell::new(false) }
    }

    /// Something to write on, with colours if `stream` shall have them.
    pub(crate) fn paper(&self, stream: Stream) -> Buffer {
        let colours = match (self.colour, stream) {
            (Colour::Always, _) => true,
            (Colour::Never, _) => false,
            (Colour::Auto, Stream::Out) => stdout().is_terminal() && wanted(),
            (Colour::Auto, Stream::Err) => stderr().is_terminal() && wanted(),
        };
        if colours { Buffer::ansi() } else { Buffer::no_color() }
    }

    /// Writes to standard output. A reader that has gone away is no failure: what it does not want is dropped.
    pub(crate) fn print(&mut self, text: impl AsRef<[u8]>) -> Result<(), Stop> {
        if self.closed {
            return Ok(());
        }
        self.clear();
        let mut out = stdout().lock();
        match out.write_all(text.as_ref()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.closed = true,
            Err(error) => return Err(Stop::Failure(format!("standard output: {error}"))),
            Ok(()) => {}
        }
        Ok(())
    }

    /// Whether nobody reads standard output any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Writes to `stream`.
    pub(crate) fn write(&mut self, stream: Stream, text: impl AsRef<[u8]>) -> Result<(), Stop> {
        match stream {
            Stream::Out => self.print(text),
            Stream::Err => {
                self.say(text);
                Ok(())
            }
        }
    }

    /// Writes to standard error. If that is impossible there is nobody left to tell.
    pub(crate) fn say(&self, text: impl AsRef<[u8]>) {
        self.clear();
        let _ = stderr().lock().write_all(text.as_ref());
    }

    /// Shows a line that stands until something else is written.
    pub(crate) fn status(&self, text: &str) {
        self.say(format!("{}...", printable(text)));
        self.status.set(true);
    }

    /// Takes that line away.
    pub(crate) fn clear(&self) {
        if self.status.take() {
            let _ = stderr().lock().write_all(b"\r\x1b[K");
        }
    }

    /// Says what could not be done.
    pub(crate) fn fail(&self, why: &str) {
        let mut paper = self.paper(Stream::Err);
        put(&mut paper, ColorSpec::new().set_fg(Some(Color::Red)).set_bold(true), "error");
        put(&mut paper, &ColorSpec::new(), &format!(": {}\n", printable(why)));
        self.say(paper.as_slice());
    }
}

/// Writes a text in a colour. Writing on paper cannot fail.
pub(crate) fn put(paper: &mut Buffer, colour: &ColorSpec, text: &str) {
    if !colour.is_none() {
        let _ = paper.set_color(colour);
    }
    let _ = paper.write_all(text.as_bytes());
    if !colour.is_none() {
        let _ = paper.reset();
    }
}

/// <https://no-color.org>; and a terminal that says it can do nothing.
fn wanted() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !refused && std::env::var_os("TERM").is_none_or(|terminal| terminal != "dumb")
}
