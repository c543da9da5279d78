//! Values of the board inside its expressions.

use super::scope::located_at;
use crate::model::ConstantValue;
use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, Span, TokenStream};
use quote::{format_ident, quote};

pub(super) fn constant(value: &ConstantValue, span: Span) -> TokenStream {
    match value {
        ConstantValue::Number(amount, _) => number(*amount, span),
        ConstantValue::Bool(value) => {
            let value = format_ident!("{value}", span = span);
            quote!(#value)
        }
        ConstantValue::Text(text) => {
            let mut literal = Literal::string(text);
            literal.set_span(span);
            quote!(#literal)
        }
    }
}

/// Without a suffix: its type is what the place wants. At the place of the board's own literal, with its hygiene: that a
/// number does not fit is a lint, and only the user's own tokens are linted.
pub(super) fn number(amount: i128, span: Span) -> TokenStream {
    let mut literal = readable(amount.unsigned_abs());
    literal.set_span(span);
    if amount >= 0 {
        return quote!(#literal);
    }
    let mut minus = Punct::new('-', Spacing::Alone);
    minus.set_span(span);
    let mut negative = Group::new(Delimiter::Parenthesis, quote!(#minus #literal));
    negative.set_span(located_at(span));
    quote!(#negative)
}

/// `400_000`
pub(super) fn readable(amount: u128) -> Literal {
    let digits = amount.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap_or("")).collect();
    groups.join("_").parse().unwrap_or_else(|_| Literal::u128_unsuffixed(amount))
}
