//! `Node` and `Level`: names as values.

use super::docs;
use super::names::plain;
use super::scope::Scope;
use crate::model::NodeId;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) fn node(scope: &Scope) -> TokenStream {
    let variants: Vec<_> = scope
        .built()
        .map(|id| Variant {
            ident: scope.variant(id),
            name: plain(scope.model.label(id)),
            docs: docs::node(scope, id),
        })
        .collect();
    names("Node", "The nodes and rails of the board, in the order of declaration.", &variants)
}

/// The rails that run-time control can suspend.
pub(super) fn rail(scope: &Scope, rails: &[NodeId]) -> TokenStream {
    let variants: Vec<_> = rails
        .iter()
        .map(|id| Variant {
            ident: scope.variant(*id),
            name: plain(scope.model.label(*id)),
            docs: docs::node(scope, *id),
        })
        .collect();
    names("Rail", "The rails of the board that can be switched off and on again.", &variants)
}

pub(super) fn level(scope: &Scope) -> TokenStream {
    let variants: Vec<_> = scope
        .model
        .levels
        .iter()
        .map(|level| Variant {
            ident: scope.level_variant(level),
            name: plain(&level.name),
            docs: docs::doc(&format!("Level `{}`.", level.name)),
        })
        .collect();
    names("Level", "The run levels of the board, in order.", &variants)
}

struct Variant<'a> {
    ident: Ident,
    name: &'a str,
    docs: TokenStream,
}

fn names(name: &str, about: &str, variants: &[Variant]) -> TokenStream {
    let ty = Ident::new(name, proc_macro2::Span::call_site());
    let repr = match variants.len() {
        0 => None,
        1..=256 => Some(quote!(#[repr(u8)])),
        _ => Some(quote!(#[repr(u16)])),
    };
    let count = variants.len();
    let about = docs::doc(about);
    let docs = variants.iter().map(|variant| &variant.docs);
    let idents: Vec<_> = variants.iter().map(|variant| &variant.ident).collect();
    let names: Vec<_> = variants.iter().map(|variant| variant.name).collect();
    quote! {
        #about
        #repr
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::cmp::PartialOrd,
            ::core::cmp::Ord, ::core::hash::Hash, ::core::fmt::Debug
        )]
        pub enum #ty { #(#docs #idents),* }

        impl #ty {
            #[doc = " All of them."]
            pub const ALL: [Self; #count] = [#(Self::#idents),*];

            #[doc = " The name in the board file."]
            #[must_use]
            pub const fn name(self) -> &'static ::core::primitive::str {
                match self { #(Self::#idents => #names,)* }
            }

            #[doc = " The one with this name in the board file."]
            #[must_use]
            pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                match name {
                    #(#names => ::core::option::Option::Some(Self::#idents),)*
                    _ => ::core::option::Option::None,
                }
            }
        }

        impl ::core::fmt::Display for #ty {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }
    }
}
