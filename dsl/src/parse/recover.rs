//! Says what is wrong with a statement that fits nothing.

use super::{Grammar, Pair, Reader, Rule};
use crate::lexer::is_ident_continue;
use crate::{Diagnostic, Span, messages};
use pest::Parser;
use pest::error::InputLocation;
use std::sync::{Mutex, PoisonError};

/// pest's switch for details is global. Whoever turns it must be alone.
static DETAILS: Mutex<()> = Mutex::new(());

/// The head of a statement is short. What follows does not matter.
const LONGEST_HEAD: usize = 4096;

const STATEMENT_WORDS: &[&str] = &[
    "board", "fragment", "include", "levels", "defaults", "budget", "input", "rail", "delete", "variant",
];

impl Reader<'_> {
    /// Reports the statement `pair`, which should have been an `item` or an `entry`, and keeps its names.
    pub(super) fn bad(&mut self, pair: Pair, wanted: Rule) {
        let span = self.span(&pair);
        self.lose(span);
        if !self.is_reported(span) {
            // Nobody will see the others: do not spend time on them.
            let enough = self.found.iter().count() > super::MAX_ERRORS;
            let diagnostic = if enough { messages::unreadable(span) } else { self.explain(&pair, span, wanted) };
            self.report(diagnostic);
        }
    }

    fn explain(&self, pair: &Pair, span: Span, wanted: Rule) -> Diagnostic {
        let text = pair.as_str();
        let parts: Vec<_> = pair.clone().into_inner().collect();
        let skipped = parts.iter().find(|part| part.as_rule() == Rule::skipped);
        let start = skipped.map_or(text.len(), |skipped| skipped.as_span().start() - pair.as_span().start());
        let tokens = self.tokens_in(Span::new(span.start + start as u32, span.end));
        let Some(first) = tokens.first() else {
            return messages::nothing_follows(parts.last().map_or(span, |lead| self.span(lead)));
        };
        let word = |index: usize| tokens.get(index).map_or("", |token| self.slice(token.span));
        let is_statement_word = STATEMENT_WORDS.contains(&word(0));
        let in_entry = wanted == Rule::entry;
        let names_something = matches!(word(1), ":" | "=" | "@" | "{" | ";") && word(2) != ":";
        match word(0) {
            raw if raw.starts_with("r#") => return messages::raw_name(first.span, raw),
            keyword if Grammar::parse(Rule::keyword, keyword).is_ok() => {
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
            _ => {}
        }
        let head = &text[start..];
        let head = head.char_indices().nth(LONGEST_HEAD).map_or(head, |(end, _)| &head[..end]);
        let Some((at, expected)) = expectation(head, wanted) else { return messages::unreadable(first.span) };
        let at = span.start + (start + at) as u32;
        let found = tokens.iter().find(|token| token.span.start >= at);
        let before = tokens.iter().take_while(|token| token.span.end <= at).last();
        let after = before.map(|before| self.slice(before.span));
        let expected = likely(expected, after, is_statement_word.then(|| word(0)));
        match (found, before) {
            (Some(found), _) => messages::expected(found.span, &expected, after, Some(self.slice(found.span))),
            (None, Some(before)) => messages::expected(before.span.after(), &expected, after, None),
            (None, None) => messages::unreadable(first.span),
        }
    }

    /// The text of a place.
    fn slice(&self, span: Span) -> &str {
        let range = (span.start - self.source.start) as usize..(span.end - self.source.start) as usize;
        self.text.get(range).unwrap_or_default()
    }
}

/// How far `head` can be read, and what would fit there.
fn expectation(head: &str, wanted: Rule) -> Option<(usize, Vec<&'static str>)> {
    let rule = if wanted == Rule::entry { Rule::strict_entry } else { Rule::strict_item };
    let marked = format!("\u{1}{head}");
    let error = {
        let _alone = DETAILS.lock().unwrap_or_else(PoisonError::into_inner);
        pest::set_error_detail(true);
        let result = Grammar::parse(rule, &marked);
        pest::set_error_detail(false);
        result.err()?
    };
    let attempts = error.parse_attempts()?;
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at.max(attempts.max_position),
    };
    let mut expected = Vec::new();
    if at == attempts.max_position {
        let rules = attempts.call_stacks();
        expected.extend(rules.iter().filter_map(|stack| rule_words(*stack.deepest.get_rule()?)));
        expected.extend(rules.iter().filter_map(|stack| rule_words(stack.parent?)));
        expected.extend(attempts.expected_tokens().iter().filter_map(|token| token_words(&token.to_string())));
    }
    Some((at.checked_sub(1)?, expected))
}

/// Leaves out what fits as well, but was hardly meant, and puts the rest in order.
fn likely(mut expected: Vec<&'static str>, after: Option<&str>, statement: Option<&str>) -> Vec<&'static str> {
    if statement.is_some() && statement == after {
        // Such a word may also be the label of a node.
        expected.retain(|words| !matches!(*words, "`:`" | "`@`"));
    }
    if expected.contains(&"a reference") {
        expected.retain(|words| *words != "`&`");
    }
    if expected.contains(&"a type") {
        // Either none has begun, or it could go on in many ways.
        let begun = after != Some(":");
        expected.retain(|words| if begun { matches!(*words, "`{`" | "`@`" | "`;`") } else { *words == "a type" });
    }
    let goes_on = after.is_some_and(|after| after.ends_with(is_ident_continue)) && after != statement;
    if goes_on && expected.iter().any(|words| *words != "a name") {
        expected.retain(|words| *words != "a name");
    }
    let order = |words: &&str| WORDS.iter().position(|(_, known)| known == words).unwrap_or(WORDS.len());
    expected.sort_by_key(order);
    expected.dedup();
    expected
}

/// What a firmware engineer would call it.
fn rule_words(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::name => "a name",
        Rule::r#type => "a type",
        Rule::text => "a text in double quotes",
        Rule::number | Rule::numeral => "a number",
        Rule::expression => "a Rust expression",
        Rule::reference => "a reference",
        Rule::body => "`{`",
        _ => return None,
    })
}

fn token_words(token: &str) -> Option<&'static str> {
    WORDS.iter().find(|(known, _)| *known == token).map(|(_, words)| *words)
}

/// Tokens that are worth to be named, in the order to name them.
const WORDS: &[(&str, &str)] = &[
    ("when", "`when`"),
    ("feature", "`feature`"),
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
