//! One module per node that has constants or can be checked out: `imu::{ADDRESS, ODR, Out}`.

use super::docs::{self, doc};
use super::literals::readable;
use super::names::upper;
use super::reach;
use super::scope::{Scope, located_at};
use crate::model::{ConstantValue, Device, NodeId};
use crate::plan::Handle;
use bringup_dsl::ast::Unit;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use std::collections::HashSet;

pub(super) fn modules(scope: &Scope) -> TokenStream {
    scope.built().filter_map(|id| Some(module(scope, id, scope.node(id).device()?))).collect()
}

fn module(scope: &Scope, id: NodeId, device: &Device) -> TokenStream {
    let owned = scope.handle(id) == Handle::Owned;
    if device.address.is_none() && device.constants.is_empty() && !owned {
        return TokenStream::new();
    }
    let out = owned.then(|| reach::out(scope, id));
    let (docs, label) = (docs::node(scope, id), scope.label(id));
    let address = device.address.map(|address| {
        let (ty, decimal) = typed(i128::from(address.value), Unit::None);
        let value = format!("{:#x}", address.value).parse::<Literal>().map_or(decimal, |hex| quote!(#hex));
        quote! {
            #[doc = " Its address on the bus."]
            pub const ADDRESS: #ty = #value;
        }
    });
    // Names that clash have been reported.
    let mut names: HashSet<String> = device.address.iter().map(|_| "ADDRESS".to_owned()).collect();
    let distinct = device.constants.iter().filter(|constant| names.insert(upper(&constant.name.name)));
    let constants: Vec<_> = distinct
        .map(|constant| {
            let (ty, value) = match &constant.value {
                ConstantValue::Number(amount, unit) => typed(*amount, *unit),
                ConstantValue::Bool(value) => (quote!(::core::primitive::bool), quote!(#value)),
                ConstantValue::Text(text) => (quote!(&::core::primitive::str), quote!(#text)),
            };
            let docs = doc(&match unit(&constant.value) {
                Some(unit) => format!("`{}`, in {unit}.", constant.name.name),
                None => format!("`{}`.", constant.name.name),
            });
            let name = Ident::new(&upper(&constant.name.name), located_at(scope.span(constant.name.span)));
            quote!(#docs pub const #name: #ty = #value;)
        })
        .collect();
    quote! {
        #docs
        pub mod #label {
            #address
            #(#constants)*
            #out
        }
    }
}

/// Times are `u64`: a few seconds in nanoseconds are more than `u32` holds. All else is 32 bits wide where it fits.
fn typed(amount: i128, unit: Unit) -> (TokenStream, TokenStream) {
    let value = readable(amount.unsigned_abs());
    let wide = unit == Unit::Nanosecond;
    let ty = match amount {
        0.. if !wide && u32::try_from(amount).is_ok() => quote!(u32),
        0.. => quote!(u64),
        _ if !wide && i32::try_from(amount).is_ok() => quote!(i32),
        _ => quote!(i64),
    };
    let value = if amount < 0 { quote!(-#value) } else { quote!(#value) };
    (quote!(::core::primitive::#ty), value)
}

fn unit(value: &ConstantValue) -> Option<&'static str> {
    match value {
        ConstantValue::Number(_, Unit::Microvolt) => Some("microvolts"),
        ConstantValue::Number(_, Unit::Microampere) => Some("microamperes"),
        ConstantValue::Number(_, Unit::Nanosecond) => Some("nanoseconds"),
        ConstantValue::Number(_, Unit::Hertz) => Some("hertz"),
        ConstantValue::Number(_, Unit::Ohm) => Some("ohms"),
        ConstantValue::Number(_, Unit::Byte) => Some("bytes"),
        ConstantValue::Number(_, Unit::None) | ConstantValue::Bool(_) | ConstantValue::Text(_) => None,
    }
}
