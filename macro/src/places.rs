//! From places in the text back to tokens.

use crate::files::Files;
use crate::text::Text;
use bringup_compiler::codegen::Tokens;
use bringup_dsl::{FileId, SourceMap, Span as Place};
use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use std::ops::Range;

/// The texts of a board together with what the compiler knows about them.
pub(crate) struct Places<'a> {
    pub(crate) sources: &'a SourceMap,
    pub(crate) files: &'a Files,
    pub(crate) root: FileId,
    /// The root, unless we read it ourselves.
    pub(crate) text: Option<&'a Text>,
    /// Stands in for what has no place in the compiler's eyes.
    pub(crate) here: (Span, Span),
}

impl Places<'_> {
    /// Whether the compiler can point there.
    pub(crate) fn visible(&self, place: Place) -> bool {
        self.text.is_some() && self.sources.file_of(place) == self.root
    }

    /// The first and the last token of a place. For a place in an included file: the `include` that led there.
    pub(crate) fn ends(&self, place: Place) -> (Span, Span) {
        let ends = match self.text {
            Some(text) if self.visible(place) => text.ends(self.range(place)),
            Some(text) => {
                let name = &self.sources.file(self.sources.file_of(place)).name;
                self.files.entrance(name).and_then(|path| text.include(&path)).map(|span| (span, span))
            }
            None => None,
        };
        ends.unwrap_or(self.here)
    }

    fn range(&self, place: Place) -> Range<usize> {
        let start = self.sources.file(self.root).start;
        (place.start - start) as usize..(place.end - start) as usize
    }
}

impl Tokens for Places<'_> {
    fn tokens(&self, place: Place) -> TokenStream {
        if let Some(text) = self.text.filter(|_| self.visible(place)) {
            return text.tokens(self.range(place));
        }
        let span = self.ends(place).0;
        match self.sources.text(place).parse() {
            Ok(tokens) => respanned(tokens, span),
            Err(_) => quote_spanned!(span=> ::core::compile_error!("these tokens could not be read")),
        }
    }
}

/// Recurses into groups: not deeper than the nesting limit of the language.
fn respanned(tokens: TokenStream, span: Span) -> TokenStream {
    let respan = |token| match token {
        TokenTree::Group(group) => {
            let mut moved = Group::new(group.delimiter(), respanned(group.stream(), span));
            moved.set_span(span);
            TokenTree::Group(moved)
        }
        mut token => {
            token.set_span(span);
            token
        }
    };
    tokens.into_iter().map(respan).collect()
}
