//! Bringing one device up and taking it down again.

use super::bindings::field_pointer;
use super::evaluate::{Value, evaluate};
use super::expr::{IfBusy, Spliced, may_be_busy, spliced};
use super::scope::{Scope, local, located_at};
use crate::model::{Claim, Deinit, Device, Expr, NodeId};
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
    scope.handle(id) == Handle::Shared || deinit.is_some_and(|expr| expr.fallible || may_be_busy(scope, expr))
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
    let evaluated = evaluate(scope, init, &expr, Value::Typed(ty));
    let question = init.fallible.then(|| quote!(?));
    let evaluated = quote!(let #value = #evaluated #question;);
    let store = match scope.handle(id) {
        Handle::None => TokenStream::new(),
        Handle::Owned => quote!(unsafe { super::#slot.put(#value) };),
        Handle::Shared => quote!(unsafe { super::#slot.install(#value) };),
    };
    up_function(scope, id, init, quote!(#bindings #evaluated #store))
}

/// The function that runs `expr` to bring `id` up.
pub(super) fn up_function(scope: &Scope, id: NodeId, expr: &Expr, body: TokenStream) -> TokenStream {
    let (name, krate, permit) = (scope.up(id), scope.krate_inside(), local("_permit"));
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

/// Whether bringing up what `expr` starts can fail.
pub(super) fn up_can_fail(scope: &Scope, expr: &Expr) -> bool {
    expr.fallible || may_be_busy(scope, expr)
}

/// The function that takes `id` down.
pub(super) fn down_function(scope: &Scope, id: NodeId, can_fail: bool, body: TokenStream) -> TokenStream {
    let (name, krate, permit) = (scope.down(id), scope.krate_inside(), local("_permit"));
    let failures = can_fail.then(|| {
        let failures = local("failures");
        quote!(, #failures: &#krate::__private::Failures)
    });
    quote! {
        #[inline(always)]
        pub(super) fn #name(#permit: #krate::__private::Permit #failures) { #body }
    }
}

fn down(scope: &Scope, id: NodeId, device: &Device) -> TokenStream {
    let slot = scope.slot(id);
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
    let finish = (scope.handle(id) == Handle::Shared).then(|| quote!(unsafe { super::#slot.finish() };));
    down_function(scope, id, down_can_fail(scope, id, device), quote!(#body #finish))
}

/// Moves the handle out of its place.
fn take(scope: &Scope, id: NodeId, this: &TokenStream) -> TokenStream {
    let (slot, failures) = (scope.slot(id), local("failures"));
    match scope.handle(id) {
        Handle::None => quote!(let #this = ();),
        Handle::Owned => quote!(let #this = unsafe { super::#slot.take() };),
        Handle::Shared => quote! {
            let ::core::option::Option::Some(#this) = (unsafe { super::#slot.remove() }) else {
                #failures.count();
                return;
            };
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
    let names: Vec<Ident> = (0..)
        .zip(&deinit.gives_back)
        .map(|(index, claim)| Ident::new(&format!("give_{index}"), located_at(scope.span(claim.span))))
        .collect();
    let (value, pattern) = match names.as_slice() {
        [] if !deinit.pattern => (Value::Unused, quote!(())),
        [] => (Value::Typed(quote!(())), quote!(())),
        [one] => (Value::Inferred, quote!(#one)),
        [first, ..] => {
            let mut tuple = Group::new(Delimiter::Parenthesis, quote!(#(#names),*));
            tuple.set_span(first.span());
            (Value::Inferred, quote!(#tuple))
        }
    };
    let (evaluated, result) = (evaluate(scope, &deinit.expr, expr, value), local("result"));
    let block = quote!({ #take let #result = #evaluated; #result });
    let give_back: TokenStream =
        deinit.gives_back.iter().zip(&names).map(|(claim, value)| give_back(scope, claim, value)).collect();
    if !deinit.expr.fallible {
        return quote!(let #pattern = #block; #give_back);
    }
    let failures = local("failures");
    quote! {
        let #result = #block;
        let ::core::result::Result::Ok(#pattern) = #result else {
            #failures.count();
            return;
        };
        #give_back
    }
}

fn give_back(scope: &Scope, claim: &Claim, value: &Ident) -> TokenStream {
    let input = scope.input_slot(claim.input);
    match &claim.field {
        Some(field) => {
            let pointer = field_pointer(scope, field);
            quote_spanned!(value.span()=> unsafe { super::#input.place(#pointer).write(#value) };)
        }
        None => quote_spanned!(value.span()=> unsafe { super::#input.give_back_whole(#value) };),
    }
}
