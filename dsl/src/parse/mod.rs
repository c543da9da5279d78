//! The grammar's pairs to the syntax tree. Only the modules in here know `Rule`.

mod items;
mod nodes;
mod recover;
mod values;

use crate::ast::{Attribute, Attributes, File, Ident, Token, TokenKind};
use crate::letters::Letters;
use crate::repair::{self, Checked};
use crate::{Diagnostic, Diagnostics, SourceFile, Span, messages};
use pest::Parser;
use pest::iterators::Pair as PestPair;
use std::collections::BTreeSet;
use std::ops::Range;

#[derive(pest_derive::Parser)]
#[grammar = "board.pest"]
struct Grammar;

type Pair<'a> = PestPair<'a, Rule>;

/// More syntax errors than this in one file help nobody.
const MAX_ERRORS: usize = 100;

pub(crate) fn file(source: &SourceFile, shell: bool, diagnostics: &mut Diagnostics) -> File {
    let mut found = Diagnostics::new();
    let (items, lost_names, unseen) = statements(source, shell, &mut found);
    found.sort();
    let count = found.iter().count() + unseen;
    for (index, diagnostic) in found.iter().take(MAX_ERRORS).cloned().enumerate() {
        let last = index + 1 == MAX_ERRORS && count > MAX_ERRORS;
        diagnostics.push(if last { messages::and_more(diagnostic, count - MAX_ERRORS) } else { diagnostic });
    }
    let (header, items) = items;
    File { span: source.span(), header, items, lost_names: lost_names.into_iter().collect() }
}

/// The statements, the names of those left out, and how many errors were not even described.
fn statements(
    source: &SourceFile,
    shell: bool,
    found: &mut Diagnostics,
) -> (items::Statements, BTreeSet<String>, usize) {
    let Some(checked) = repair::check(source, shell, found) else {
        let tokens = repair::tokens(&source.text, source.start, source.text.len() as u32);
        let lost = names(source, &tokens).collect();
        return ((None, Vec::new()), lost, 0);
    };
    let Checked { text, lexemes, reported } = checked;
    let Letters { letters, starts, tokens } = Letters::new(&text, &lexemes, source.start, source.text.len() as u32);
    drop(lexemes);
    let rule = if shell { Rule::file } else { Rule::inside };
    let (text, lost) = (&text, BTreeSet::new());
    let mut reader = Reader { source, text, tokens: &tokens, starts: &starts, reported, found, lost, unseen: 0 };
    // The grammar fits every text that `check` lets through, so there is always a first pair.
    let Some(root) = Grammar::parse(rule, &letters).ok().and_then(|mut pairs| pairs.next()) else {
        let lost = names(source, &tokens).collect();
        reader.report(messages::unreadable(source.span()));
        return ((None, Vec::new()), lost, 0);
    };
    let statements = reader.file(root);
    (statements, reader.lost, reader.unseen)
}

fn names<'a>(source: &'a SourceFile, tokens: &'a [Token]) -> impl Iterator<Item = String> + 'a {
    let idents = tokens.iter().filter(|token| token.kind == TokenKind::Ident);
    idents.filter_map(|token| {
        let range = (token.span.start - source.start) as usize..(token.span.end - source.start) as usize;
        // The identifier of a doc comment is not written anywhere.
        source.text.get(range).filter(|text| !text.starts_with('/')).map(str::to_owned)
    })
}

/// Turns pairs into tree.
struct Reader<'a> {
    source: &'a SourceFile,
    /// The repaired text.
    text: &'a str,
    /// Its tokens, and by letter, and for their end, the index of the first one.
    tokens: &'a [Token],
    starts: &'a [u32],
    /// Where something is known to be wrong, in order.
    reported: Vec<Span>,
    found: &'a mut Diagnostics,
    lost: BTreeSet<String>,
    unseen: usize,
}

impl<'a> Reader<'a> {
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.is_enough() {
            self.unseen += 1;
        } else {
            self.found.push(diagnostic);
        }
    }

    /// Whether nobody will see a further error.
    fn is_enough(&self) -> bool {
        self.found.iter().count() > MAX_ERRORS
    }

    /// Where the tokens of `pair` start, and those behind it.
    fn indices(&self, pair: &Pair) -> Range<usize> {
        let [start, end] = [pair.as_span().start(), pair.as_span().end()].map(|letter| self.starts[letter] as usize);
        start..end
    }

    fn tokens_of(&self, pair: &Pair) -> &'a [Token] {
        &self.tokens[self.indices(pair)]
    }

    /// Where `pair` stands. One without tokens stands behind the token before.
    fn span(&self, pair: &Pair) -> Span {
        match self.tokens_of(pair) {
            [] => self.token_before(self.indices(pair).start).after(),
            [only] => only.span,
            [first, .., last] => first.span.to(last.span),
        }
    }

    /// The text of a place.
    fn slice(&self, span: Span) -> &'a str {
        let range = (span.start - self.source.start) as usize..(span.end - self.source.start) as usize;
        self.text.get(range).unwrap_or_default()
    }

    /// The tokens inside `span`.
    fn tokens_in(&self, span: Span) -> &'a [Token] {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let length = self.tokens[start..].partition_point(|token| token.span.start < span.end);
        &self.tokens[start..start + length]
    }

    /// The token before number `index`.
    fn token_before(&self, index: usize) -> Span {
        let start = Span::new(self.source.start, self.source.start);
        index.checked_sub(1).map_or(start, |index| self.tokens[index].span)
    }

    /// The token before `missing`, where `statement` lacks something, and whether the reason has been reported.
    fn gap(&self, missing: &Pair, statement: Span) -> (Span, bool) {
        let index = self.indices(missing).start;
        let next = self.tokens.get(index).map_or(self.source.span().end, |token| token.span.start);
        (self.token_before(index), self.is_reported(Span::new(statement.start, next.max(statement.end))))
    }

    /// Whether something inside `span` has been reported before.
    fn is_reported(&self, span: Span) -> bool {
        let next = self.reported.partition_point(|place| place.start < span.start);
        self.reported.get(next).is_some_and(|place| place.start <= span.end)
    }

    /// Keeps the names of a statement that is left out.
    fn lose(&mut self, span: Span) {
        self.lost.extend(names(self.source, self.tokens_in(span)));
    }

    fn ident(&self, pair: &Pair) -> Ident {
        let span = self.span(pair);
        Ident { name: self.slice(span).into(), span }
    }

    /// Takes docs and attributes off the front of `pairs`.
    fn attributes(&mut self, pairs: &mut std::iter::Peekable<pest::iterators::Pairs<'_, Rule>>) -> Attributes {
        let mut attributes = Attributes::default();
        while let Some(pair) = pairs.peek() {
            match pair.as_rule() {
                Rule::doc => attributes.docs.push(doc(self.slice(self.span(pair)))),
                Rule::doc_attribute => {
                    let text = pair.clone().into_inner().next().map(|text| self.text(&text));
                    attributes.docs.extend(text.map(|text| text.value));
                }
                Rule::attribute => {
                    let mut names = pair.clone().into_inner().map(|name| self.ident(&name));
                    let Some(name) = names.next() else { break };
                    attributes.others.push(Attribute { name, arguments: names.collect(), span: self.span(pair) });
                }
                Rule::bad_attribute => {
                    let span = self.span(pair);
                    if !self.is_reported(span) {
                        self.report(messages::bad_attribute(span));
                    }
                }
                _ => break,
            }
            pairs.next();
        }
        attributes
    }
}

/// The text of a doc comment.
fn doc(comment: &str) -> String {
    match comment.strip_prefix("/**") {
        Some(block) => block.strip_suffix("*/").unwrap_or(block).to_owned(),
        None => comment.trim_start_matches("///").trim_end_matches('\r').to_owned(),
    }
}
