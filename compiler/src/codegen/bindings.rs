//! The local variables that an expression uses.

use super::expr::{Bound, IfBusy, What};
use super::names::ident;
use super::scope::{Scope, local, located_at};
use crate::model::Named;
use crate::plan::Handle;
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

pub(super) fn binding(scope: &Scope, Bound { what, name }: &Bound, if_busy: IfBusy) -> TokenStream {
    match what {
        What::This => TokenStream::new(),
        What::Shared(id) if scope.handle(*id) == Handle::None => quote!(let #name = &();),
        What::Shared(id) => {
            let (slot, get) = (scope.slot(*id), scope.get_handle(*id));
            quote!(let #name = unsafe { super::#slot.#get() };)
        }
        What::Lent(id) => {
            let slot = scope.slot(*id);
            let guard = local("guard");
            // The expression gets a plain `&mut` with the life of a local variable; the guard itself it cannot name.
            let lend = match (scope.handle(*id), if_busy) {
                (Handle::None, _) => return quote!(let #name = &mut ();),
                (Handle::Owned, _) => quote!(let mut #guard = unsafe { super::#slot.lend() };),
                (Handle::Shared | Handle::Irq, IfBusy::Fail) => {
                    let question = quote_spanned!(located_at(name.span())=> ?);
                    quote!(let mut #guard = unsafe { super::#slot.lend() } #question;)
                }
                (Handle::Shared | Handle::Irq, IfBusy::Count) => {
                    let failures = local("failures");
                    quote! {
                        let ::core::result::Result::Ok(mut #guard) = (unsafe { super::#slot.lend() }) else {
                            #failures.count();
                            return false;
                        };
                    }
                }
            };
            quote!(#lend let #name = &mut *#guard;)
        }
        What::Claim(claim) => {
            let input = scope.input_slot(claim.input);
            let value = match &claim.field {
                Some(field) => {
                    let pointer = field_pointer(scope, field);
                    quote!(claim(#pointer))
                }
                None => quote!(claim_whole()),
            };
            // The borrow keeps `mut` from being called superfluous where the expression only moves it.
            quote!(let mut #name = unsafe { super::#input.#value }; let _ = &mut #name;)
        }
    }
}

/// A function from a pointer to the input to a pointer to its field. Errors in it are shown at the field.
pub(super) fn field_pointer(scope: &Scope, field: &Named) -> TokenStream {
    let field = field_ident(scope, field);
    quote_spanned!(located_at(field.span())=> |input| &raw mut (*input).#field)
}

/// A field of an input, with the hygiene and the place of the board's token.
pub(super) fn field_ident(scope: &Scope, field: &Named) -> TokenTree {
    match field.name.parse::<Literal>() {
        Ok(mut index) => {
            index.set_span(scope.span(field.span));
            index.into()
        }
        Err(_) => ident(&field.name, scope.span(field.span)).into(),
    }
}
