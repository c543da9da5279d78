//! What must hold before the grammar may look at a text: it is small, every token is sound, brackets match and nest
//! no deeper than the limit. What is wrong is reported here and repaired, so that the rest of the file can be read.

use crate::ast::Token;
use crate::brackets::{Matcher, Outcome, Plan};
use crate::letters::Letters;
use crate::lexer::{Fault, Kind, Lexeme, Lexer};
use crate::messages::{self, MAX_BYTES};
use crate::{Diagnostics, SourceFile, Span};
use std::borrow::Cow;

/// A text that the grammar can read.
pub(crate) struct Checked<'a> {
    /// As long as the source up to the end of the source, then perhaps missing brackets.
    pub(crate) text: Cow<'a, str>,
    /// What stands in it.
    pub(crate) lexemes: Vec<Lexeme>,
    /// The places of the repairs, in order.
    pub(crate) reported: Vec<Span>,
}

/// A string without an end swallows all the text. Reading on from the next line is a guess, and guesses cost time.
const MAX_RESUMES: usize = 8;

/// Checks and repairs `source`. `None` if it is beyond repair; that has been reported.
pub(crate) fn check<'a>(source: &'a SourceFile, shell: bool, diagnostics: &mut Diagnostics) -> Option<Checked<'a>> {
    if source.text.len() > MAX_BYTES {
        let place = Span::new(source.start, source.start);
        diagnostics.push(messages::too_large(&source.name, place, source.text.len()));
        return None;
    }
    let mut repair =
        Repair { source, text: Cow::Borrowed(source.text.as_bytes()), reported: Vec::new(), diagnostics };
    let (lexemes, cut) = repair.lexemes();
    let outcome = Matcher::new(&mut repair, &lexemes, None).run()?;
    if outcome != (Outcome { missing: 0, extra: 0, sound: true }) {
        let plan = Plan { missing: outcome.missing, extra: if shell { outcome.extra } else { 0 }, silent: cut };
        Matcher::new(&mut repair, &lexemes, Some(plan)).run()?;
    }
    let Repair { text, mut reported, .. } = repair;
    reported.sort();
    let text = match text {
        Cow::Borrowed(_) => Cow::Borrowed(source.text.as_str()),
        // Repairs replace whole characters by ASCII, so this never fails.
        Cow::Owned(text) => Cow::Owned(String::from_utf8(text).ok()?),
    };
    let lexemes = if reported.is_empty() { lexemes } else { Lexer::new(&text).collect() };
    Some(Checked { text, lexemes, reported })
}

pub(crate) struct Repair<'a> {
    pub(crate) source: &'a SourceFile,
    pub(crate) text: Cow<'a, [u8]>,
    reported: Vec<Span>,
    diagnostics: &'a mut Diagnostics,
}

impl Repair<'_> {
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source.start + start as u32, self.source.start + end as u32)
    }

    pub(crate) fn report(&mut self, diagnostic: crate::Diagnostic) {
        self.reported.push(diagnostic.primary.span);
        self.diagnostics.push(diagnostic);
    }

    /// Overwrites with spaces; line breaks stay.
    pub(crate) fn blank(&mut self, start: usize, end: usize) {
        for byte in &mut self.text.to_mut()[start..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }

    /// All lexemes with faults reported and blanked, and whether the end of the text got lost.
    fn lexemes(&mut self) -> (Vec<Lexeme>, bool) {
        let text = &self.source.text;
        let mut lexer = Lexer::new(text);
        // Few texts have more, and what is not used costs nothing.
        let (mut lexemes, mut resumes) = (Vec::with_capacity(text.len() / 4), 0);
        if text.starts_with('\u{feff}') {
            self.blank(0, 3);
        }
        while let Some(lexeme) = lexer.next() {
            let Lexeme { kind, start, end } = lexeme;
            let fault = match kind {
                Kind::Fault(fault) => fault,
                _ => {
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

/// The tokens of a text, placed as if it started at `start` and had `length` bytes.
pub(crate) fn tokens(text: &str, start: u32, length: u32) -> Vec<Token> {
    let lexemes: Vec<Lexeme> = Lexer::new(text).collect();
    Letters::new(text, &lexemes, start, length).tokens
}
