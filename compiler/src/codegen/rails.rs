//! Switching one rail on and off again.

use super::evaluate::{Value, evaluate};
use super::expr::{IfBusy, may_be_busy, spliced};
use super::nodes::{down_function, up_function};
use super::scope::{Scope, local};
use crate::model::{At, NodeId, Rail};
use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

/// The two functions of a rail, as far as there is something to do.
pub(super) fn rail(scope: &Scope, id: NodeId, rail: &Rail) -> TokenStream {
    let up = rail.enable.as_ref().map(|enable| {
        let expr = spliced(scope, enable);
        let bindings = expr.bindings(scope, IfBusy::Fail);
        let evaluated = evaluate(scope, enable, &expr, Value::Unused);
        let question = enable.fallible.then(|| quote!(?));
        let wait = rail.ramp.filter(|ramp| ramp.value > 0).map(|ramp| wait(scope, ramp));
        up_function(scope, id, enable, quote!(#bindings #evaluated #question; #wait))
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
        down_function(scope, id, down_can_fail(scope, rail), body)
    });
    quote!(#up #down)
}

/// Whether boot switches it on. A rail that is on at reset is adopted as it is.
pub(super) fn has_up(rail: &Rail) -> bool {
    rail.enable.is_some() && rail.always_on.is_none() && rail.boot_on.is_none()
}

/// Whether a rollback switches it off. It leaves a rail as boot found it, so one that was on at reset stays on.
pub(super) fn has_down(rail: &Rail) -> bool {
    rail.disable.is_some() && rail.always_on.is_none() && rail.boot_on.is_none()
}

/// Whether switching it off can fail.
pub(super) fn down_can_fail(scope: &Scope, rail: &Rail) -> bool {
    rail.disable.as_ref().is_some_and(|expr| expr.fallible || may_be_busy(scope, expr))
}

fn wait(scope: &Scope, ramp: At<u64>) -> TokenStream {
    const LONGEST: u64 = 1 << 31;
    let micros = ramp.value.div_ceil(1000);
    let clock = scope.board().clock.as_ref().map(|_| quote!(__Clock));
    let (Some(clock), 0..=LONGEST) = (clock, micros) else {
        let span = scope.span(ramp.span);
        return quote_spanned!(span=> ::core::compile_error!("this cannot be waited for"););
    };
    let (krate, micros, start) = (scope.krate_inside(), Literal::u64_unsuffixed(micros), local("start"));
    quote! {
        let #start = <#clock as #krate::Clock>::now();
        <#clock as #krate::Clock>::wait_until(#start, #micros);
    }
}
