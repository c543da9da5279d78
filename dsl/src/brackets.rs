//! Brackets match, and nest no deeper than the limit. Where one is missing, the indentation tells which.

use crate::Span;
use crate::ast::TokenKind;
use crate::lexer::{Kind, Lexeme};
use crate::messages::{self, MAX_DEPTH};
use crate::repair::Repair;

#[derive(PartialEq, Eq)]
pub(crate) struct Outcome {
    /// `{` that nothing closes.
    pub(crate) missing: usize,
    /// Closing brackets that close nothing.
    pub(crate) extra: usize,
    /// Whether all brackets match.
    pub(crate) sound: bool,
}

/// What is known to be wrong when matching for the second time, this time to report and repair.
pub(crate) struct Plan {
    pub(crate) missing: usize,
    pub(crate) extra: usize,
    /// Whether what is missing at the end has a reason that is known.
    pub(crate) silent: bool,
}

#[derive(Clone, Copy)]
struct Opener {
    byte: u8,
    at: usize,
    /// Indentation of its line.
    indent: usize,
    /// Indentation of the first line inside.
    inner: Option<usize>,
    /// Whether something follows it on its own line.
    tail: bool,
}

impl Opener {
    /// Whether a line indented by `indent` can hardly be meant to be inside.
    fn is_left_by(&self, indent: usize) -> bool {
        self.byte == b'{' && indent <= self.indent && self.inner.map_or(self.tail, |inner| inner > self.indent)
    }

    fn name(&self) -> &'static str {
        match self.byte {
            b'(' => "(",
            b'[' => "[",
            _ => "{",
        }
    }

    fn closer(&self) -> u8 {
        match self.byte {
            b'(' => b')',
            b'[' => b']',
            _ => b'}',
        }
    }
}

/// Matches brackets. Without a plan it only looks.
pub(crate) struct Matcher<'r, 'a> {
    repair: &'r mut Repair<'a>,
    lexemes: &'r [Lexeme],
    plan: Option<Plan>,
    open: Vec<Opener>,
    outcome: Outcome,
    indent: usize,
}

impl<'r, 'a> Matcher<'r, 'a> {
    pub(crate) fn new(repair: &'r mut Repair<'a>, lexemes: &'r [Lexeme], plan: Option<Plan>) -> Self {
        let outcome = Outcome { missing: 0, extra: 0, sound: true };
        Matcher { repair, lexemes, plan, open: Vec::new(), outcome, indent: 0 }
    }

    /// `None`: too deep.
    pub(crate) fn run(mut self) -> Option<Outcome> {
        let source = self.repair.source;
        let (lexemes, mut end) = (self.lexemes, 0);
        let mut comment = None;
        for (index, lexeme) in lexemes.iter().enumerate() {
            let gap = end..lexeme.start;
            end = lexeme.end;
            let starts_line = index == 0 || source.text.as_bytes()[gap.clone()].contains(&b'\n');
            if starts_line {
                self.indent = source.text[gap].rsplit('\n').next().unwrap_or_default().chars().count();
            }
            match lexeme.kind {
                Kind::Comment => comment = Some((lexeme.start, lexeme.end)),
                Kind::Token(TokenKind::Close) => {
                    self.close(lexeme.start, starts_line, index + 1 == lexemes.len(), comment);
                }
                kind => {
                    if starts_line {
                        self.line(lexeme.start, comment);
                    } else if let Some(top) = self.open.last_mut() {
                        top.tail |= top.inner.is_none();
                    }
                    if kind == Kind::Token(TokenKind::Open) {
                        let byte = source.text.as_bytes()[lexeme.start];
                        self.open.push(Opener {
                            byte,
                            at: lexeme.start,
                            indent: self.indent,
                            inner: None,
                            tail: false,
                        });
                        if self.open.len() > MAX_DEPTH {
                            let [place, outermost] = [lexeme.start, self.open[0].at].map(|at| self.place(at));
                            self.repair.report(messages::too_deep(place, outermost));
                            return None;
                        }
                    }
                    if kind == Kind::Doc {
                        comment = Some((lexeme.start, lexeme.end));
                    }
                }
            }
        }
        self.finish();
        Some(self.outcome)
    }

    fn place(&self, at: usize) -> Span {
        let length = self.repair.source.text[at..].chars().next().map_or(0, char::len_utf8);
        self.repair.span(at, at + length)
    }

    fn missing(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| plan.missing > 0)
    }

    /// A line starts with the token at `at`, which closes nothing.
    fn line(&mut self, at: usize, comment: Option<(usize, usize)>) {
        while self.missing() && self.open.last().is_some_and(|top| top.is_left_by(self.indent)) {
            if !self.insert(at, comment) {
                break;
            }
        }
        if let Some(top) = self.open.last_mut() {
            top.inner = top.inner.or(Some(self.indent));
        }
    }

    /// Closes the innermost `{` right before the token at `at`, if there is room.
    fn insert(&mut self, at: usize, comment: Option<(usize, usize)>) -> bool {
        let text = &self.repair.text;
        let Some(room) = (0..at).rev().find(|at| text[*at] != b'}').filter(|at| text[*at].is_ascii_whitespace())
        else {
            return false;
        };
        if let (b'\n', Some((start, end))) = (text[room], comment)
            && end <= room
            && self.repair.source.text[end..room].trim().is_empty()
        {
            // Otherwise the bracket would become a part of the comment.
            self.repair.blank(start, end);
        }
        self.repair.text.to_mut()[room] = b'}';
        if let Some(top) = self.open.pop() {
            self.unclosed(top, self.place(at), "it seems to end before this");
        }
        if let Some(plan) = &mut self.plan {
            plan.missing -= 1;
        }
        true
    }

    fn close(&mut self, at: usize, starts_line: bool, last: bool, comment: Option<(usize, usize)>) {
        let byte = self.repair.source.text.as_bytes()[at];
        if starts_line && byte == b'}' {
            while self.missing()
                && self.open.len() > 1
                && self.open.last().is_some_and(|top| top.indent > self.indent && top.is_left_by(self.indent))
                && self.insert(at, comment)
            {}
        }
        match self.open.iter().rposition(|opener| opener.closer() == byte) {
            Some(index) if index + 1 == self.open.len() => {
                match &mut self.plan {
                    // Something follows the end of the board, and brackets are left over: this one is the culprit.
                    Some(plan) if plan.extra > 0 && index == 0 && !last => {
                        plan.extra -= 1;
                        let (place, opener) = (self.place(at), self.place(self.open[0].at));
                        self.repair.report(messages::early_closer(place, opener));
                        self.repair.blank(at, at + 1);
                    }
                    _ => {
                        self.open.pop();
                    }
                }
            }
            Some(index) => {
                self.outcome.sound = false;
                for opener in self.open.split_off(index).into_iter().skip(1) {
                    self.unclosed(opener, self.place(at), "the group around it ends here");
                    if self.plan.is_some() {
                        self.repair.blank(opener.at, opener.at + 1);
                    }
                }
            }
            None => match self.open.last().copied() {
                Some(top) if top.byte != b'{' => {
                    self.outcome.sound = false;
                    self.open.pop();
                    if self.plan.is_some() {
                        let (place, opener) = (self.place(at), self.place(top.at));
                        self.repair.report(messages::mismatched(place, name(byte), opener, top.name()));
                        self.repair.text.to_mut()[at] = top.closer();
                    }
                }
                top => {
                    self.outcome.extra += 1;
                    self.outcome.sound = false;
                    if self.plan.is_some() {
                        let around = top.map(|top| (self.place(top.at), top.name()));
                        self.repair.report(messages::stray_closer(self.place(at), name(byte), around));
                        self.repair.blank(at, at + 1);
                    }
                }
            },
        }
    }

    fn finish(&mut self) {
        let end = self.repair.source.text.len();
        let open = std::mem::take(&mut self.open);
        self.outcome.missing = open.iter().filter(|opener| opener.byte == b'{').count();
        self.outcome.sound &= open.is_empty();
        for opener in open.iter() {
            self.unclosed(*opener, self.repair.span(end, end), "the file ends here");
        }
        if self.plan.is_some() {
            // A line comment at the end must not swallow them.
            let closers = open.iter().rev().map(Opener::closer);
            self.repair.text.to_mut().extend(std::iter::once(b'\n').chain(closers));
        }
    }

    fn unclosed(&mut self, opener: Opener, end: Span, end_is: &str) {
        if self.plan.as_ref().is_some_and(|plan| !plan.silent) {
            let place = self.place(opener.at);
            self.repair.report(messages::unclosed(place, opener.name(), end, end_is));
        }
    }
}

fn name(closer: u8) -> &'static str {
    match closer {
        b')' => ")",
        b']' => "]",
        _ => "}",
    }
}
