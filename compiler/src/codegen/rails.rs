//! Switching one rail on and off again.

use super::board::asynchronous;
use super::evaluate::{Value, evaluate, statement};
use super::expr::{IfBusy, spliced};
use super::nodes::up_function;
use super::scope::{Scope, local};
use super::settling;
use super::teardown;
use super::waits::Clock;
use crate::model::{At, NodeId, Rail};
use proc_macro2::TokenStream;
use quote::quote;

/// The functions of a rail, as far as there is something to do.
pub(super) fn rail(scope: &Scope, id: NodeId, rail: &Rail) -> TokenStream {
    let up = rail.enable.as_ref().map(|enable| {
        let expr = spliced(scope, enable);
        let bindings = expr.bindings(scope, IfBusy::Fail);
        let evaluated = statement(scope, enable, &expr, None);
        up_function(scope, &scope.up(id), enable, quote!(#bindings #evaluated))
    });
    let settling = settling::functions(scope, id, rail);
    let down = rail.disable.as_ref().map(|disable| {
        let expr = spliced(scope, disable);
        let bindings = expr.bindings(scope, IfBusy::Count);
        let evaluated = evaluate(scope, disable, &expr, Value::Unused);
        let body = if disable.fallible {
            let failures = local("failures");
            quote!(#bindings if #evaluated.is_err() { #failures.count(); })
        } else {
            quote!(#bindings #evaluated;)
        };
        teardown::function(scope, id, body)
    });
    let off_time = rest(rail).map(|delay| off_time(scope, id, delay));
    quote!(#up #settling #down #off_time)
}

/// Whether a rollback switches it off. It leaves a rail as boot found it, so one that was on at reset stays on.
pub(super) fn has_down(rail: &Rail) -> bool {
    rail.disable.is_some() && !rail.on_at_reset()
}

/// How long it stays off at least, if it ever goes off and comes back.
pub(super) fn rest(rail: &Rail) -> Option<At<u64>> {
    rail.off_delay.filter(|delay| delay.value > 0 && rail.can_suspend())
}

/// The functions that note when a rail went off, and that wait before it comes on again. Only run-time control needs them,
/// and the rollback of what is optional.
fn off_time(scope: &Scope, id: NodeId, delay: At<u64>) -> TokenStream {
    let (off, rest, since) = (scope.off(id), scope.rest(id), scope.off_since(id));
    let (krate, permit, start) = (scope.krate_inside(), local("_permit"), local("start"));
    let (asynchronous, _) = asynchronous(scope);
    let clock = Clock::inside(scope, !asynchronous.is_empty());
    if clock.micros(delay).is_none() {
        return clock.impossible(delay);
    }
    let wait = clock.wait(&start, delay, delay.value);
    quote! {
        #[inline]
        pub(super) fn #off(#permit: #krate::__private::Permit) {
            unsafe { super::#since.note::<__Clock>() };
        }
        #[inline]
        pub(super) #asynchronous fn #rest(#permit: #krate::__private::Permit) {
            if let ::core::option::Option::Some(#start) = unsafe { super::#since.take() } {
                #wait
            }
        }
    }
}
