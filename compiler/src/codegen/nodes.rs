//! Bringing one device up.

use super::boot::Call;
use super::evaluate::{Value, evaluate, statement};
use super::expr::{IfBusy, Spliced, may_be_busy, spliced};
use super::retry;
use super::scope::{Scope, local, located_at};
use super::teardown;
use crate::model::{Claim, Device, Expr, NodeId};
use crate::plan::Handle;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

/// The two functions of a device, as far as there is something to do.
pub(super) fn device(scope: &Scope, id: NodeId, device: &Device) -> TokenStream {
    let up = device.init.as_ref().map(|init| up(scope, id, device, init));
    let down = teardown::has_down(scope, id, device).then(|| teardown::device(scope, id, device));
    quote!(#up #down)
}

fn up(scope: &Scope, id: NodeId, device: &Device, init: &Expr) -> TokenStream {
    let (slot, value) = (scope.slot(id), local("value"));
    let expr = spliced(scope, init);
    let bindings = expr.bindings(scope, IfBusy::Fail);
    let ty = match &device.ty {
        Some(ty) => scope.rust(ty),
        None => {
            let mut unit = Group::new(Delimiter::Parenthesis, TokenStream::new());
            unit.set_span(scope.span(scope.node(id).label.span));
            quote!(#unit)
        }
    };
    let evaluated = match &device.returned {
        Some(returned) => attempt(scope, init, &expr, ty, returned),
        None => statement(scope, init, &expr, Some((&value, ty))),
    };
    let store = match scope.handle(id) {
        Handle::None => TokenStream::new(),
        Handle::Owned => quote!(unsafe { super::#slot.put(#value) };),
        Handle::Shared | Handle::Irq => quote!(unsafe { super::#slot.install(#value) };),
    };
    let body = quote!(#bindings #evaluated #store);
    if scope.retried(id) {
        return retry::functions(scope, id, device, init, body);
    }
    up_function(scope, &scope.up(id), init, body)
}

/// Runs an init that hands its inputs back when it fails: its error is a pair of the error and the inputs.
fn attempt(scope: &Scope, init: &Expr, expr: &Spliced, ty: TokenStream, returned: &[Claim]) -> TokenStream {
    let (value, error) = (local("value"), local("error"));
    let evaluated = evaluate(scope, init, expr, Value::Outcome(ty));
    let (pattern, give_back) = teardown::give_back(scope, returned);
    quote! {
        let #value = match #evaluated {
            ::core::result::Result::Ok(#value) => #value,
            ::core::result::Result::Err((#error, #pattern)) => {
                #give_back
                return ::core::result::Result::Err(::core::convert::From::from(#error));
            }
        };
    }
}

/// A function that runs `expr` to bring a node up.
pub(super) fn up_function(scope: &Scope, name: &Ident, expr: &Expr, body: TokenStream) -> TokenStream {
    let (krate, permit) = (scope.krate_inside(), local("_permit"));
    let asynchronous = expr.awaits.map(|_| quote!(async));
    let signature = quote! {
        #[inline(always)]
        pub(super) #asynchronous fn #name(#permit: #krate::__private::Permit)
    };
    if up_can_fail(scope, expr) {
        let error = scope.error();
        // rustc shows it where a `?` cannot convert.
        let place = scope.board().error.as_ref().map_or_else(Span::call_site, |error| scope.span(error.span));
        let result = quote_spanned!(located_at(place)=> ::core::result::Result<(), #error>);
        quote! {
            #signature -> #result {
                #body
                ::core::result::Result::Ok(())
            }
        }
    } else {
        quote!(#signature { #body })
    }
}

/// The call of the function that runs `expr` to bring `id` up.
pub(super) fn call(scope: &Scope, id: NodeId, expr: &Expr) -> Call {
    let (up, permit) = (scope.up(id), local("permit"));
    let wait = expr.awaits.map(|_| quote!(.await));
    Call { tokens: quote!(__user::#up(#permit) #wait), fallible: up_can_fail(scope, expr) }
}

/// Whether bringing up what `expr` starts can fail.
pub(super) fn up_can_fail(scope: &Scope, expr: &Expr) -> bool {
    expr.fallible || may_be_busy(scope, expr)
}
