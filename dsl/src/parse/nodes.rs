//! Nodes and all that stands between braces.

use super::{Pair, Reader, Rule};
use crate::ast::{Attributes, ClaimPath, Entry, EntryKind, Ident, Node, Property, Rust, Value};
use crate::messages;

impl Reader<'_> {
    pub(super) fn node(&mut self, pair: Pair) -> Option<Node> {
        let (mut label, mut ty, mut address, mut body) = (None, None, None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => label = Some(self.ident(&part)),
                Rule::r#type => ty = Some(self.ty(&part)),
                Rule::number => {
                    address = self.number(&part);
                    if address.is_none() {
                        self.lose_address();
                    }
                }
                Rule::bad_address => {
                    let span = self.span(&part);
                    self.lose(span);
                    self.lose_address();
                    if !self.is_reported(span) {
                        self.report(messages::bad_address(span));
                    }
                }
                Rule::body => body = self.body(Some(part)),
                _ => {}
            }
        }
        Some(Node { label: label?, ty, address, body })
    }

    /// `self.reg` is not unknown because the address cannot be read.
    fn lose_address(&mut self) {
        self.lost.insert("reg".to_owned());
    }

    pub(super) fn body(&mut self, pair: Option<Pair>) -> Vec<Entry> {
        let Some(pairs) = pair.map(Pair::into_inner) else { return Vec::new() };
        let mut entries = Vec::with_capacity(pairs.len());
        let mut pairs = pairs.peekable();
        loop {
            let attributes = self.attributes(&mut pairs);
            let Some(pair) = pairs.next() else { return entries };
            if pair.as_rule() == Rule::bad_entry {
                self.bad(pair, Rule::entry);
            } else {
                entries.extend(self.entry(attributes, pair));
            }
        }
    }

    fn entry(&mut self, attributes: Attributes, pair: Pair) -> Option<Entry> {
        let span = self.span(&pair);
        let kind = match pair.as_rule() {
            Rule::property => EntryKind::Property(self.property(pair)?),
            Rule::flag => EntryKind::Flag(self.flag(pair)?),
            Rule::power => self.power(pair)?,
            Rule::init => {
                let (claims, value) = self.with_claims(pair, "init");
                EntryKind::Init { claims: claims?, value: value? }
            }
            Rule::deinit => {
                let (claims, value) = self.with_claims(pair, "deinit");
                EntryKind::Deinit { claims, value: value? }
            }
            _ => EntryKind::Node(self.node(pair)?),
        };
        Some(Entry { attributes, span, kind })
    }

    pub(super) fn property(&mut self, pair: Pair) -> Option<Property> {
        let span = self.span(&pair);
        let mut parts = pair.into_inner();
        let name = parts.next()?;
        let is_plain = name.as_rule() == Rule::name;
        let name = self.ident(&name);
        let value = parts.next()?;
        let value = if value.as_rule() == Rule::no_value {
            self.no_value(&value, span, &name.name);
            Value::Broken(name.span.after())
        } else {
            self.value(value)
        };
        // What is left of a value that had something unreadable in it can look like another one.
        let value = match value {
            Value::Rust(_) | Value::Word(_) if is_plain && self.is_reported(value.span()) => {
                Value::Broken(value.span())
            }
            value => value,
        };
        self.end(parts.next(), span, format_args!("the value of `{}`", name.name));
        Some(Property { name, value, span })
    }

    fn no_value(&mut self, pair: &Pair, statement: crate::Span, name: &str) {
        let (before, known) = self.gap(pair, statement);
        if !known {
            self.report(messages::no_value(before.after(), name));
            // One report is enough: the semicolon may be missing too.
            let index = self.reported.partition_point(|place| place.start < statement.start);
            self.reported.insert(index, statement);
        }
    }

    pub(super) fn flag(&mut self, pair: Pair) -> Option<Ident> {
        let span = self.span(&pair);
        let mut parts = pair.into_inner();
        let name = self.ident(&parts.next()?);
        self.end(parts.next(), span, format_args!("`{}`", name.name));
        Some(name)
    }

    fn power(&mut self, pair: Pair) -> Option<EntryKind> {
        let span = self.span(&pair);
        let (mut name, mut rail, mut body) = (None, None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.ident(&part)),
                Rule::reference => rail = self.reference(&part),
                Rule::body => body = self.body(Some(part)),
                _ => self.end(Some(part), span, "the rail"),
            }
        }
        Some(EntryKind::Power { name, rail: rail?, body })
    }

    /// `NAME (CLAIMS) = EXPR;`: the claims and the expression, as far as they are there.
    fn with_claims(&mut self, pair: Pair, name: &str) -> (Option<Vec<ClaimPath>>, Option<Rust>) {
        let span = self.span(&pair);
        let (mut claims, mut value) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::claims => claims = Some(part.into_inner().filter_map(|claim| self.claim(&claim)).collect()),
                Rule::expression => value = Some(self.expression(&part)),
                Rule::no_value => {
                    self.no_value(&part, span, name);
                    self.lose(span);
                }
                _ => self.end(Some(part), span, format_args!("the value of `{name}`")),
            }
        }
        (claims, value)
    }

    fn claim(&self, pair: &Pair) -> Option<ClaimPath> {
        let mut names = pair.clone().into_inner().map(|name| self.ident(&name));
        Some(ClaimPath { input: names.next()?, field: names.next(), span: self.span(pair) })
    }
}
