//! `GRAPH`: the board as a constant.

use super::docs;
use super::names::plain;
use super::scope::Scope;
use crate::graph::EdgeKind;
use crate::model::{NodeId, NodeKind};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn graph(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let index = |id: NodeId| Literal::usize_unsuffixed(scope.built.binary_search(&id).unwrap_or_default());
    let name = plain(&scope.board().name.name);
    let levels = scope.model.levels.iter().map(|level| plain(&level.name));
    let nodes = scope.built().map(|id| node(scope, id));
    let edges = scope.edges.iter().map(|edge| {
        let (from, to, kind) = (index(edge.from), index(edge.to), kind(edge.kind));
        quote!(#krate::graph::Edge { from: #from, to: #to, kind: #krate::graph::EdgeKind::#kind })
    });
    let order = scope.steps.iter().map(|step| index(step.node));
    quote! {
        #[doc = " The board as a constant: takes no flash unless it is used."]
        pub const GRAPH: #krate::graph::Graph = #krate::graph::Graph {
            name: #name,
            levels: &[#(#levels),*],
            nodes: &[#(#nodes),*],
            edges: &[#(#edges),*],
            order: &[#(#order),*],
        };
    }
}

fn node(scope: &Scope, id: NodeId) -> TokenStream {
    let krate = scope.krate();
    let node = scope.node(id);
    let (name, docs) = (plain(&node.label.name), docs::text(&node.docs));
    let some = |number: Option<u64>| match number.map(Literal::u64_unsuffixed) {
        Some(number) => quote!(::core::option::Option::Some(#number)),
        None => quote!(::core::option::Option::None),
    };
    let none = some(None);
    let (kind, level, priority, address, deferred) = match &node.kind {
        NodeKind::Rail(_) => (quote!(Rail), none.clone(), none.clone(), none, false),
        NodeKind::Device(device) => (
            quote!(Device),
            some(Some(device.level.value.0.into())),
            some(Some(device.priority.into())),
            some(device.address.map(|address| address.value)),
            device.init_skip.is_some(),
        ),
    };
    quote! {
        #krate::graph::Node {
            name: #name,
            kind: #krate::graph::NodeKind::#kind,
            level: #level,
            priority: #priority,
            address: #address,
            deferred: #deferred,
            docs: #docs,
        }
    }
}

fn kind(kind: EdgeKind) -> TokenStream {
    match kind {
        EdgeKind::After => quote!(After),
        EdgeKind::Depends => quote!(Depends),
        EdgeKind::Power => quote!(Power),
        EdgeKind::From => quote!(From),
        EdgeKind::Control => quote!(Control),
        EdgeKind::Held => quote!(Held),
        EdgeKind::Lent => quote!(Lent),
        EdgeKind::Bus => quote!(Bus),
    }
}
