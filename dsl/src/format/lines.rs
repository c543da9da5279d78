//! Lines as they are put together, and their end.

use std::ops::Range;

/// Comments behind lines stand below each other, unless that takes more columns than this in front of one of them.
const FURTHEST: usize = 40;

/// A line; with what it holds it may become several.
pub(super) struct Line {
    /// Whether a blank line is in front of it.
    pub(super) blank: bool,
    pub(super) indent: usize,
    pub(super) text: String,
    /// What stands behind it.
    pub(super) comment: String,
    /// Whether `text` is as it stood in the file, its indentation included.
    pub(super) raw: bool,
}

impl Line {
    pub(super) fn new(blank: bool, indent: usize, text: String) -> Line {
        Line { blank, indent, text, comment: String::new(), raw: false }
    }

    /// Columns up to the end of the text.
    fn width(&self) -> usize {
        let last = self.text.rsplit('\n').next().unwrap_or_default();
        last.chars().count() + if self.raw || self.text.contains('\n') { 0 } else { self.indent }
    }
}

pub(super) struct Lines {
    pub(super) all: Vec<Line>,
    /// What ends a line.
    pub(super) end: &'static str,
    /// Whether the file has a mark at its start.
    mark: bool,
}

impl Lines {
    pub(super) fn new(text: &str) -> Lines {
        let all = text.bytes().filter(|byte| *byte == b'\n').count();
        let end = if text.matches("\r\n").count() * 2 > all { "\r\n" } else { "\n" };
        Lines { all: Vec::new(), end, mark: text.starts_with('\u{feff}') }
    }

    pub(super) fn push(&mut self, line: Line) {
        self.all.push(line);
    }

    /// The text of all lines.
    pub(super) fn finish(self) -> String {
        let mut text = String::from(if self.mark { "\u{feff}" } else { "" });
        let mut next = 0;
        while next < self.all.len() {
            let run = self.run(next);
            let column = self.all[run.clone()].iter().map(Line::width).max().unwrap_or_default();
            for line in &self.all[run.clone()] {
                if line.blank {
                    text += self.end;
                }
                if !line.raw {
                    text.extend(std::iter::repeat_n(' ', line.indent));
                }
                text += &line.text;
                if !line.comment.is_empty() {
                    text.extend(std::iter::repeat_n(' ', column - line.width() + 1));
                    text += &line.comment;
                }
                text += self.end;
            }
            next = run.end;
        }
        text
    }

    /// The lines from `start` on whose comments stand below each other.
    fn run(&self, start: usize) -> Range<usize> {
        let first = &self.all[start];
        let (mut least, mut most) = (first.width(), first.width());
        let mut fits = |line: &Line| {
            if line.blank || line.comment.is_empty() || line.indent != first.indent {
                return false;
            }
            // One that only goes on with the comment above it goes wherever that is.
            if !line.text.is_empty() {
                (least, most) = (least.min(line.width()), most.max(line.width()));
            }
            most - least <= FURTHEST
        };
        let more = if first.comment.is_empty() {
            0
        } else {
            self.all[start + 1..].iter().take_while(|line| fits(line)).count()
        };
        start..start + 1 + more
    }
}
