//! Where the board's own Rust comes from.

use bringup_dsl::{SourceMap, Span};
use proc_macro2::{Span as Place, TokenStream};
use quote::quote;
use std::str::FromStr;

/// The tokens behind places in the source.
pub trait Tokens {
    /// The tokens of `span`, with the spans that rustc gave them if it read them.
    fn tokens(&self, span: Span) -> TokenStream;

    /// Where `span` is for rustc.
    fn place(&self, span: Span) -> Place {
        self.tokens(span).into_iter().next().map_or_else(Place::call_site, |tree| tree.span())
    }
}

/// Tokens made from the text, for everything that is not rustc.
pub struct TextTokens<'a>(pub &'a SourceMap);

impl Tokens for TextTokens<'_> {
    fn tokens(&self, span: Span) -> TokenStream {
        TokenStream::from_str(self.0.text(span))
            .unwrap_or_else(|_| quote!(::core::compile_error!("these tokens could not be read")))
    }

    fn place(&self, _span: Span) -> Place {
        Place::call_site()
    }
}
