//! Why something that the board can do without is not up.

use super::board::number;
use super::scope::Scope;
use proc_macro2::TokenStream;
use quote::quote;

/// The method of stages and `Board`, if there is such a node.
pub(super) fn method(scope: &Scope) -> TokenStream {
    if scope.tolerated().next().is_none() {
        return TokenStream::new();
    }
    let arms = scope.tolerated().map(|id| {
        let (variant, outcome) = (scope.variant(id), scope.outcome(id));
        quote!(Node::#variant => unsafe { #outcome.failure() },)
    });
    let every = scope.tolerated().count() == scope.built.len();
    let rest = (!every).then(|| quote!(_ => ::core::option::Option::None,));
    let body = scope.body(quote!(match node { #(#arms)* #rest }));
    quote! {
        #[doc = " Why `node` is not up although the board is: an optional node that failed, or that needs one that did."]
        #[must_use]
        pub fn failure(&self, node: Node) -> ::core::option::Option<&BootError> { #body }
    }
}

/// The functions that run-time control keeps failures with.
pub(super) fn keep(scope: &Scope) -> TokenStream {
    if scope.tolerated().next().is_none() {
        return TokenStream::new();
    }
    let runtime = {
        let krate = scope.krate();
        quote!(#krate::__private)
    };
    let (numbers, outcomes): (Vec<_>, Vec<_>) =
        scope.tolerated().map(|id| (number(scope, id), scope.outcome(id))).unzip();
    quote! {
        fn record(
            &self,
            _: #runtime::Permit,
            node: ::core::primitive::usize,
            failure: ::core::option::Option<BootError>,
        ) {
            match node { #(#numbers => unsafe { #outcomes.record(failure) },)* _ => {} }
        }

        fn blame(&self, _: #runtime::Permit, node: ::core::primitive::usize, need: ::core::primitive::usize) {
            let need = match need { #(#numbers => &#outcomes,)* _ => return };
            match node { #(#numbers => unsafe { #outcomes.blame(need) },)* _ => {} }
        }
    }
}
