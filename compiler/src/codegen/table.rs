//! The graph as constants, in the smallest types that hold it.

use super::scope::Scope;
use crate::control::{Control, Traits};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The types of its numbers, and the function that returns the table.
pub(super) fn table(scope: &Scope, control: &Control) -> TokenStream {
    let krate = scope.krate();
    let runtime = quote!(#krate::__private::control);
    let (index, offset) = (index(scope.built.len()), offset(control));
    let order = control.order.iter().map(|node| Literal::usize_unsuffixed(*node));
    let [needs, lent_up, lent_down] =
        [&control.needs, &control.lent_up, &control.lent_down].map(|lists| self::lists(&runtime, lists));
    let settles = control.traits.iter().any(|node| node.settles);
    let traits = control.traits.iter().map(|node| traits(&runtime, *node));
    quote! {
        type Index = #index;
        type Offset = #offset;
        const SETTLES: ::core::primitive::bool = #settles;

        fn table(&self) -> &'static #runtime::Table<#index, #offset> {
            static TABLE: #runtime::Table<#index, #offset> = #runtime::Table {
                order: &[#(#order),*],
                needs: #needs,
                lent_up: #lent_up,
                lent_down: #lent_down,
                traits: &[#(#traits),*],
            };
            &TABLE
        }
    }
}

fn lists(runtime: &TokenStream, lists: &[Vec<usize>]) -> TokenStream {
    if lists.iter().all(Vec::is_empty) {
        return quote!(#runtime::Lists { starts: &[], flat: &[] });
    }
    let mut start = 0;
    let ends = lists.iter().map(|list| {
        start += list.len();
        start
    });
    let starts = std::iter::once(0).chain(ends).map(Literal::usize_unsuffixed);
    let flat = lists.iter().flatten().map(|node| Literal::usize_unsuffixed(*node));
    quote!(#runtime::Lists { starts: &[#(#starts),*], flat: &[#(#flat),*] })
}

fn traits(runtime: &TokenStream, node: Traits) -> TokenStream {
    let Traits { claims, lost_down, lost_failed, tolerated, support, stays_on, settles, prompt } = node;
    let all = [
        (claims, quote!(CLAIMS)),
        (lost_down, quote!(LOST_DOWN)),
        (lost_failed, quote!(LOST_FAILED)),
        (tolerated, quote!(TOLERATED)),
        (support, quote!(SUPPORT)),
        (stays_on, quote!(STAYS_ON)),
        (settles, quote!(SETTLES)),
        (prompt, quote!(PROMPT)),
    ];
    let given: Vec<_> = all.into_iter().filter(|(given, _)| *given).map(|(_, name)| name).collect();
    if given.is_empty() { quote!(0) } else { quote!(#(#runtime::#given)|*) }
}

/// The smallest type for numbers of nodes.
fn index(nodes: usize) -> TokenStream {
    if nodes <= 1 << 8 { quote!(::core::primitive::u8) } else { quote!(::core::primitive::u16) }
}

/// The smallest type for places in the lists.
fn offset(control: &Control) -> TokenStream {
    let longest = [&control.needs, &control.lent_up, &control.lent_down]
        .map(|lists| lists.iter().map(Vec::len).sum::<usize>())
        .into_iter()
        .max();
    match longest.unwrap_or_default() {
        0..=0xff => quote!(::core::primitive::u8),
        0x100..=0xffff => quote!(::core::primitive::u16),
        _ => quote!(::core::primitive::u32),
    }
}
