//! The types of the board, named in the module of its expressions, where their paths mean what was written.

use super::bindings::field_ident;
use super::scope::{Scope, located_at};
use crate::model::{InputId, Named, PartKind};
use bringup_dsl::ast::Rust;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

pub(super) fn aliases(scope: &Scope) -> TokenStream {
    let board = scope.board();
    let krate = board.krate.as_ref().map(|path| {
        let path = scope.rust(path);
        quote!(pub(super) use #path as __bringup;)
    });
    let error = scope.error();
    let clock = board.clock.as_ref().map(|path| alias(scope, &format_ident!("__Clock"), path));
    let inputs =
        scope.model.inputs.iter().zip(0..).map(|(input, id)| alias(scope, &scope.input_type(InputId(id)), &input.ty));
    let handles = scope.handled().map(|id| match scope.node(id).device().and_then(|device| device.ty.as_ref()) {
        Some(ty) => alias(scope, &scope.handle_type(id), ty),
        None => {
            let name = scope.handle_type(id);
            quote!(pub(super) type #name = ();)
        }
    });
    quote! {
        #krate
        pub(super) type __Error = #error;
        #clock
        #(#inputs)*
        #(#handles)*
    }
}

fn alias(scope: &Scope, name: &Ident, ty: &Rust) -> TokenStream {
    let ty = scope.rust(ty);
    quote!(pub(super) type #name = #ty;)
}

/// Has rustc check that claimed fields can be moved out one by one: no `Drop`, no `Deref` in between, not packed, not a
/// union.
pub(super) fn claim_proofs(scope: &Scope) -> TokenStream {
    let mut fields: Vec<Vec<&Named>> = vec![Vec::new(); scope.model.inputs.len()];
    for expr in scope.expressions() {
        for part in &expr.parts {
            let PartKind::Claim(claim) = &part.kind else { continue };
            let fields = &mut fields[claim.input.0 as usize];
            if let Some(field) =
                claim.field.as_ref().filter(|field| fields.iter().all(|known| known.name != field.name))
            {
                fields.push(field);
            }
        }
    }
    let proofs = fields.iter().zip(0..).filter(|(fields, _)| !fields.is_empty()).map(|(fields, id)| {
        let ty = scope.input_type(InputId(id));
        let fields = || fields.iter().map(|field| field_ident(scope, field));
        let checks = fields().map(
            |field| quote_spanned!(located_at(field.span())=> let _ = &input.#field; let _field = input.#field;),
        );
        // To move a `Copy` field shows too little: a `Deref` would run on an input that is partly gone. It is not `const`.
        // And what never returns has nothing left to drop, which would not be `const` either.
        quote! {
            const _: () = {
                const fn _claim(input: #ty) -> ! { #(#checks)* loop {} }
            };
        }
    });
    quote!(#(#proofs)*)
}
