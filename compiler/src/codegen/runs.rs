//! Runs of plain calls: tables, and the code that goes through them.

use super::boot;
use super::names::plain;
use super::scope::{Scope, local};
use super::splice::splice;
use crate::model::{Expr, NodeId, PartKind};
use crate::runs::Stretch;
use crate::schedule::{Op, Schedule};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// The tables of all functions that boot.
pub(super) fn tables(scope: &Scope, schedule: &Schedule) -> TokenStream {
    let all = std::iter::once(&schedule.all).chain(&schedule.levels);
    let stretches = all.flat_map(|ops| stretches(scope, ops));
    let runs = stretches.filter_map(|stretch| if let Stretch::Run(nodes) = stretch { Some(nodes) } else { None });
    let distinct: BTreeSet<Vec<NodeId>> = runs.collect();
    distinct.iter().map(|nodes| table(scope, nodes)).collect()
}

/// What a function that boots does, a table at a time where there is one.
pub(super) fn stretches(scope: &Scope, ops: &[Op]) -> Vec<Stretch> {
    match scope.runs {
        Some(runs) => runs.stretches(ops),
        None => ops.iter().copied().map(Stretch::Op).collect(),
    }
}

fn table(scope: &Scope, nodes: &[NodeId]) -> TokenStream {
    let (krate, error, name) = (scope.krate_inside(), scope.error(), name(scope, nodes));
    let count = nodes.len();
    let steps = nodes.iter().map(|id| {
        let node = scope.node(*id);
        let up = node.starts().map(|expr| path(scope, expr));
        let down = match node.stops().filter(|_| boot::has_down(scope, *id)).map(|expr| path(scope, expr)) {
            Some(path) => path,
            None => quote!(#krate::__private::nothing),
        };
        quote!(#krate::__private::Plain { up: #up, down: #down })
    });
    quote!(pub(super) static #name: [#krate::__private::Plain<#error>; #count] = [#(#steps),*];)
}

/// The path of a plain call.
fn path(scope: &Scope, expr: &Expr) -> TokenStream {
    let parts = expr.parts.iter().map(|part| part.tokens.clone());
    let stream = scope.source.tokens(expr.rust.span);
    let spliced = splice(stream, &expr.rust, parts, &mut |part, tokens| match &expr.parts[part].kind {
        PartKind::SuperPath => scope.outside(1, tokens),
        _ => scope.outside(0, tokens),
    });
    spliced.into_iter().take_while(|tree| !matches!(tree, TokenTree::Group(_))).collect()
}

fn name(scope: &Scope, nodes: &[NodeId]) -> Ident {
    let first = nodes.first().map(|id| plain(scope.model.label(*id))).unwrap_or_default();
    // no two that start with the same node are as long
    format_ident!("__RUN_{first}_{}", nodes.len())
}

/// Brings a run up, and makes sure that it goes down again.
pub(super) fn up(scope: &Scope, nodes: &[NodeId], guards: &mut Vec<Ident>) -> TokenStream {
    let (krate, table) = (scope.krate(), name(scope, nodes));
    let guard = local(&table.to_string().replace("__RUN", "undo_run"));
    guards.push(guard.clone());
    let variants = nodes.iter().map(|id| scope.variant(*id));
    let error = scope.retries().then(|| quote!(.map_err(|(node, cause)| (node, 1, cause))));
    quote!(let #guard = #krate::__private::Run::up(&__user::#table, &[#(Node::#variants),*])#error?;)
}

/// Takes a run down.
pub(super) fn down(scope: &Scope, nodes: &[NodeId]) -> TokenStream {
    let (krate, table) = (scope.krate(), name(scope, nodes));
    quote!(#krate::__private::Run::down(&__user::#table);)
}
