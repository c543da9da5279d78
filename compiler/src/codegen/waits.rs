//! Waiting with the board's clock.

use super::scope::Scope;
use crate::model::At;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};

/// The board's clock, as one module names it.
pub(super) struct Clock<'a> {
    scope: &'a Scope<'a>,
    path: TokenStream,
    awaits: bool,
}

impl<'a> Clock<'a> {
    /// In the generated module itself. `awaits`: in an `async` function.
    pub(super) fn outside(scope: &'a Scope<'a>, awaits: bool) -> Self {
        let krate = scope.krate();
        Clock { scope, path: quote!(<__user::__Clock as #krate::Clock>), awaits }
    }

    /// In the module of the board's expressions.
    pub(super) fn inside(scope: &'a Scope<'a>, awaits: bool) -> Self {
        let krate = scope.krate_inside();
        Clock { scope, path: quote!(<__Clock as #krate::Clock>), awaits }
    }

    /// A statement that remembers the time in `start`.
    pub(super) fn stamp(&self, start: &Ident) -> TokenStream {
        let path = &self.path;
        match self.scope.board().clock {
            Some(_) => quote!(let #start = #path::now();),
            None => TokenStream::new(),
        }
    }

    /// A statement that waits until `time` has passed since `start`, of which `left` nanoseconds were not yet waited for.
    pub(super) fn wait(&self, start: &Ident, time: At<u64>, left: u64) -> TokenStream {
        let Some(micros) = self.micros(time) else { return self.impossible(time) };
        let (path, left) = (&self.path, Literal::u64_unsuffixed(left.div_ceil(1000)));
        if self.awaits {
            quote!(#path::sleep(#start, #micros, #left).await;)
        } else {
            quote!(#path::wait(#start, #micros, #left);)
        }
    }

    /// Whole microseconds, rounded up, if the board has a clock and it reaches that far.
    pub(super) fn micros(&self, time: At<u64>) -> Option<Literal> {
        const LONGEST: u64 = 1 << 31;
        let micros = Some(time.value.div_ceil(1000)).filter(|micros| *micros <= LONGEST);
        micros.filter(|_| self.scope.board().clock.is_some()).map(Literal::u64_unsuffixed)
    }

    /// What stands for a wait that a check has let through by mistake.
    pub(super) fn impossible(&self, time: At<u64>) -> TokenStream {
        let span = self.scope.span(time.span);
        quote_spanned!(span=> ::core::compile_error!("this cannot be waited for");)
    }
}
