//! Bringing one device up and taking it down again.

use super::bindings::field_pointer;
use super::boot::Call;
use super::evaluate::{Value, evaluate};
use super::expr::{IfBusy, Spliced, may_be_busy, spliced};
use super::rails;
use super::retry;
use super::scope::{Scope, local, located_at};
use crate::model::{Claim, Deinit, Device, Expr, NodeId, NodeKind};
use crate::plan::Handle;
use proc_macro2::{Delimiter, Group, Ident, TokenStream};
use quote::{quote, quote_spanned};

/// The two functions of a device, as far as there is something to do.
pub(super) fn device(scope: &Scope, id: NodeId, device: &Device) -> TokenStream {
    let up = device.init.as_ref().map(|init| up(scope, id, device, init));
    let down = has_down(scope, id, device).then(|| down(scope, id, device));
    quote!(#up #down)
}

/// Whether there is anything to take down.
pub(super) fn has_down(scope: &Scope, id: NodeId, device: &Device) -> bool {
    scope.handle(id) != Handle::None || device.deinit.is_some()
}

/// Whether taking it down can fail.
pub(super) fn down_can_fail(scope: &Scope, id: NodeId, device: &Device) -> bool {
    let deinit = device.deinit.as_ref().map(|deinit| &deinit.expr);
    scope.is_shared(id) || deinit.is_some_and(|expr| expr.fallible || may_be_busy(scope, expr))
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
        None => {
            let evaluated = evaluate(scope, init, &expr, Value::Typed(ty));
            let question = init.fallible.then(|| quote!(?));
            quote!(let #value = #evaluated #question;)
        }
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
    let (pattern, give_back) = give_back(scope, returned);
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
        quote! {
            #signature -> ::core::result::Result<(), #error> {
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

/// The call of the function that takes `id` down.
pub(super) fn call_down(scope: &Scope, id: NodeId) -> TokenStream {
    let (down, permit) = (scope.down(id), local("permit"));
    let failures = node_down_can_fail(scope, id).then(|| {
        let failures = local("failures");
        quote!(, #failures)
    });
    quote!(__user::#down(#permit #failures))
}

/// Whether taking it down can fail.
pub(super) fn node_down_can_fail(scope: &Scope, id: NodeId) -> bool {
    match &scope.node(id).kind {
        NodeKind::Device(device) => down_can_fail(scope, id, device),
        NodeKind::Rail(rail) => rails::down_can_fail(scope, rail),
    }
}

/// Whether bringing up what `expr` starts can fail.
pub(super) fn up_can_fail(scope: &Scope, expr: &Expr) -> bool {
    expr.fallible || may_be_busy(scope, expr)
}

/// Whether `id` stays up when something is in use that its teardown needs. Its function then returns whether it is down.
pub(super) fn may_stay(scope: &Scope, id: NodeId) -> bool {
    let expr = match &scope.node(id).kind {
        NodeKind::Device(device) => device.deinit.as_ref().map(|deinit| &deinit.expr),
        NodeKind::Rail(rail) => rail.disable.as_ref(),
    };
    scope.is_shared(id) || expr.is_some_and(|expr| may_be_busy(scope, expr))
}

/// The function that takes `id` down. `body` is a block.
pub(super) fn down_function(scope: &Scope, id: NodeId, can_fail: bool, body: TokenStream) -> TokenStream {
    let (name, krate, permit) = (scope.down(id), scope.krate_inside(), local("_permit"));
    let failures = can_fail.then(|| {
        let failures = local("failures");
        quote!(, #failures: &#krate::__private::Failures)
    });
    let (returns, down) =
        if may_stay(scope, id) { (quote!(-> ::core::primitive::bool), quote!(true)) } else { Default::default() };
    quote! {
        #[inline(always)]
        pub(super) fn #name(#permit: #krate::__private::Permit #failures) #returns { #body #down }
    }
}

fn down(scope: &Scope, id: NodeId, device: &Device) -> TokenStream {
    let body = match &device.deinit {
        Some(deinit) => {
            let expr = spliced(scope, &deinit.expr);
            // First: a node that cannot be taken down stays as it is.
            let bindings = expr.bindings(scope, IfBusy::Count);
            let deinit = run(scope, id, deinit, &expr);
            quote!(#bindings #deinit)
        }
        None => {
            let this = local("_this");
            let take = take(scope, id, &quote!(#this));
            quote!({ #take })
        }
    };
    down_function(scope, id, down_can_fail(scope, id, device), body)
}

/// Moves the handle out of its place.
fn take(scope: &Scope, id: NodeId, this: &TokenStream) -> TokenStream {
    let (slot, failures) = (scope.slot(id), local("failures"));
    match scope.handle(id) {
        Handle::None => quote!(let #this = ();),
        Handle::Owned => quote!(let #this = unsafe { super::#slot.take() };),
        // Who keeps a handle for too long must not find it in between either, so it is down before its deinit runs.
        Handle::Shared | Handle::Irq => quote! {
            let ::core::option::Option::Some(#this) = (unsafe { super::#slot.remove() }) else {
                #failures.count();
                return false;
            };
            unsafe { super::#slot.finish() };
        },
    }
}

/// Runs a `deinit`, drops what it leaves of the handle and gives back what its pattern says.
fn run(scope: &Scope, id: NodeId, deinit: &Deinit, expr: &Spliced) -> TokenStream {
    let take = match expr.this() {
        // See the binding of a claim for the borrow.
        Some(this) => {
            let take = take(scope, id, &quote!(mut #this));
            quote!(#take let _ = &mut #this;)
        }
        None if scope.handle(id) == Handle::None => TokenStream::new(),
        None => {
            let this = local("_this");
            take(scope, id, &quote!(#this))
        }
    };
    let value = match deinit.gives_back.as_slice() {
        [] if !deinit.pattern => Value::Unused,
        [] => Value::Typed(quote!(())),
        _ => Value::Inferred,
    };
    let (evaluated, result) = (evaluate(scope, &deinit.expr, expr, value), local("result"));
    let block = quote!({ #take let #result = #evaluated; #result });
    let (pattern, give_back) = give_back(scope, &deinit.gives_back);
    if !deinit.expr.fallible {
        return quote!(let #pattern = #block; #give_back);
    }
    let failures = local("failures");
    quote! {
        let #result = #block;
        if let ::core::result::Result::Ok(#pattern) = #result {
            #give_back
        } else {
            #failures.count();
        }
    }
}

/// A pattern for what comes back, and the statements that put it into the inputs.
fn give_back(scope: &Scope, claims: &[Claim]) -> (TokenStream, TokenStream) {
    let names: Vec<Ident> = (0..)
        .zip(claims)
        .map(|(index, claim)| Ident::new(&format!("give_{index}"), located_at(scope.span(claim.span))))
        .collect();
    let pattern = match names.as_slice() {
        [] => quote!(()),
        [one] => quote!(#one),
        [first, ..] => {
            let mut tuple = Group::new(Delimiter::Parenthesis, quote!(#(#names),*));
            tuple.set_span(first.span());
            quote!(#tuple)
        }
    };
    (pattern, claims.iter().zip(&names).map(|(claim, value)| put(scope, claim, value)).collect())
}

fn put(scope: &Scope, claim: &Claim, value: &Ident) -> TokenStream {
    let input = scope.input_slot(claim.input);
    match &claim.field {
        Some(field) => {
            let pointer = field_pointer(scope, field);
            quote_spanned!(value.span()=> unsafe { super::#input.place(#pointer).write(#value) };)
        }
        None => quote_spanned!(value.span()=> unsafe { super::#input.give_back_whole(#value) };),
    }
}
