//! Running one expression: `return` and `?` stay inside, and errors become the board's error type.

use super::expr::Spliced;
use super::scope::{Scope, local};
use crate::model::Expr;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

/// What becomes of the value of an expression.
pub(super) enum Value {
    /// It has this type.
    Typed(TokenStream),
    /// It has the type that its use wants.
    Inferred,
    /// It stands as a statement.
    Unused,
    /// It is a `Result` of this type, which is the value as it is.
    Outcome(TokenStream),
}

/// The statement that evaluates `expr` in a function that brings something up: the value becomes variable `name`, if it has
/// one. Errors leave the function.
pub(super) fn statement(
    scope: &Scope,
    expr: &Expr,
    spliced: &Spliced,
    name: Option<(&Ident, TokenStream)>,
) -> TokenStream {
    let name_and_type = name.as_ref().map(|(name, ty)| quote!(let #name: #ty =));
    if expr.awaits.is_none() && stays(&spliced.tokens) {
        let tokens = &spliced.tokens;
        return quote!(#name_and_type #tokens;);
    }
    let binding = name.as_ref().map(|(name, _)| quote!(let #name =));
    let evaluated = evaluate(scope, expr, spliced, name.map_or(Value::Unused, |(_, ty)| Value::Typed(ty)));
    let question = expr.fallible.then(|| quote!(?));
    quote!(#binding #evaluated #question;)
}

/// Whether nothing but a `?` can leave an expression. Then it needs no closure around it, which rustc takes as long to check
/// as a function. A macro may hide a `return`.
fn stays(tokens: &TokenStream) -> bool {
    let mut name_before = false;
    tokens.clone().into_iter().all(|token| {
        let name = matches!(&token, TokenTree::Ident(_));
        let stays = match &token {
            TokenTree::Ident(word) => !["return", "break", "continue"].iter().any(|leaves| word == leaves),
            TokenTree::Punct(mark) => mark.as_char() != '!' || !name_before,
            TokenTree::Group(group) => stays(&group.stream()),
            TokenTree::Literal(_) => true,
        };
        name_before = name;
        stays
    })
}

/// Rust that evaluates `expr`: to its value, or to a `Result` if it can fail.
pub(super) fn evaluate(scope: &Scope, expr: &Expr, spliced: &Spliced, value: Value) -> TokenStream {
    let tokens = &spliced.tokens;
    let result = local("value");
    if let Value::Outcome(ty) = value {
        let ty = quote!(::core::result::Result<#ty, _>);
        let evaluated = quote!(let #result: #ty = #tokens; #result);
        return match expr.awaits {
            Some(_) => quote!(async { #evaluated }.await),
            None => quote!((|| { #evaluated })()),
        };
    }
    // a block that ends in a statement already has the value `()`
    let unused = matches!(value, Value::Unused);
    let (statement, result, ty) = match value {
        Value::Typed(ty) => (quote!(let #result: #ty = #tokens;), quote!(#result), ty),
        Value::Inferred | Value::Outcome(_) => (quote!(let #result = #tokens;), quote!(#result), quote!(_)),
        Value::Unused => (quote!(#tokens;), quote!(()), quote!(())),
    };
    let error = scope.error();
    let last = (!unused).then_some(&result);
    match (expr.awaits.is_some(), expr.fallible) {
        (false, false) => quote!((|| { #statement #last })()),
        (false, true) => quote! {
            (|| -> ::core::result::Result<#ty, #error> { #statement ::core::result::Result::Ok(#result) })()
        },
        (true, false) => quote!(async { #statement #last }.await),
        (true, true) => quote! {
            async { #statement ::core::result::Result::Ok::<#ty, #error>(#result) }.await
        },
    }
}
