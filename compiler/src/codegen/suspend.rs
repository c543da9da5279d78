//! Switching rails off under their users.

use super::board::{asynchronous, number, permit};
use super::enums;
use super::scope::Scope;
use crate::model::Rail;
use proc_macro2::TokenStream;
use quote::quote;

/// `suspend` and `resume` with their types, of boards with a rail that can be switched both ways.
pub(super) fn suspend(scope: &Scope) -> (TokenStream, TokenStream) {
    let switched: Vec<_> = scope.built().filter(|id| scope.node(*id).rail().is_some_and(Rail::can_suspend)).collect();
    if switched.is_empty() {
        return Default::default();
    }
    let rail = enums::rail(scope, &switched);
    let krate = scope.krate();
    let (asynchronous, wait) = asynchronous(scope);
    let (variants, numbers) =
        (switched.iter().map(|id| scope.variant(*id)), switched.iter().map(|id| number(scope, *id)));
    let permit = permit(scope);
    let off = scope.body(quote! {
        let failures = #krate::__private::control::suspend(&__Control, #permit, rail.__number())?;
        ::core::result::Result::Ok(Suspended { rail, failures })
    });
    let on = scope.body(quote! {
        match __resume(suspended.rail.__number()) #wait {
            ::core::result::Result::Ok(()) => ::core::result::Result::Ok(()),
            ::core::result::Result::Err(error) => ::core::result::Result::Err((suspended, error)),
        }
    });
    let types = quote! {
        #rail

        impl Rail {
            fn __number(self) -> ::core::primitive::usize {
                match self { #(Self::#variants => #numbers,)* }
            }
        }

        #[doc = " A rail that is switched off under its users. It stays so until this is resumed."]
        #[must_use = "only this brings the rail back"]
        #[derive(::core::fmt::Debug)]
        pub struct Suspended { rail: Rail, failures: ::core::primitive::u8 }

        impl Suspended {
            #[doc = " Which rail it is."]
            #[must_use]
            pub fn rail(&self) -> Rail { self.rail }

            #[doc = " How many steps failed on the way down."]
            #[must_use]
            pub fn failures(&self) -> ::core::primitive::u8 { self.failures }
        }
    };
    let methods = quote! {
        #[doc = " Takes down in reverse all that is up and needs `rail`, and switches it off. What is held stays held. Of a"]
        #[doc = " rail that is suspended, only what resumes it, for whoever has lost that."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " The rail is off, something is in use, or something could not come up again. Nothing changes."]
        pub fn suspend(&mut self, rail: Rail) -> ::core::result::Result<Suspended, Refused> { #off }

        #[doc = " Switches the rail on and brings up again what went down with it and is still held."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " What this call brought up is down again, and the rail is still suspended."]
        pub #asynchronous fn resume(
            &mut self,
            suspended: Suspended,
        ) -> ::core::result::Result<(), (Suspended, AcquireError)> { #on }
    };
    (types, methods)
}
