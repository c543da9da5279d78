//! One private static per handle and per input, so that the linker drops what the firmware never uses.

use super::scope::Scope;
use crate::model::InputId;
use crate::plan::Handle;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn statics(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let inputs = (0..scope.model.inputs.len() as u32).map(InputId).map(|id| {
        let (name, ty) = (scope.input_slot(id), scope.input_type(id));
        quote!(static #name: #krate::__private::Input<__user::#ty> = #krate::__private::Input::new();)
    });
    let handles = scope.handled().map(|id| {
        let (name, ty) = (scope.slot(id), scope.handle_type(id));
        let kind = if scope.handle(id) == Handle::Shared { quote!(Shared) } else { quote!(Slot) };
        quote!(static #name: #krate::__private::#kind<__user::#ty> = #krate::__private::#kind::new();)
    });
    quote!(#(#inputs)* #(#handles)*)
}
