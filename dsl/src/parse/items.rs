//! The statements of a file.

use super::{Pair, Reader, Rule};
use crate::ast::{Header, HeaderKind, Item, ItemKind};
use crate::{Span, messages};
use std::fmt::Display;

/// The first statement and the others.
pub(super) type Statements = (Option<Header>, Vec<Item>);

impl Reader<'_> {
    /// Reads `file` or `inside`.
    pub(super) fn file(&mut self, root: Pair) -> Statements {
        let mut statements = (None, Vec::new());
        for pair in root.into_inner() {
            let span = self.span(&pair);
            match pair.as_rule() {
                Rule::before => {
                    self.lose(span);
                    self.report(messages::before_board(self.first_token(span)));
                }
                Rule::after => {
                    self.lose(span);
                    if !self.is_reported(span) {
                        self.report(messages::after_board(self.first_token(span)));
                    }
                }
                Rule::no_shell => self.report(messages::no_board(self.first_token(span))),
                _ => {}
            }
            let is_bare = pair.as_rule() == Rule::no_shell;
            match pair.as_rule() {
                Rule::content => statements = self.content(pair, false),
                Rule::shell | Rule::round_shell | Rule::no_shell => {
                    for pair in pair.into_inner() {
                        match pair.as_rule() {
                            Rule::open_round => self.report(messages::round_board(self.span(&pair))),
                            Rule::content => statements = self.content(pair, is_bare),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        statements
    }

    /// `is_bare`: `board! {` is missing, so the name of the board may well be missing with it.
    fn content(&mut self, content: Pair, is_bare: bool) -> Statements {
        let start = self.indices(&content).start;
        let (mut header, mut items) = (None::<Header>, Vec::new());
        let (mut first, mut header_is_lost) = (None::<Span>, false);
        for pair in content.into_inner() {
            let span = self.span(&pair);
            if pair.as_rule() == Rule::bad_item {
                header_is_lost |= ["board", "fragment", "pub"].iter().any(|word| self.slice(span).starts_with(word));
                self.bad(pair, Rule::item);
            } else {
                match self.item(pair) {
                    Statement::Header(found) => match (&header, first) {
                        (Some(earlier), _) => self.report(messages::second_header(found.span, earlier.span)),
                        (None, earlier) => {
                            if let Some(earlier) = earlier {
                                self.report(messages::late_header(found.span, earlier));
                            }
                            header = Some(found);
                        }
                    },
                    Statement::Item(item) => items.push(item),
                    Statement::Nothing => {}
                }
            }
            first = first.or(Some(self.first_token(span)));
        }
        if header.is_none() && !header_is_lost && !is_bare && self.reported.is_empty() {
            // In an empty file the brace before is all there is.
            let place = first.unwrap_or_else(|| self.token_before(start));
            self.report(messages::no_header(place));
        }
        (header, items)
    }

    fn item(&mut self, pair: Pair) -> Statement {
        let mut pairs = pair.into_inner().peekable();
        let attributes = self.attributes(&mut pairs);
        let Some(pair) = pairs.next() else { return Statement::Nothing };
        let span = self.span(&pair);
        let rule = pair.as_rule();
        let mut parts = pair.clone().into_inner();
        let kind = match rule {
            Rule::header => {
                let mut visibility = None;
                let mut is_fragment = false;
                let mut name = None;
                for part in parts {
                    match part.as_rule() {
                        Rule::visibility => visibility = Some(self.span(&part)),
                        Rule::fragment => is_fragment = true,
                        Rule::name => name = Some(self.ident(&part)),
                        Rule::no_semicolon => self.no_semicolon(&part, span, "this name"),
                        _ => {}
                    }
                }
                let Some(name) = name else { return Statement::Nothing };
                let kind = if is_fragment { HeaderKind::Fragment } else { HeaderKind::Board { visibility } };
                if let (HeaderKind::Fragment, Some(place)) = (&kind, visibility) {
                    self.report(messages::public_fragment(place));
                }
                return Statement::Header(Header { attributes, kind, name, span });
            }
            Rule::include => {
                let Some(path) = parts.next().map(|text| self.text(&text)) else { return Statement::Nothing };
                self.end(parts.next(), span, "the path");
                ItemKind::Include(path)
            }
            Rule::levels => {
                let (names, end): (Vec<_>, Vec<_>) = parts.partition(|part| part.as_rule() == Rule::name);
                self.end(end.into_iter().next(), span, "the last level");
                ItemKind::Levels(names.iter().map(|name| self.ident(name)).collect())
            }
            Rule::defaults => ItemKind::Defaults(self.body(parts.next())),
            Rule::block => {
                let Some(name) = parts.next().map(|name| self.ident(&name)) else { return Statement::Nothing };
                ItemKind::Block { name, body: self.body(parts.next()) }
            }
            Rule::input => {
                let (Some(name), Some(ty)) = (parts.next(), parts.next()) else { return Statement::Nothing };
                let (name, ty) = (self.ident(&name), self.ty(&ty));
                self.end(parts.next(), span, format_args!("the type of `{}`", name.name));
                ItemKind::Input { name, ty }
            }
            Rule::rail => {
                let Some(name) = parts.next().map(|name| self.ident(&name)) else { return Statement::Nothing };
                ItemKind::Rail { name, body: self.body(parts.next()) }
            }
            Rule::overlay => {
                let Some(target) = parts.next().map(|name| self.ident(&name)) else { return Statement::Nothing };
                ItemKind::Overlay { target, body: self.body(parts.next()) }
            }
            Rule::delete => {
                let (names, end): (Vec<_>, Vec<_>) = parts.partition(|part| part.as_rule() == Rule::name);
                self.end(end.into_iter().next(), span, "what is deleted");
                let mut names = names.iter().map(|name| self.ident(name));
                let Some(target) = names.next() else { return Statement::Nothing };
                ItemKind::Delete { target, property: names.next() }
            }
            Rule::variant => return self.variant(pair, attributes),
            Rule::setting => match parts.next().and_then(|property| self.property(property)) {
                Some(property) => ItemKind::Setting(property),
                None => return Statement::Nothing,
            },
            Rule::flag => match self.flag(pair) {
                Some(name) => ItemKind::Flag(name),
                None => return Statement::Nothing,
            },
            _ => match self.node(pair) {
                Some(node) => ItemKind::Node(node),
                None => return Statement::Nothing,
            },
        };
        Statement::Item(Item { attributes, span, kind })
    }

    fn variant(&mut self, pair: Pair, attributes: crate::ast::Attributes) -> Statement {
        let span = self.span(&pair);
        let (mut name, mut feature, mut items) = (None, None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.ident(&part)),
                Rule::when => feature = part.into_inner().next().map(|text| self.text(&text)),
                Rule::bad_item => self.bad(part, Rule::item),
                _ => match self.item(part) {
                    Statement::Item(item) => items.push(item),
                    Statement::Header(header) => self.report(messages::inner_header(header.span)),
                    Statement::Nothing => {}
                },
            }
        }
        match name {
            Some(name) => {
                Statement::Item(Item { attributes, span, kind: ItemKind::Variant { name, feature, items } })
            }
            None => Statement::Nothing,
        }
    }

    /// The first token of `span`.
    pub(super) fn first_token(&self, span: Span) -> Span {
        self.tokens_in(span).first().map_or(Span::new(span.start, span.start), |token| token.span)
    }

    /// Complains if the last part of a statement says that its semicolon is missing.
    pub(super) fn end(&mut self, end: Option<Pair>, statement: Span, what: impl Display) {
        if let Some(end) = end {
            self.no_semicolon(&end, statement, what);
        }
    }

    fn no_semicolon(&mut self, end: &Pair, statement: Span, what: impl Display) {
        let (before, known) = self.gap(end, statement);
        if !known {
            self.report(messages::no_semicolon(before.after(), &what.to_string()));
        }
    }
}

enum Statement {
    Header(Header),
    Item(Item),
    /// Something is missing that the grammar promises.
    Nothing,
}
