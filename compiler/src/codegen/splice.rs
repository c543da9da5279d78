//! The board's own Rust, with the parts that stand for something else replaced.

use bringup_dsl::ast::{Rust, TokenKind};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote_spanned;
use std::ops::Range;

/// Replaces some tokens of `stream`, which is `rust` as the compiler sees it. `parts` are ranges of `rust.tokens`, in order;
/// `replace` gets the number of the part and its tokens.
///
/// Parts are found by counting tokens. Should the two not agree, the result is an error message and never wrong code.
pub(super) fn splice(
    stream: TokenStream,
    rust: &Rust,
    parts: impl Iterator<Item = Range<usize>>,
    replace: &mut dyn FnMut(usize, &[TokenTree]) -> TokenStream,
) -> TokenStream {
    let span = stream.clone().into_iter().next().map_or_else(proc_macro2::Span::call_site, |tree| tree.span());
    let mut splice = Splice { rust, parts: parts.collect(), next: 0, at: 0, replace };
    match splice.stream(stream) {
        Some(spliced) if splice.at == rust.tokens.len() && splice.next == splice.parts.len() => spliced,
        _ => quote_spanned!(span=> ::core::compile_error!("the tokens here are not those in the text of the board")),
    }
}

struct Splice<'a> {
    rust: &'a Rust,
    parts: Vec<Range<usize>>,
    /// The part that comes next, or that has begun.
    next: usize,
    /// How many tokens came before.
    at: usize,
    replace: &'a mut dyn FnMut(usize, &[TokenTree]) -> TokenStream,
}

impl Splice<'_> {
    /// Recurses into groups: not deeper than the nesting limit of the language.
    fn stream(&mut self, stream: TokenStream) -> Option<TokenStream> {
        let mut spliced = TokenStream::new();
        let mut part: Vec<TokenTree> = Vec::new();
        for tree in stream {
            let replaced = self.parts.get(self.next).is_some_and(|range| range.contains(&self.at));
            let tree = match tree {
                TokenTree::Group(_) if replaced => return None,
                TokenTree::Group(group) => TokenTree::Group(self.group(&group)?),
                single => {
                    self.expect(match single {
                        TokenTree::Ident(_) => TokenKind::Ident,
                        TokenTree::Literal(_) => TokenKind::Literal,
                        _ => TokenKind::Punct,
                    })?;
                    single
                }
            };
            if !replaced {
                spliced.extend([tree]);
                continue;
            }
            part.push(tree);
            if self.at == self.parts[self.next].end {
                spliced.extend((self.replace)(self.next, &part));
                part.clear();
                self.next += 1;
            }
        }
        part.is_empty().then_some(spliced)
    }

    fn group(&mut self, group: &Group) -> Option<Group> {
        // What a `macro_rules` fragment wraps around its tokens is not in the text.
        let visible = group.delimiter() != Delimiter::None;
        if visible {
            self.expect(TokenKind::Open)?;
        }
        let mut spliced = Group::new(group.delimiter(), self.stream(group.stream())?);
        if visible {
            self.expect(TokenKind::Close)?;
        }
        spliced.set_span(group.span());
        Some(spliced)
    }

    fn expect(&mut self, kind: TokenKind) -> Option<()> {
        let token = self.rust.tokens.get(self.at)?;
        self.at += 1;
        (token.kind == kind).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bringup_dsl::Span;
    use bringup_dsl::ast::Token;
    use quote::quote;

    /// What the text counts: `I`dentifier, `L`iteral, `P`unct, `(`, `)`.
    fn rust(kinds: &str) -> Rust {
        let kind = |letter| match letter {
            'I' => TokenKind::Ident,
            'L' => TokenKind::Literal,
            '(' => TokenKind::Open,
            ')' => TokenKind::Close,
            _ => TokenKind::Punct,
        };
        let tokens = kinds.chars().map(|letter| Token { kind: kind(letter), span: Span::default() }).collect();
        Rust { span: Span::default(), tokens, marks: Vec::new() }
    }

    fn spliced(stream: TokenStream, kinds: &str, parts: &[(usize, usize)]) -> String {
        splice(stream, &rust(kinds), parts.iter().map(|(start, end)| *start..*end), &mut |part, tokens| {
            let (name, count) = (quote::format_ident!("part{part}"), tokens.len());
            quote!(#name #count)
        })
        .to_string()
    }

    #[test]
    fn parts_are_found_at_any_depth() {
        let stream = quote!(Imu::new(&bus, [p.A])?);
        assert_eq!(
            spliced(stream, "IPPI(PIP(IPI))P", &[(5, 7), (9, 12)]),
            "Imu :: new (part0 2usize , [part1 3usize]) ?"
        );
    }

    #[test]
    fn invisible_groups_count_nothing() {
        let inner = Group::new(Delimiter::None, quote!(a + p.A));
        assert_eq!(spliced(quote!(f(#inner)), "I(IPIPI)", &[(4, 7)]), "f (a + part0 3usize)");
    }

    #[test]
    fn a_lifetime_is_two_tokens() {
        assert_eq!(spliced(quote!('a: loop {}), "PIPI()", &[(3, 4)]), "'a : part0 1usize { }");
    }

    #[test]
    fn disagreement_is_an_error_message() {
        let results = [
            spliced(quote!(a b), "I", &[]),
            spliced(quote!(a), "II", &[]),
            spliced(quote!(a b), "IP", &[]),
            spliced(quote!(a(b)), "I(I)", &[(0, 3)]),
            spliced(quote!(a b), "II", &[(1, 3)]),
            spliced(quote!((a) b), "(I)I", &[(1, 4)]),
        ];
        for result in results {
            assert!(result.contains("compile_error"), "{result}");
        }
    }
}
