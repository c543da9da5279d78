//! Waiting with the board's clock.

use super::scope::{Scope, local};
use crate::model::At;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};

/// The statements that wait from now on for `time`, in nanoseconds.
pub(super) fn wait(scope: &Scope, time: At<u64>) -> TokenStream {
    let (now, wait) = wait_since(scope, &local("start"), time);
    quote!(#now #wait)
}

/// A statement that remembers the time in `start`, and one that waits until `time` has passed since.
pub(super) fn wait_since(scope: &Scope, start: &Ident, time: At<u64>) -> (TokenStream, TokenStream) {
    let Some(micros) = micros(scope, time) else { return (TokenStream::new(), impossible(scope, time)) };
    let krate = scope.krate_inside();
    (
        quote!(let #start = <__Clock as #krate::Clock>::now();),
        quote!(<__Clock as #krate::Clock>::wait_until(#start, #micros);),
    )
}

/// Whole microseconds, rounded up, if the board has a clock and it reaches that far.
pub(super) fn micros(scope: &Scope, time: At<u64>) -> Option<Literal> {
    const LONGEST: u64 = 1 << 31;
    let micros = Some(time.value.div_ceil(1000)).filter(|micros| *micros <= LONGEST);
    micros.filter(|_| scope.board().clock.is_some()).map(Literal::u64_unsuffixed)
}

/// What stands for a wait that a check has let through by mistake.
pub(super) fn impossible(scope: &Scope, time: At<u64>) -> TokenStream {
    let span = scope.span(time.span);
    quote_spanned!(span=> ::core::compile_error!("this cannot be waited for");)
}
