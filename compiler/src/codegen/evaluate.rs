//! Running one expression: `return` and `?` stay inside, and errors become the board's error type.

use super::expr::Spliced;
use super::scope::{Scope, local};
use crate::model::Expr;
use proc_macro2::TokenStream;
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
