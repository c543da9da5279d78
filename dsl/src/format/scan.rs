//! Finding the way between words: the shell of a file, comments on a line, the end of what cannot be read.

use super::INDENT;
use super::words::Words;
use crate::ast::TokenKind;
use crate::lexer::Kind;
use std::ops::Range;

impl Words<'_> {
    /// The first and last word of `board! { … }`.
    pub(super) fn shell(&self) -> Option<(usize, usize)> {
        let mut next = 0;
        while next < self.all.len() {
            if self.slice(next) == "board" {
                let mut tokens = (next + 1..self.all.len()).filter(|index| !self.all[*index].is_comment());
                if let (Some(mark), Some(open)) = (tokens.next(), tokens.next())
                    && self.is(mark, b'!')
                    && self.all[open].kind == Kind::Token(TokenKind::Open)
                {
                    let close = self.all[open].partner? as usize;
                    return (self.is(open, b'{') && self.is(close, b'}')).then_some((next, close));
                }
            }
            next = self.all[next].partner.map_or(next, |partner| next.max(partner as usize)) + 1;
        }
        None
    }

    /// Whether there is no line break between these.
    pub(super) fn is_one_line(&self, words: Range<usize>) -> bool {
        self.all[words].iter().skip(1).all(|word| word.breaks == 0)
    }

    /// Whether these, between two statements, are nothing that could not be read.
    pub(super) fn is_plain(&self, words: Range<usize>) -> bool {
        let mut next = words.start;
        while next < words.end {
            let is_attribute = self.is(next, b'#') && next + 1 < words.end && self.is(next + 1, b'[');
            next = match self.all[next].kind {
                Kind::Comment | Kind::Doc => next + 1,
                _ if self.is(next, b';') => next + 1,
                _ if is_attribute => self.all[next + 1].partner.map_or(words.end, |end| end as usize + 1),
                _ => return false,
            };
        }
        true
    }

    /// The comments from `start` on that stand on one line.
    pub(super) fn comments(&self, start: usize, end: usize) -> Range<usize> {
        let mut next = start;
        while next < end && self.all[next].is_comment() && (next == start || self.all[next].breaks == 0) {
            next += 1;
            if self.is_long(next - 1) {
                break;
            }
        }
        start..next
    }

    /// Whether a comment that starts a line is written right below the comment before, which stands behind something
    /// or does the same.
    pub(super) fn goes_on(&self, index: usize, same: bool) -> bool {
        let is_line = |index: usize| self.all[index].is_comment() && self.slice(index).starts_with("//");
        if index < 2 || !is_line(index) || !is_line(index - 1) {
            return false;
        }
        let is_first = self.all[index - 1].breaks > 0 || !self.all[index - 2].is_comment();
        let column = self.column(index - 1);
        is_first && column == self.column(index) && (same || column > self.all[index - 1].line)
    }

    /// The white space in front of a word that starts its line.
    pub(super) fn margin(&self, index: usize) -> &str {
        let gap = &self.text[index.checked_sub(1).map_or(0, |before| self.all[before].end)..self.all[index].start];
        gap.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}')
    }

    fn column(&self, index: usize) -> u32 {
        let word = &self.all[index];
        if word.breaks > 0 {
            return word.space;
        }
        let line = self.text[..word.start].rsplit('\n').next().unwrap_or_default();
        line.chars().map(|c| if c == '\t' { INDENT as u32 } else { 1 }).sum()
    }

    /// The end of what cannot be read from `start` on: `until`, or where docs, attributes and comments in front of it start.
    pub(super) fn before_lead(&self, start: usize, until: usize) -> usize {
        let mut end = until;
        while end > start + 1 {
            let last = end - 1;
            let attribute = self.all[last].partner.map(|open| open as usize);
            let attribute =
                attribute.filter(|open| self.is(last, b']') && *open > start + 1 && self.is(open - 1, b'#'));
            match (self.all[last].kind, attribute) {
                (Kind::Comment | Kind::Doc, _) => end = last,
                (_, Some(open)) => end = open - 1,
                _ => break,
            }
        }
        // Behind something that cannot be read, docs and attributes count from the next line on.
        while end < until && !self.all[end].is_comment() && self.all[end].breaks == 0 {
            let close = if self.is(end, b'#') { self.all[end + 1].partner } else { None };
            end = close.map_or(end, |close| close as usize) + 1;
        }
        end
    }
}
