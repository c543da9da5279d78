//! The graph as constants, in the smallest types that hold it.

use super::scope::Scope;
use crate::control::{Control, Traits};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// The types of its parts, and the function that returns the table.
pub(super) fn table(scope: &Scope, control: &Control) -> TokenStream {
    let krate = scope.krate();
    let runtime = quote!(#krate::__private::control);
    let vertices = control.needs.len();
    let set = set_type(vertices);
    let sets = if is_small(vertices) {
        let mask = mask(vertices);
        quote!(#runtime::Masks<#mask>)
    } else {
        let (index, offset) = (index(scope.built.len()), offset(control));
        quote!(#runtime::Lists<#index, #offset>)
    };
    let nodes = Literal::usize_unsuffixed(scope.built.len());
    let lists =
        |lists: &[Vec<usize>]| if is_small(vertices) { masks(&runtime, lists) } else { self::lists(&runtime, lists) };
    let closures = if is_small(vertices) { closures(&control.needs) } else { Vec::new() };
    let [needs, closures, lent_up, lent_down] =
        [&control.needs, &closures, &control.lent_up, &control.lent_down].map(|all| lists(all));
    let of = |quality: fn(&Traits) -> bool| {
        self::set(vertices, (0..).zip(&control.traits).filter(|(_, traits)| quality(traits)).map(|(node, _)| node))
    };
    let (claims, lost_down, lost_failed) =
        (of(|node| node.claims), of(|node| node.lost_down), of(|node| node.lost_failed));
    let (tolerated, support, stays_on) =
        (of(|node| node.tolerated), of(|node| node.support), of(|node| node.stays_on));
    let (settles, prompt) = (of(|node| node.settles), of(|node| node.prompt));
    quote! {
        type Set = #set;
        type Sets = #sets;

        fn table(&self) -> &'static #runtime::Table<#set, #sets> {
            static TABLE: #runtime::Table<#set, #sets> = #runtime::Table {
                nodes: #nodes,
                needs: #needs,
                closures: #closures,
                lent_up: #lent_up,
                lent_down: #lent_down,
                claims: #claims,
                lost_down: #lost_down,
                lost_failed: #lost_failed,
                tolerated: #tolerated,
                support: #support,
                stays_on: #stays_on,
                settles: #settles,
                prompt: #prompt,
            };
            &TABLE
        }
    }
}

/// Each vertex with all that it needs. Nodes stand after what they need, and levels after nodes.
fn closures(needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut closures: Vec<Vec<usize>> = Vec::with_capacity(needs.len());
    for (vertex, needs) in needs.iter().enumerate() {
        let below = needs.iter().filter_map(|need| closures.get(*need)).flatten().copied();
        let closure: BTreeSet<usize> = below.chain([vertex]).collect();
        closures.push(closure.into_iter().collect());
    }
    closures
}

/// Whether a set of so many vertices is one word.
fn is_small(vertices: usize) -> bool {
    vertices <= 32
}

/// The type of a set of vertices.
pub(super) fn set_type(vertices: usize) -> TokenStream {
    if is_small(vertices) {
        return quote!(::core::primitive::u32);
    }
    let words = Literal::usize_unsuffixed(vertices.div_ceil(32));
    quote!([::core::primitive::u32; #words])
}

/// The smallest type for a set of vertices that is one word.
fn mask(vertices: usize) -> TokenStream {
    match vertices {
        0..=8 => quote!(::core::primitive::u8),
        9..=16 => quote!(::core::primitive::u16),
        _ => quote!(::core::primitive::u32),
    }
}

/// A set of vertices.
pub(super) fn set(vertices: usize, of: impl Iterator<Item = usize>) -> TokenStream {
    let mut words = vec![0u32; vertices.div_ceil(32).max(1)];
    for vertex in of {
        words[vertex / 32] |= 1 << (vertex % 32);
    }
    let words: Vec<_> = words.into_iter().map(Literal::u32_unsuffixed).collect();
    match words.as_slice() {
        [word] => quote!(#word),
        words => quote!([#(#words),*]),
    }
}

fn masks(runtime: &TokenStream, lists: &[Vec<usize>]) -> TokenStream {
    let masks = lists.iter().map(|list| set(1, list.iter().copied()));
    let masks = masks.filter(|_| !lists.iter().all(Vec::is_empty));
    quote!(#runtime::Masks(&[#(#masks),*]))
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
