//! One private static per handle and per input, so that the linker drops what the firmware never uses.

use super::rails;
use super::scope::Scope;
use crate::model::{InputId, NodeId, Rail};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn statics(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let inputs = (0..scope.model.inputs.len() as u32).map(InputId).map(|id| {
        let (name, ty) = (scope.input_slot(id), scope.input_type(id));
        quote!(static #name: #krate::__private::Input<__user::#ty> = #krate::__private::Input::new();)
    });
    let handles = scope.handled().map(|id| {
        let (name, ty) = (scope.slot(id), scope.slot_type(id));
        quote!(static #name: #ty = <#ty>::new();)
    });
    let outcomes = scope.tolerated().map(|id| {
        let name = scope.outcome(id);
        quote!(static #name: #krate::__private::Outcome<BootError> = #krate::__private::Outcome::new();)
    });
    let rests = scope.built().filter(|id| scope.node(*id).rail().and_then(rails::rest).is_some()).map(|id| {
        let name = scope.off_since(id);
        quote!(static #name: #krate::__private::OffSince = #krate::__private::OffSince::new();)
    });
    let settles = |id: &NodeId| scope.node(*id).rail().is_some_and(Rail::settles_when_switched);
    let rises = scope.built().filter(settles).map(|id| {
        let name = scope.on_since(id);
        quote!(static #name: #krate::__private::OnSince = #krate::__private::OnSince::new();)
    });
    quote!(#(#inputs)* #(#handles)* #(#outcomes)* #(#rests)* #(#rises)*)
}
