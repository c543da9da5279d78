//! Says what is wrong with a statement that fits nothing.

use super::{Grammar, Pair, Reader, Rule};
use crate::ast::{Token, TokenKind};
use crate::letters::{DOC, letter};
use crate::{Diagnostic, Span, messages};
use pest::Parser;
use pest::error::InputLocation;
use std::sync::{Mutex, PoisonError};

/// pest's switch for details is global. Whoever turns it must be alone.
static DETAILS: Mutex<()> = Mutex::new(());

/// The head of a statement has few tokens. What follows does not matter.
const LONGEST_HEAD: usize = 256;

const STATEMENT_WORDS: &[&str] =
    &["board", "fragment", "include", "levels", "defaults", "budget", "input", "rail", "delete", "variant"];

impl Reader<'_> {
    /// Reports the statement `pair`, which should have been an `item` or an `entry`, and keeps its names.
    pub(super) fn bad(&mut self, pair: Pair, wanted: Rule) {
        let span = self.span(&pair);
        self.lose(span);
        if !self.is_reported(span) {
            let diagnostic = match self.is_enough() {
                // Not worth the time to find out more.
                true => messages::unreadable(span),
                false => self.explain(&pair, span, wanted),
            };
            self.report(diagnostic);
        }
    }

    fn explain(&self, pair: &Pair, span: Span, wanted: Rule) -> Diagnostic {
        let parts: Vec<_> = pair.clone().into_inner().collect();
        let skipped = parts.iter().find(|part| part.as_rule() == Rule::skipped);
        let tokens = skipped.map(|skipped| &self.tokens[self.indices(skipped).start..self.indices(pair).end]);
        let tokens = tokens.unwrap_or_default();
        let Some(first) = tokens.first() else {
            return messages::nothing_follows(parts.last().map_or(span, |lead| self.span(lead)));
        };
        let word = |index: usize| tokens.get(index).map_or("", |token| self.slice(token.span));
        let is_statement_word = STATEMENT_WORDS.contains(&word(0));
        let in_entry = wanted == Rule::entry;
        let names_something = matches!(word(1), ":" | "=" | "@" | "{" | ";") && word(2) != ":";
        match word(0) {
            raw if raw.starts_with("r#") => return messages::raw_name(first.span, raw),
            keyword if is_keyword(first, keyword) => {
                return match names_something {
                    true => messages::keyword_as_name(first.span, keyword),
                    false => messages::expected(first.span, &["a statement"], None, Some(keyword)),
                };
            }
            "&" if in_entry => return messages::inner_statement(first.span, "an overlay"),
            statement if is_statement_word && word(1) == "=" => return messages::no_setting(first.span, statement),
            statement if in_entry && is_statement_word => {
                return messages::inner_statement(first.span, &format!("`{statement}`"));
            }
            property @ ("power" | "deinit") if !in_entry => return messages::outer_property(first.span, property),
            "init" if !in_entry && word(1) == "(" => return messages::outer_property(first.span, "init"),
            _ => {}
        }
        let head: Vec<_> = tokens.iter().take(LONGEST_HEAD).map(|token| (token, self.slice(token.span))).collect();
        let Some((index, expected)) = expectation(&head, wanted) else { return messages::unreadable(first.span) };
        let after = index.checked_sub(1).map(|before| head[before].1);
        match head.get(index) {
            Some((found, text)) => messages::expected(found.span, &expected, after, Some(text)),
            None => messages::expected(head[head.len() - 1].0.span.after(), &expected, after, None),
        }
    }
}

fn is_keyword(token: &Token, word: &str) -> bool {
    token.kind == TokenKind::Ident && matches!(letter(token.kind, word, None), 'X' | 'a'..='e')
}

/// How many tokens of `head` can be read, and what would fit then.
fn expectation(head: &[(&Token, &str)], wanted: Rule) -> Option<(usize, Vec<&'static str>)> {
    let letters: String = (0..head.len()).map(|index| letter_of(head, index)).collect();
    let index = reach(&letters, wanted)?;
    let Some(before) = index.checked_sub(1) else {
        return Some((0, vec![if wanted == Rule::entry { "a property or a node" } else { "a statement" }]));
    };
    let read = &letters[..index];
    let fits = |probe: &str| {
        let letters = format!("{read}{probe}");
        reach(&letters, wanted).is_none_or(|at| at >= letters.len())
    };
    if fits("+") {
        // In the midst of Rust nearly everything fits; what ends it is what matters.
        let is_type = !fits("%");
        let ends = PROBES.iter().filter(|(probe, _)| matches!(*probe, "@" | "{" | ";") && fits(probe));
        return Some((
            index,
            match head[before].1 {
                ":" if is_type => vec!["a type"],
                "@" => vec!["an address such as `0x68`"],
                _ if is_type => ends.map(|(_, words)| *words).collect(),
                _ => vec!["`;`"],
            },
        ));
    }
    let mut expected: Vec<_> = PROBES.iter().filter(|(probe, _)| fits(probe)).map(|(_, words)| *words).collect();
    if index == 1 && (STATEMENT_WORDS.contains(&head[0].1) || matches!(head[0].1, "power" | "deinit")) {
        // Such a word may also be the label of a node, but hardly is.
        expected.retain(|words| !matches!(*words, "`:`" | "`@`"));
    }
    if expected.contains(&"a name") {
        expected.retain(|words| !matches!(*words, "`when`" | "`feature`"));
    }
    if expected.contains(&"a reference such as `&label`") {
        expected.retain(|words| *words != "`&`");
    }
    Some((index, expected))
}

/// The letter of a token of `head`.
fn letter_of(head: &[(&Token, &str)], index: usize) -> char {
    let (token, text) = head[index];
    if text.starts_with("//") || text.starts_with("/*") {
        return DOC;
    }
    let next = head.get(index + 1).filter(|(next, _)| next.span.start == token.span.end);
    letter(token.kind, text, next.and_then(|(_, text)| text.as_bytes().first()))
}

/// How many of `letters` can be read as a statement that gets no help. `None`: all.
fn reach(letters: &str, wanted: Rule) -> Option<usize> {
    let rule = if wanted == Rule::entry { Rule::strict_entry } else { Rule::strict_item };
    let marked = format!("\u{1}{letters}");
    let error = {
        let _alone = DETAILS.lock().unwrap_or_else(PoisonError::into_inner);
        pest::set_error_detail(true);
        let result = Grammar::parse(rule, &marked);
        pest::set_error_detail(false);
        result.err()?
    };
    let attempt = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let furthest = error.parse_attempts().map_or(attempt, |attempts| attempts.max_position.max(attempt));
    furthest.checked_sub(1)
}

/// The letters of what may be missing, and what to call it, in the order to name it.
const PROBES: &[(&str, &str)] = &[
    ("Q", "a name"),
    ("i", "a number"),
    ("h", "a text in double quotes"),
    ("&Q", "a reference such as `&label`"),
    ("M", "`when`"),
    ("N", "`feature`"),
    (":", "`:`"),
    ("@", "`@`"),
    ("{", "`{`"),
    ("=", "`=`"),
    ("(", "`(`"),
    (")", "`)`"),
    (",", "`,`"),
    (".", "`.`"),
    ("&", "`&`"),
    (";", "`;`"),
];
