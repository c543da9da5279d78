//! `Inputs`, and `Fresh::take` and `Fresh::steal`, which move them into their statics.

use super::docs::{doc, lines};
use super::names::ident;
use super::scope::{Scope, located_at};
use crate::model::InputId;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn inputs(scope: &Scope) -> TokenStream {
    let fields = fields(scope).map(|(id, name)| {
        let input = scope.model.input(id);
        let ty = scope.input_type(id);
        let docs =
            if input.docs.is_empty() { doc(&format!("Input `{}`.", input.name.name)) } else { lines(&input.docs) };
        quote!(#docs pub #name: __user::#ty)
    });
    let docs = doc(&format!("What the firmware hands over to board `{}`.", scope.board().name.name));
    quote! {
        #docs
        pub struct Inputs { #(#fields),* }
    }
}

/// `Fresh::take` and `Fresh::steal`
pub(super) fn take(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let puts = fields(scope).map(|(id, name)| {
        let slot = scope.input_slot(id);
        quote!(unsafe { #slot.put(inputs.#name) };)
    });
    let used = scope.model.inputs.is_empty().then(|| quote!(let Inputs {} = inputs;));
    let take = scope.body(quote! {
        static TAKEN: #krate::__private::Once = #krate::__private::Once::new();
        if TAKEN.take() {
            ::core::option::Option::Some(unsafe { Self::steal(inputs) })
        } else {
            ::core::option::Option::None
        }
    });
    let steal = scope.body(quote! {
        #used
        #(#puts)*
        Fresh { token: unsafe { #krate::__private::Token::new() } }
    });
    quote! {
        #[doc = " The board, with nothing up. `None` from the second call on: there is one of it in a program."]
        #[inline]
        pub fn take(inputs: Inputs) -> ::core::option::Option<Fresh> { #take }

        #[doc = " The board, with nothing up, without the flag in RAM that [`take`](Fresh::take) asks."]
        #[doc = ""]
        #[doc = " # Safety"]
        #[doc = " This is the only call of it in the life of the program, and `take` is not called at all."]
        #[inline]
        #[must_use]
        pub unsafe fn steal(inputs: Inputs) -> Fresh { #steal }
    }
}

fn fields(scope: &Scope) -> impl Iterator<Item = (InputId, proc_macro2::Ident)> {
    (0..).map(InputId).zip(&scope.model.inputs).map(|(id, input)| {
        let span = located_at(scope.span(input.name.span));
        (id, ident(&input.name.name, span))
    })
}
