//! Taking one device down: its handle leaves its place, its deinit runs, its inputs come back.

use super::bindings::field_pointer;
use super::evaluate::{Value, evaluate};
use super::expr::{IfBusy, Spliced, may_be_busy, spliced};
use super::scope::{Scope, local, located_at};
use crate::model::{Claim, Deinit, Device, NodeId};
use crate::plan::Handle;
use proc_macro2::{Delimiter, Group, Ident, TokenStream};
use quote::{quote, quote_spanned};

/// Whether `id` stays up when something is in use that its teardown needs. Its function then returns whether it is down.
pub(super) fn may_stay(scope: &Scope, id: NodeId) -> bool {
    scope.is_shared(id) || scope.node(id).stops().is_some_and(|expr| may_be_busy(scope, expr))
}

/// The function that takes `id` down. `body` is a block.
pub(super) fn function(scope: &Scope, id: NodeId, body: TokenStream) -> TokenStream {
    let (name, krate, permit) = (scope.down(id), scope.krate_inside(), local("_permit"));
    let failures = can_fail(scope, id).then(|| {
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

/// The function that takes a device down.
pub(super) fn device(scope: &Scope, id: NodeId, device: &Device) -> TokenStream {
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
    function(scope, id, body)
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
pub(super) fn give_back(scope: &Scope, claims: &[Claim]) -> (TokenStream, TokenStream) {
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

/// Whether there is anything to take down.
pub(super) fn has_down(scope: &Scope, id: NodeId, device: &Device) -> bool {
    scope.handle(id) != Handle::None || device.deinit.is_some()
}

/// Whether taking it down can fail.
pub(super) fn can_fail(scope: &Scope, id: NodeId) -> bool {
    let fails = scope.node(id).stops().is_some_and(|expr| expr.fallible || may_be_busy(scope, expr));
    scope.is_shared(id) || fails
}

/// The guard that takes `id` down.
pub(super) fn guard(scope: &Scope, id: NodeId) -> TokenStream {
    let down = scope.down(id);
    undo(scope, can_fail(scope, id), &quote!(__user::#down))
}

/// The guard that calls a function, which counts what fails or not.
pub(super) fn undo(scope: &Scope, counts: bool, down: &TokenStream) -> TokenStream {
    let (krate, permit, failures) = (scope.krate(), local("permit"), local("failures"));
    match counts {
        true => quote!(#krate::__private::undo_counting(#permit, #failures, #down)),
        false => quote!(#krate::__private::undo(#permit, #down)),
    }
}

/// The call of the function that takes `id` down.
pub(super) fn call(scope: &Scope, id: NodeId) -> TokenStream {
    let (down, permit) = (scope.down(id), local("permit"));
    let failures = can_fail(scope, id).then(|| {
        let failures = local("failures");
        quote!(, #failures)
    });
    quote!(__user::#down(#permit #failures))
}
