//! Waiting until a rail that is on can be used.

use super::board::asynchronous;
use super::evaluate::{Value, evaluate};
use super::expr::{IfBusy, spliced};
use super::scope::{Scope, local};
use super::waits::Clock;
use crate::model::{Expr, NodeId, Rail};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The function that asks `good`, and the one that run-time control waits with.
pub(super) fn functions(scope: &Scope, id: NodeId, rail: &Rail) -> TokenStream {
    if !rail.settles_when_switched() {
        return TokenStream::new();
    }
    let good = rail.good.as_ref().map(|good| good_function(scope, id, rail, good));
    let settle = settle_function(scope, id, rail);
    quote!(#good #settle)
}

/// Asks until the rail is good, or until its timeout has passed since `start`.
fn good_function(scope: &Scope, id: NodeId, rail: &Rail, good: &Expr) -> TokenStream {
    let (krate, error, name) = (scope.krate_inside(), scope.error(), scope.good(id));
    let (permit, start) = (local("_permit"), local("start"));
    let (asynchronous, wait) = asynchronous(scope);
    let timeout = rail.timeout.unwrap_or_default();
    let Some(timeout) = Clock::inside(scope, false).micros(timeout) else {
        return Clock::inside(scope, false).impossible(timeout);
    };
    let expr = spliced(scope, good);
    let bindings = expr.bindings(scope, IfBusy::Fail);
    let evaluated = evaluate(scope, good, &expr, Value::Typed(quote!(::core::primitive::bool)));
    let answer = if good.fallible { evaluated } else { quote!(::core::result::Result::Ok(#evaluated)) };
    let result = quote!(-> ::core::result::Result<::core::primitive::bool, #error>);
    // It owns the permit: of one that borrows, rustc cannot tell that the future may move to another context.
    let (settle, closure) = if asynchronous.is_empty() {
        (quote!(settle), quote!(||))
    } else {
        (quote!(settle_async), quote!(async move ||))
    };
    quote! {
        #[inline]
        pub(super) #asynchronous fn #name(
            #permit: #krate::__private::Permit,
            #start: ::core::primitive::u32,
        ) -> ::core::result::Result<(), #error> {
            #krate::__private::#settle::<__Clock, #error>(#start, #timeout, #closure #result {
                #bindings
                #answer
            }) #wait
        }
    }
}

/// Waits until a rail has settled that run-time control has switched on.
fn settle_function(scope: &Scope, id: NodeId, rail: &Rail) -> TokenStream {
    let (krate, error, name, since) = (scope.krate_inside(), scope.error(), scope.settle(id), scope.on_since(id));
    let (permit, start) = (local(if rail.good.is_some() { "permit" } else { "_permit" }), local("start"));
    let (asynchronous, wait) = asynchronous(scope);
    let settling = rail.settling();
    let clock = Clock::inside(scope, !asynchronous.is_empty());
    let pause = (settling.value > 0).then(|| clock.wait(&start, settling, settling.value));
    let good = match &rail.good {
        Some(_) => {
            let good = scope.good(id);
            quote!(#good(#permit, #start) #wait)
        }
        None => quote!(::core::result::Result::Ok(())),
    };
    quote! {
        #[inline]
        pub(super) #asynchronous fn #name(
            #permit: #krate::__private::Permit,
        ) -> ::core::result::Result<(), #error> {
            let #start = unsafe { super::#since.get() };
            #pause
            #good
        }
    }
}

/// Asks until a rail is good that was switched on at `start`.
pub(super) fn call_good(scope: &Scope, id: NodeId, start: &Ident) -> TokenStream {
    let (good, permit, (_, wait)) = (scope.good(id), local("permit"), asynchronous(scope));
    quote!(__user::#good(#permit, #start) #wait)
}

/// The same in the module of the board's expressions.
pub(super) fn call_good_inside(scope: &Scope, id: NodeId, start: &Ident) -> TokenStream {
    let (good, permit) = (scope.good(id), local("permit"));
    quote!(#good(#permit, #start))
}
