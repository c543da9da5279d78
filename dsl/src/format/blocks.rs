//! What stands between two braces, one piece after the other.

use super::lines::{Line, Lines};
use super::outline::{Errors, Statement};
use super::statements::Own;
use super::words::Words;
use super::{INDENT, WIDTH};
use crate::lexer::Kind;
use std::ops::Range;

pub(super) struct Printer<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) errors: &'a Errors,
    pub(super) lines: Lines,
    /// The end of the last piece, if it is as it stood.
    pub(super) raw: Option<usize>,
}

impl Printer<'_> {
    /// A whole file. `None` if it has no `board! { … }`.
    pub(super) fn file(&mut self, statements: Vec<Statement>) -> Option<()> {
        let words = self.words;
        let (start, close) = words.shell()?;
        let place = words.all[start].start..words.all[close].end;
        let shell = Statement { place, rust: None, body: Some(statements), broken: false };
        self.block(0..words.all.len(), &[shell], 0);
        Some(())
    }

    fn block(&mut self, all: Range<usize>, statements: &[Statement], indent: usize) {
        let words = self.words;
        let (mut next, mut rest) = (all.start, statements);
        while next < all.end {
            let word = words.all[next];
            let blank = next > all.start && word.breaks > 1;
            while rest.first().is_some_and(|statement| statement.place.start < word.start) {
                rest = &rest[1..];
            }
            let until = rest.first().map_or(all.end, |statement| words.at(statement.place.start));
            next = if until == next {
                self.statement(&rest[0], blank, indent, String::new())
            } else if word.is_comment() {
                self.comment(next, until, rest.first(), blank, indent)
            } else if word.kind == Kind::Doc {
                self.lines.push(Line::new(blank, indent, words.printed(next).to_owned()));
                next + 1
            } else if words.is(next, b';') {
                self.semicolon(next, blank, indent)
            } else if let Some((end, text)) = self.attribute(next, until) {
                self.lines.push(Line::new(blank, indent, text));
                end
            } else {
                let end = words.before_lead(next, until);
                self.raw(next..end, blank, indent);
                end
            };
            next = self.behind(next, all.end, rest);
        }
    }

    /// Adds the comments from `next` on that stand on the line of the last piece.
    fn behind(&mut self, next: usize, end: usize, statements: &[Statement]) -> usize {
        let words = self.words;
        let run = words.comments(next, end);
        let starts = |at: usize| statements.iter().take(2).any(|other| words.all[at].start == other.place.start);
        // One that is in front of a statement belongs to it.
        let in_front = run.end < end && words.all[run.end].breaks == 0 && starts(run.end);
        let is_short = !run.is_empty() && !words.is_long(run.end - 1);
        // So does one that is all that stands between two braces.
        let is_all =
            words.is(next - 1, b'{') && run.end == end && words.all.get(end).is_some_and(|end| end.breaks == 0);
        if run.is_empty() || words.all[next].breaks > 0 || is_short && (in_front || is_all) {
            return next;
        }
        let text: Vec<&str> = run.clone().map(|index| words.printed(index)).collect();
        if let Some(last) = self.lines.all.last_mut() {
            last.comment = text.join(" ");
        }
        run.end
    }

    /// Comments that start a line, with the statement behind them if they are in front of one.
    fn comment(
        &mut self,
        next: usize,
        until: usize,
        statement: Option<&Statement>,
        blank: bool,
        indent: usize,
    ) -> usize {
        let words = self.words;
        let run = words.comments(next, until);
        let text: Vec<&str> = run.clone().map(|index| words.printed(index)).collect();
        let text = text.join(" ");
        let on_one_line = run.end == until && !words.is_long(run.end - 1);
        if let Some(statement) = statement.filter(|_| on_one_line && words.all[until].breaks == 0)
            && self.is_sound(statement)
        {
            return self.statement(statement, blank, indent, text + " ");
        }
        let last =
            self.lines.all.last().filter(|last| last.indent == indent && !last.comment.is_empty() && !last.raw);
        let goes_on = last.is_some_and(|last| words.goes_on(next, last.text.is_empty())) && !blank;
        let line = match goes_on {
            true => Line { comment: text, ..Line::new(false, indent, String::new()) },
            false => Line::new(blank, indent, text),
        };
        self.lines.push(line);
        run.end
    }

    fn semicolon(&mut self, index: usize, blank: bool, indent: usize) -> usize {
        let is_behind = index > 0 && (self.words.is(index - 1, b';') || self.words.is(index - 1, b'}'));
        match self.lines.all.last_mut().filter(|last| is_behind && !last.raw && last.comment.is_empty()) {
            Some(last) => last.text.push(';'),
            None => self.lines.push(Line::new(blank, indent, ";".to_owned())),
        }
        index + 1
    }

    fn attribute(&self, index: usize, until: usize) -> Option<(usize, String)> {
        let is_attribute = self.words.is(index, b'#') && index + 1 < until && self.words.is(index + 1, b'[');
        let end = self.words.all.get(index + 1)?.partner.filter(|_| is_attribute)? as usize + 1;
        Some((end, self.words.attribute(index..end)?))
    }

    /// As it stands, with the indentation of its first line, or whatever is in front of it if that was left so too.
    fn raw(&mut self, words: Range<usize>, blank: bool, indent: usize) {
        let last = words.end - 1;
        let word = &self.words.all[words.start];
        let text = &self.words.text[..self.words.all[last].start + self.words.printed(last).len()];
        if let (Some(end), Some(line)) = (self.raw.replace(words.end), self.lines.all.last_mut())
            && end == words.start
            && line.comment.is_empty()
        {
            line.text += &text[self.words.all[end - 1].end..];
            return;
        }
        let starts_line = word.breaks > 0 || words.start == 0;
        let start = if starts_line { word.start - self.words.margin(words.start).len() } else { word.start };
        let before = if starts_line { String::new() } else { " ".repeat(indent) };
        let text = before + &text[start..];
        self.lines.push(Line { raw: true, ..Line::new(blank, indent, text) });
    }

    fn statement(&mut self, statement: &Statement, blank: bool, indent: usize, before: String) -> usize {
        let words = self.words;
        let all = words.at(statement.place.start)..words.at(statement.place.end);
        if !self.is_sound(statement)
            || (!self.errors.none && words.is_one_line(all.clone()) && !self.is_sound_inside(statement))
        {
            self.raw(all.clone(), blank, indent);
            return all.end;
        }
        let fits = |text: &String| indent + before.chars().count() + text.chars().count() <= WIDTH;
        if let Some(text) = self.flat(statement).filter(fits) {
            self.lines.push(Line::new(blank, indent, before + &text));
            return all.end;
        }
        let Some((open, close)) = self.braces(statement) else {
            let text = Own::new(words, statement, all.clone()).lines(indent, self.lines.end);
            self.lines.push(Line::new(blank, indent, before + &text));
            return all.end;
        };
        let mut text = before + &Own::new(words, statement, all.start..open + 1).lines(indent, self.lines.end);
        if open + 1 == close {
            text += " }";
            self.lines.push(Line::new(blank, indent, text));
            return all.end;
        }
        self.lines.push(Line::new(blank, indent, text));
        let inside = statement.body.as_deref().unwrap_or_default();
        let next = self.behind(open + 1, close, inside);
        self.block(next..close, inside, indent + INDENT);
        self.lines.push(Line::new(false, indent, "}".to_owned()));
        all.end
    }
}
