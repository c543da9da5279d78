//! What must hold before the grammar may look at a text: it is small, every token is sound, brackets match and nest
//! no deeper than the limit. What is wrong is reported here and repaired, so that the rest of the file can be read.

use crate::ast::{Token, TokenKind};
use crate::lexer::{Fault, Kind, Lexeme, Lexer};
use crate::messages::{self, MAX_BYTES, MAX_DEPTH};
use crate::{Diagnostics, SourceFile, Span};

/// A text that the grammar can read.
pub(crate) struct Checked {
    /// As long as the source up to the end of the source, then perhaps missing brackets.
    pub(crate) text: String,
    /// The places of the repairs, in order.
    pub(crate) reported: Vec<Span>,
}

/// A string without an end swallows all the text. Reading on from the next line is a guess, and guesses cost time.
const MAX_RESUMES: usize = 8;

/// Checks and repairs `source`. `None` if it is beyond repair; that has been reported.
pub(crate) fn check(source: &SourceFile, shell: bool, diagnostics: &mut Diagnostics) -> Option<Checked> {
    if source.text.len() > MAX_BYTES {
        let place = Span::new(source.start, source.start);
        diagnostics.push(messages::too_large(&source.name, place, source.text.len()));
        return None;
    }
    let mut repair = Repair { source, text: source.text.clone().into_bytes(), reported: Vec::new(), diagnostics };
    let (lexemes, cut) = repair.lexemes();
    let outcome = Matcher::new(&mut repair, &lexemes, None).run()?;
    if outcome != (Outcome { missing: 0, extra: 0, sound: true }) {
        let plan = Plan { missing: outcome.missing, extra: if shell { outcome.extra } else { 0 }, silent: cut };
        Matcher::new(&mut repair, &lexemes, Some(plan)).run()?;
    }
    let Repair { text, mut reported, .. } = repair;
    reported.sort();
    // Repairs replace whole characters by ASCII, so this never fails.
    Some(Checked { text: String::from_utf8(text).ok()?, reported })
}

struct Repair<'a> {
    source: &'a SourceFile,
    text: Vec<u8>,
    reported: Vec<Span>,
    diagnostics: &'a mut Diagnostics,
}

impl Repair<'_> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source.start + start as u32, self.source.start + end as u32)
    }

    fn report(&mut self, diagnostic: crate::Diagnostic) {
        self.reported.push(diagnostic.primary.span);
        self.diagnostics.push(diagnostic);
    }

    /// Overwrites with spaces; line breaks stay.
    fn blank(&mut self, start: usize, end: usize) {
        for byte in &mut self.text[start..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }

    /// All lexemes with faults reported and blanked, and whether the end of the text got lost.
    fn lexemes(&mut self) -> (Vec<Lexeme>, bool) {
        let text = &self.source.text;
        let mut lexer = Lexer::new(text);
        let (mut lexemes, mut resumes) = (Vec::new(), 0);
        if text.starts_with('\u{feff}') {
            self.blank(0, 3);
        }
        while let Some(lexeme) = lexer.next() {
            let Lexeme { kind, start, end } = lexeme;
            let fault = match kind {
                Kind::Fault(fault) => fault,
                _ => {
                    self.flatten(lexeme);
                    lexemes.push(lexeme);
                    continue;
                }
            };
            let place = self.span(start, end);
            match fault {
                Fault::OpenString => {
                    let line = text[start..].split('\n').next().unwrap_or_default();
                    // What ends the statement was hardly meant as part of the text.
                    let ending = |c: char| c.is_whitespace() || matches!(c, ';' | ')' | ']' | '}');
                    let kept = line.trim_end_matches(ending).len();
                    let kept = kept + closing(&line[..kept], &line[kept..]);
                    self.report(messages::open_string(self.span(start, start + kept)));
                    resumes += 1;
                    if resumes > MAX_RESUMES {
                        self.blank(start, end);
                        return (lexemes, true);
                    }
                    self.blank(start, start + kept);
                    lexer.resume(start + kept);
                }
                Fault::OpenComment => {
                    self.report(messages::open_comment(self.span(start, start + 2)));
                    self.blank(start, end);
                    return (lexemes, true);
                }
                Fault::Character => self.report(messages::bad_character(place)),
                Fault::Number => self.report(messages::bad_number(place, &text[start..end])),
                Fault::InnerDoc => self.report(messages::inner_doc(place)),
                Fault::Stray(character) => self.report(messages::stray_character(place, character)),
            }
            if !matches!(fault, Fault::OpenString) {
                self.blank(start, end);
            }
        }
        (lexemes, false)
    }

    /// Blanks the marks of comments inside comments: the grammar need not know that they nest.
    fn flatten(&mut self, lexeme: Lexeme) {
        let Lexeme { start, end, .. } = lexeme;
        let block = matches!(lexeme.kind, Kind::Comment | Kind::Doc) && self.text[start..].starts_with(b"/*");
        let mut at = start + 2;
        while block && at + 2 < end {
            if matches!(&self.text[at..at + 2], b"/*" | b"*/") {
                self.blank(at, at + 2);
                at += 2;
            } else {
                at += 1;
            }
        }
    }
}

/// How much of `rest` closes brackets that `text` opens.
fn closing(text: &str, rest: &str) -> usize {
    let is_closer = |c: char| matches!(c, ')' | ']' | '}');
    let mut open = 0;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' => open += 1,
            _ if is_closer(c) && open > 0 => open -= 1,
            _ => {}
        }
    }
    let closers = rest.char_indices().filter(|(_, c)| is_closer(*c));
    closers.take(open).last().map_or(0, |(at, closer)| at + closer.len_utf8())
}

#[derive(PartialEq, Eq)]
struct Outcome {
    /// `{` that nothing closes.
    missing: usize,
    /// Closing brackets that close nothing.
    extra: usize,
    /// Whether all brackets match.
    sound: bool,
}

/// What is known to be wrong when matching for the second time, this time to report and repair.
struct Plan {
    missing: usize,
    extra: usize,
    silent: bool,
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
struct Matcher<'r, 'a> {
    repair: &'r mut Repair<'a>,
    lexemes: &'r [Lexeme],
    plan: Option<Plan>,
    open: Vec<Opener>,
    outcome: Outcome,
    indent: usize,
}

impl<'r, 'a> Matcher<'r, 'a> {
    fn new(repair: &'r mut Repair<'a>, lexemes: &'r [Lexeme], plan: Option<Plan>) -> Self {
        let outcome = Outcome { missing: 0, extra: 0, sound: true };
        Matcher { repair, lexemes, plan, open: Vec::new(), outcome, indent: 0 }
    }

    /// `None`: too deep.
    fn run(mut self) -> Option<Outcome> {
        let source = self.repair.source;
        let (lexemes, mut end) = (self.lexemes, 0);
        let mut comment = None;
        for (index, lexeme) in lexemes.iter().enumerate() {
            let gap = &source.text[end..lexeme.start];
            end = lexeme.end;
            let starts_line = index == 0 || gap.contains('\n');
            if starts_line {
                self.indent = gap.rsplit('\n').next().unwrap_or_default().chars().count();
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
        self.repair.text[room] = b'}';
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
                        self.repair.text[at] = top.closer();
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
            self.repair.text.extend(std::iter::once(b'\n').chain(closers));
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

/// The tokens of a text with sound tokens, placed as if the text started at `start` and had `length` bytes.
pub(crate) fn tokens(text: &str, start: u32, length: u32) -> Vec<Token> {
    let mut tokens = Vec::new();
    for lexeme in Lexer::new(text) {
        let place = |at: usize| start + (at as u32).min(length);
        let span = Span::new(place(lexeme.start), place(lexeme.end));
        match lexeme.kind {
            Kind::Token(kind) => tokens.push(Token { kind, span }),
            Kind::Doc => {
                // `#[doc = "…"]`
                use TokenKind::{Close, Ident, Literal, Open, Punct};
                tokens.extend([Punct, Open, Ident, Punct, Literal, Close].map(|kind| Token { kind, span }));
            }
            Kind::Comment | Kind::Fault(_) => {}
        }
    }
    tokens
}
