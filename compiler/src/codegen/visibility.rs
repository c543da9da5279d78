//! The visibility of the generated module.

use super::scope::Scope;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// As it was written. In the file form one private module stands in between, which relative paths have to pass.
pub(super) fn visibility(scope: &Scope) -> TokenStream {
    let written = scope.board().visibility.map(|span| scope.source.tokens(span)).unwrap_or_default();
    if !scope.in_file {
        return written;
    }
    let mut trees = written.clone().into_iter();
    match (trees.next(), trees.next()) {
        (None, _) => quote!(pub(super)),
        (Some(_), Some(TokenTree::Group(group))) => {
            let path: Vec<TokenTree> = group.stream().into_iter().collect();
            let span = group.span();
            let restriction = match path.as_slice() {
                [TokenTree::Ident(only)] if only == "self" => quote!(super),
                [TokenTree::Ident(only)] if only == "super" => quote!(in super::super),
                [TokenTree::Ident(word), TokenTree::Ident(first), rest @ ..] if word == "in" && first == "self" => {
                    quote!(in super #(#rest)*)
                }
                [TokenTree::Ident(word), TokenTree::Ident(first), rest @ ..] if word == "in" && first == "super" => {
                    quote!(in super::super #(#rest)*)
                }
                _ => return written,
            };
            let mut restriction = Group::new(Delimiter::Parenthesis, restriction);
            restriction.set_span(span);
            let public = Ident::new("pub", Span::call_site());
            quote!(#public #restriction)
        }
        _ => written,
    }
}
