//! What stands after `=`, and Rust in all places.

use super::{Pair, Reader, Rule};
use crate::ast::{Number, NumberRange, Reference, Rust, Text, Value};
use crate::numbers::Literal;
use crate::{marks, messages, strings};

impl Reader<'_> {
    pub(super) fn value(&mut self, pair: Pair) -> Value {
        let span = self.span(&pair);
        match pair.as_rule() {
            Rule::number if is_rust_number(&pair) => Value::Rust(self.expression(&pair)),
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
                    self.report(messages::spaced_unit(span, number.as_str(), unit.as_str()));
                }
                Value::Broken(span)
            }
            Rule::boolean => Value::Bool(pair.as_str() == "true", span),
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
        let numeral = pair.clone().into_inner().last()?;
        let negative = pair.as_str().starts_with('-');
        let literal = Literal::new(numeral.as_str());
        let number = match literal.is_rust() {
            true => Err(Box::new(messages::rust_number(span, literal.suffix))),
            false => literal.read(negative, span),
        };
        number.map_err(|diagnostic| self.report(*diagnostic)).ok()
    }

    pub(super) fn reference(&self, pair: &Pair) -> Option<Reference> {
        let label = self.ident(&pair.clone().into_inner().next()?);
        Some(Reference { label, span: self.span(pair) })
    }

    pub(super) fn text(&mut self, pair: &Pair) -> Text {
        let span = self.span(pair);
        let value = strings::unquote(pair.as_str()).unwrap_or_else(|| {
            self.report(messages::bad_text(span));
            String::new()
        });
        Text { value, span }
    }

    pub(super) fn expression(&mut self, pair: &Pair) -> Rust {
        let tokens = self.tokens_in(self.span(pair));
        let (marks, errors) = marks::in_expression(tokens, self.text, self.source.start);
        errors.into_iter().for_each(|error| self.report(error));
        self.rust(pair, marks)
    }

    pub(super) fn ty(&mut self, pair: &Pair) -> Rust {
        let tokens = self.tokens_in(self.span(pair));
        let marks = marks::in_type(tokens, self.text, self.source.start);
        self.rust(pair, marks)
    }

    fn rust(&self, pair: &Pair, marks: Vec<crate::ast::Mark>) -> Rust {
        let span = self.span(pair);
        let tokens = self.tokens_in(span).to_vec();
        // Comments at the end do not belong to it.
        let span = match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => span,
        };
        Rust { span, tokens, marks }
    }
}

fn is_rust_number(pair: &Pair) -> bool {
    pair.clone().into_inner().last().is_some_and(|numeral| Literal::new(numeral.as_str()).is_rust())
}
