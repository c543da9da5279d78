//! An init that is tried more than once.

use super::nodes::up_function;
use super::scope::{Scope, local};
use super::waits::Clock;
use crate::model::{Device, Expr, NodeId};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A function that runs the init of `id` once, which is `body`, and the one that tries it. The error of that carries the
/// number of the last attempt.
pub(super) fn functions(scope: &Scope, id: NodeId, device: &Device, init: &Expr, body: TokenStream) -> TokenStream {
    let (up, once) = (scope.up(id), scope.attempt(id));
    let function = up_function(scope, &once, init, body);
    let (krate, error) = (scope.krate_inside(), scope.error());
    let (permit, attempt, cause, start) = (local("permit"), local("attempt"), local("cause"), local("start"));
    let (asynchronous, wait) = match init.awaits {
        Some(_) => (quote!(async), quote!(.await)),
        None => Default::default(),
    };
    let times = Literal::u8_suffixed(device.retry.map_or(1, |retry| retry.value));
    let (now, pause) = match device.retry_delay.filter(|delay| delay.value > 0) {
        Some(delay) => {
            let clock = Clock::inside(scope, init.awaits.is_some());
            (clock.stamp(&start), clock.wait(&start, delay, delay.value))
        }
        None => Default::default(),
    };
    quote! {
        #function

        #[inline]
        pub(super) #asynchronous fn #up(
            #permit: #krate::__private::Permit,
        ) -> ::core::result::Result<(), (#error, ::core::primitive::u8)> {
            let mut #attempt = 1u8;
            loop {
                let ::core::result::Result::Err(#cause) = #once(#permit) #wait else {
                    return ::core::result::Result::Ok(());
                };
                if #attempt == #times {
                    return ::core::result::Result::Err((#cause, #attempt));
                }
                #attempt = #attempt.wrapping_add(1);
                #now
                #pause
            }
        }
    }
}
