//! The lines of one statement, without what stands between its braces.

use super::outline::Statement;
use super::spacing::Zone;
use super::words::Words;
use super::{INDENT, WIDTH};
use crate::lexer::Kind;
use std::ops::Range;

/// The words of a statement, up to its `{` if it has a body.
pub(super) struct Own<'a> {
    words: &'a Words<'a>,
    pub(super) all: Range<usize>,
    /// Those that are Rust.
    rust: Range<usize>,
    /// A comment breaks a line where this language would not: then all line breaks stay.
    as_written: bool,
}

/// A list that does not fit on a line: its brackets, or for `levels` the words around it.
struct List {
    open: usize,
    close: usize,
    brackets: bool,
}

impl<'a> Own<'a> {
    pub(super) fn new(words: &'a Words<'a>, statement: &Statement, all: Range<usize>) -> Own<'a> {
        let rust = statement.rust.as_ref().map_or(all.end..all.end, |rust| words.at(rust.start)..words.at(rust.end));
        let in_board = |index: &usize| !rust.contains(index);
        let as_written = all.clone().filter(in_board).any(|index| words.is_long(index));
        Own { words, all, rust, as_written }
    }

    /// Whether there is a line break in front of word `index`, and stays.
    fn keeps_break(&self, index: usize) -> bool {
        let kept = self.as_written || self.zone(index) == Zone::Rust;
        kept && index > self.all.start && self.words.all[index].breaks > 0
    }

    /// What word `index` and the one before are a part of.
    fn zone(&self, index: usize) -> Zone {
        if self.rust.contains(&index) && index > self.rust.start { Zone::Rust } else { Zone::Board }
    }

    fn space(&self, index: usize) -> &'a str {
        if index == self.all.start || !self.words.spaced(index, self.zone(index)) {
            return "";
        }
        // In Rust, comments may well stand below each other.
        let written = &self.words.text[self.words.all[index - 1].end..self.words.all[index].start];
        let is_aligned = self.zone(index) == Zone::Rust && self.words.all[index].is_comment() && !written.is_empty();
        if is_aligned && written.bytes().all(|byte| byte == b' ') { written } else { " " }
    }

    /// All on one line, if nothing speaks against it.
    pub(super) fn flat(&self) -> Option<String> {
        // Each has a column at least.
        if self.all.len() > WIDTH || self.all.clone().any(|at| self.keeps_break(at) || self.words.is_long(at)) {
            return None;
        }
        Some(self.joined(self.all.clone()))
    }

    fn joined(&self, words: Range<usize>) -> String {
        words.flat_map(|index| [self.space(index), self.words.printed(index)]).collect()
    }

    fn fits(&self, indent: usize, words: Range<usize>) -> bool {
        let text = self.joined(words);
        indent + text.split('\n').next().unwrap_or_default().chars().count() <= WIDTH
    }

    /// On as many lines as it takes, the first of them without its indentation.
    pub(super) fn lines(&self, indent: usize, end: &str) -> String {
        let words = &self.words.all;
        let value = self.rust.start;
        let kept = |index: &usize| self.keeps_break(*index) && self.zone(*index) == Zone::Rust;
        // What is Rust moves as a block with the line that it starts on.
        let columns = self.rust.clone().filter(kept).map(|index| words[index].space);
        let old = columns.fold(words.get(value).map_or(0, |value| value.line), u32::min);
        let broken = !self.as_written && self.rust.contains(&value) && words[value].breaks > 0;
        let first_line = self.rust.clone().find(kept).unwrap_or(self.all.end);
        let below = broken && !self.fits(indent, self.all.start..first_line);
        let list = self.long_list(indent);

        let mut text = String::new();
        // Of the line, and where it goes on.
        let (mut start, mut column, mut depth) = (indent, indent, 0);
        for index in self.all.clone() {
            let is_rust = self.zone(index) == Zone::Rust;
            let bracket = if self.rust.contains(&index) { 0 } else { self.words.byte(index) };
            let closes = matches!(bracket, b')' | b']');
            depth -= usize::from(closes && depth > 0);
            let new_line = match () {
                () if self.keeps_break(index) && is_rust => Some(start + (words[index].space - old) as usize),
                () if self.keeps_break(index) && depth == 0 && (closes || bracket == b'{') => Some(indent),
                () if self.keeps_break(index) || (below && index == value) => Some(indent + INDENT),
                () => list.as_ref().and_then(|list| self.breaks_list(list, index, indent, column)),
            };
            match new_line {
                Some(indent) => {
                    text += if words[index].breaks > 1 && self.keeps_break(index) { end } else { "" };
                    text += end;
                    text.extend(std::iter::repeat_n(' ', indent));
                    column = indent;
                    start = if is_rust { start } else { indent };
                }
                None => {
                    text += self.space(index);
                    column += self.space(index).len();
                }
            }
            text += self.words.printed(index);
            column += if list.is_some() { self.words.slice(index).chars().count() } else { 0 };
            depth += usize::from(matches!(bracket, b'(' | b'['));
        }
        text
    }

    /// A list that is not Rust and ends behind the last column.
    fn long_list(&self, indent: usize) -> Option<List> {
        let is_comma = |index: usize| self.zone(index) == Zone::Board && self.words.is(index, b',');
        let comma = self.all.clone().find(|index| is_comma(*index)).filter(|_| !self.as_written)?;
        let is_opener = |index: &usize| self.words.is(*index, b'(') || self.words.is(*index, b'[');
        let list = match (self.all.start..comma).rev().find(is_opener) {
            Some(open) => List { open, close: self.words.all[open].partner? as usize, brackets: true },
            None => List { open: self.all.start, close: self.all.end, brackets: false },
        };
        let end = (list.close + 2).min(self.all.end);
        (end - self.all.start > WIDTH || !self.fits(indent, self.all.start..end)).then_some(list)
    }

    /// The indentation of word `index`, if it starts a line of its list.
    fn breaks_list(&self, list: &List, index: usize, indent: usize, column: usize) -> Option<usize> {
        if list.brackets && index == list.close {
            return Some(indent);
        }
        let is_first = list.brackets && index == list.open + 1;
        if index <= list.open + 1 || index >= list.close || !self.words.is(index - 1, b',') {
            return is_first.then_some(indent + INDENT);
        }
        let ends = |index: &usize| self.words.is(*index, b',') || *index + 1 == list.close;
        let last = (index..list.close).find(ends)?;
        let width = self.joined(index..last + 1).trim_start().chars().count();
        (column + 1 + width > WIDTH).then_some(indent + INDENT)
    }
}

impl Words<'_> {
    /// An attribute.
    pub(super) fn attribute(&self, words: Range<usize>) -> Option<String> {
        let (first, mut text) = (words.start, String::new());
        for index in words {
            if self.is_long(index) || !self.all[index].sound || matches!(self.all[index].kind, Kind::Doc) {
                return None;
            }
            text += if index > first && self.spaced(index, Zone::Attribute) { " " } else { "" };
            text += self.printed(index);
        }
        Some(text)
    }
}
