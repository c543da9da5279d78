//! What stands after `=`, and Rust in all places.

use super::{Pair, Reader, Rule};
use crate::ast::{Ident, Number, NumberRange, Reference, Rust, Text, Value};
use crate::numbers::Literal;
use crate::{marks, messages, strings};

impl Reader<'_> {
    pub(super) fn value(&mut self, pair: Pair) -> Value {
        let span = self.span(&pair);
        match pair.as_rule() {
            Rule::number if self.literal(&pair).is_some_and(|literal| literal.is_rust()) => {
                Value::Rust(self.expression(&pair))
            }
            Rule::number => self.number(&pair).map_or(Value::Broken(span), Value::Number),
            Rule::range => {
                // Both ends, even if the first is wrong: each has its own error.
                let ends: Vec<_> = pair.into_inner().map(|end| self.number(&end)).collect();
                match ends[..] {
                    [Some(start), Some(end)] => Value::Range(NumberRange { start, end, span }),
                    _ => Value::Broken(span),
                }
            }
            Rule::open_range => {
                self.report(messages::open_range(span));
                Value::Broken(span)
            }
            Rule::spaced => {
                let mut parts = pair.into_inner();
                if let (Some(number), Some(unit)) = (parts.next(), parts.next()) {
                    let [number, unit] = [number, unit].map(|part| self.slice(self.span(&part)));
                    self.report(messages::spaced_unit(span, number, unit));
                }
                Value::Broken(span)
            }
            Rule::boolean => Value::Bool(self.slice(span) == "true", span),
            Rule::text => Value::Text(self.text(&pair)),
            Rule::name => Value::Word(self.ident(&pair)),
            Rule::reference => self.reference(&pair).map_or(Value::Broken(span), Value::Reference),
            Rule::references => {
                Value::References(pair.into_inner().filter_map(|part| self.reference(&part)).collect(), span)
            }
            _ => Value::Rust(self.expression(&pair)),
        }
    }

    pub(super) fn number(&mut self, pair: &Pair) -> Option<Number> {
        let span = self.span(pair);
        let negative = pair.as_str().starts_with('-');
        let literal = self.literal(pair)?;
        let number = match literal.is_rust() {
            true => Err(Box::new(messages::rust_number(span, literal.suffix))),
            false => literal.read(negative, span),
        };
        number.map_err(|diagnostic| self.report(*diagnostic)).ok()
    }

    pub(super) fn reference(&self, pair: &Pair) -> Option<Reference> {
        let label = self.tokens_of(pair).last()?.span;
        Some(Reference { label: Ident { name: self.slice(label).into(), span: label }, span: self.span(pair) })
    }

    pub(super) fn text(&mut self, pair: &Pair) -> Text {
        let span = self.span(pair);
        let value = strings::unquote(self.slice(span)).unwrap_or_else(|| {
            self.report(messages::bad_text(span));
            String::new()
        });
        Text { value, span }
    }

    pub(super) fn expression(&mut self, pair: &Pair) -> Rust {
        let tokens = self.tokens_of(pair);
        let (marks, errors) = marks::in_expression(tokens, self.text, self.source.start);
        errors.into_iter().for_each(|error| self.report(error));
        self.rust(pair, marks)
    }

    pub(super) fn ty(&mut self, pair: &Pair) -> Rust {
        let tokens = self.tokens_of(pair);
        let marks = marks::in_type(tokens, self.text, self.source.start);
        self.rust(pair, marks)
    }

    fn rust(&self, pair: &Pair, mut marks: Vec<crate::ast::Mark>) -> Rust {
        marks.shrink_to_fit();
        Rust { span: self.span(pair), tokens: self.tokens_of(pair).to_vec(), marks }
    }

    /// The numeral of a number.
    fn literal(&self, number: &Pair) -> Option<Literal<'_>> {
        Some(Literal::new(self.slice(self.tokens_of(number).last()?.span)))
    }
}
