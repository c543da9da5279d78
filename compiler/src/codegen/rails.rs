//! Switching one rail on and off again.

use super::evaluate::{Value, evaluate};
use super::expr::{IfBusy, spliced};
use super::nodes::up_function;
use super::scope::{Scope, local};
use super::teardown;
use super::waits::{impossible, micros, wait};
use crate::model::{At, NodeId, Rail};
use proc_macro2::TokenStream;
use quote::quote;

/// The two functions of a rail, as far as there is something to do.
pub(super) fn rail(scope: &Scope, id: NodeId, rail: &Rail) -> TokenStream {
    let up = rail.enable.as_ref().map(|enable| {
        let expr = spliced(scope, enable);
        let bindings = expr.bindings(scope, IfBusy::Fail);
        let evaluated = evaluate(scope, enable, &expr, Value::Unused);
        let question = enable.fallible.then(|| quote!(?));
        let wait = rail.ramp.filter(|ramp| ramp.value > 0).map(|ramp| wait(scope, ramp));
        up_function(scope, &scope.up(id), enable, quote!(#bindings #evaluated #question; #wait))
    });
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
    quote!(#up #down #off_time)
}

/// Whether boot switches it on. A rail that is on at reset is adopted as it is.
pub(super) fn has_up(rail: &Rail) -> bool {
    rail.enable.is_some() && rail.always_on.is_none() && rail.boot_on.is_none()
}

/// Whether a rollback switches it off. It leaves a rail as boot found it, so one that was on at reset stays on.
pub(super) fn has_down(rail: &Rail) -> bool {
    rail.disable.is_some() && rail.always_on.is_none() && rail.boot_on.is_none()
}

/// How long it stays off at least, if it ever goes off and comes back.
pub(super) fn rest(rail: &Rail) -> Option<At<u64>> {
    rail.off_delay.filter(|delay| delay.value > 0 && rail.can_suspend())
}

/// The functions that note when a rail went off, and that wait before it comes on again. Only run-time control needs them,
/// and the rollback of what is optional.
fn off_time(scope: &Scope, id: NodeId, delay: At<u64>) -> TokenStream {
    let Some(micros) = micros(scope, delay) else { return impossible(scope, delay) };
    let (off, rest, since) = (scope.off(id), scope.rest(id), scope.off_since(id));
    let (krate, permit) = (scope.krate_inside(), local("_permit"));
    quote! {
        #[inline]
        pub(super) fn #off(#permit: #krate::__private::Permit) {
            unsafe { super::#since.note::<__Clock>() };
        }
        #[inline]
        pub(super) fn #rest(#permit: #krate::__private::Permit) {
            unsafe { super::#since.wait::<__Clock>(#micros) };
        }
    }
}
