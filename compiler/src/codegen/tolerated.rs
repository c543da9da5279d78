//! Steps that a boot can do without: optional nodes, and what only they need.

use super::boot::{call, has_down};
use super::names::plain;
use super::nodes;
use super::rails;
use super::scope::{Scope, local};
use crate::model::NodeId;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// Brings a node up if everything it needs is, and remembers how that went.
pub(super) fn up(scope: &Scope, id: NodeId) -> TokenStream {
    let (outcome, failure) = (scope.outcome(id), failure(scope, id));
    let came = quote!(unsafe { #outcome.came() };);
    let start = match call(scope, id) {
        None => quote!({ #came ::core::option::Option::None }),
        Some(call) if !call.fallible => {
            let call = call.tokens;
            quote!({ #call; #came ::core::option::Option::None })
        }
        Some(call) => {
            let call = call.tokens;
            let error = if scope.retried(id) { quote!(failure) } else { quote!((failure, 1u8)) };
            quote! {
                match #call {
                    ::core::result::Result::Ok(()) => { #came ::core::option::Option::None }
                    ::core::result::Result::Err(failure) => ::core::option::Option::Some(#error),
                }
            }
        }
    };
    let needs = tolerated_needs(scope, id);
    let ty = quote!(::core::option::Option<(__user::__Error, ::core::primitive::u8)>);
    if needs.is_empty() {
        return quote!(let #failure: #ty = #start;);
    }
    let needs = needs.iter().map(|need| scope.outcome(*need));
    quote! {
        let #failure: #ty = if #(unsafe { #needs.is_up() })&&* { #start } else { ::core::option::Option::None };
    }
}

/// What follows if the node is not up: what came up only for it goes down again, and its failure is kept.
pub(super) fn aftermath(scope: &Scope, id: NodeId) -> TokenStream {
    let (krate, outcome, failure) = (scope.krate(), scope.outcome(id), failure(scope, id));
    let (variant, failures) = (scope.variant(id), local("failures"));
    let downs = last_used_by(scope, id).into_iter().rev().map(|need| {
        let outcome = scope.outcome(need);
        let users = users(scope, need).into_iter().map(|user| scope.outcome(user));
        let down = leave(scope, need);
        let off = scope.node(need).rail().and_then(rails::rest).map(|_| {
            let (off, permit) = (scope.off(need), local("permit"));
            quote!(__user::#off(#permit);)
        });
        quote!(if #(!unsafe { #users.is_up() } &&)* unsafe { #outcome.leave() } { #down #off })
    });
    let loses = scope.node(id).device().is_some_and(|device| device.kept_by_failure().next().is_some());
    let lose = loses.then(|| quote!(unsafe { #outcome.lose() };));
    quote! {
        if !unsafe { #outcome.is_up() } {
            let #failures = &#krate::__private::Failures::new();
            #(#downs)*
            if let ::core::option::Option::Some((cause, attempt)) = #failure {
                let rollback_failures = #failures.get();
                let failure = BootError { node: Node::#variant, attempt, cause, rollback_failures };
                unsafe { #outcome.record(::core::option::Option::Some(failure)) };
                #lose
            }
        }
    }
}

/// Takes a node down that came up for nothing, and remembers whether its inputs are back.
fn leave(scope: &Scope, id: NodeId) -> TokenStream {
    let down = has_down(scope, id).then(|| nodes::call_down(scope, id));
    let outcome = scope.outcome(id);
    let Some(device) = scope.node(id).device() else { return quote!(#down;) };
    if device.kept_by_teardown().next().is_some() {
        return quote!(#down; unsafe { #outcome.lose() };);
    }
    let claims = device.init.as_ref().is_some_and(|init| init.claims().next().is_some());
    if !claims || !nodes::node_down_can_fail(scope, id) {
        return quote!(#down;);
    }
    let (krate, failures, all) = (scope.krate(), local("failures"), local("all_failures"));
    quote! {
        let #all = #failures;
        let #failures = &#krate::__private::Failures::new();
        #down;
        if #failures.get() > 0 {
            unsafe { #outcome.lose() };
        }
        #all.add(#failures);
    }
}

/// An expression: why `id` is not up, of its own or because of what it needs.
pub(super) fn why(scope: &Scope, id: NodeId) -> TokenStream {
    let mut closure = vec![id];
    let mut at = 0;
    while at < closure.len() {
        let new: Vec<_> =
            tolerated_needs(scope, closure[at]).into_iter().filter(|need| !closure.contains(need)).collect();
        closure.extend(new);
        at += 1;
    }
    let outcomes = closure[1..].iter().map(|need| scope.outcome(*need));
    let own = scope.outcome(id);
    quote!(unsafe { #own.failure() } #(.or_else(|| unsafe { #outcomes.failure() }))*)
}

fn failure(scope: &Scope, id: NodeId) -> Ident {
    local(&format!("failure_{}", plain(scope.model.label(id))))
}

/// What a tolerated node holds that may be missing.
fn tolerated_needs(scope: &Scope, id: NodeId) -> Vec<NodeId> {
    let held = scope.edges.iter().filter(|edge| edge.from == id && edge.kind.holds()).map(|edge| edge.to);
    distinct(held.filter(|need| scope.is_tolerated(*need)))
}

/// What boots and holds `id`.
fn users(scope: &Scope, id: NodeId) -> Vec<NodeId> {
    let holders = scope.edges.iter().filter(|edge| edge.to == id && edge.kind.holds()).map(|edge| edge.from);
    distinct(holders.filter(|user| scope.is_tolerated(*user)))
}

fn distinct(nodes: impl Iterator<Item = NodeId>) -> Vec<NodeId> {
    let mut nodes: Vec<_> = nodes.collect();
    nodes.sort();
    nodes.dedup();
    nodes
}

/// What boots only for others, the last of which has had its turn with `id`; in the order of the boot.
fn last_used_by(scope: &Scope, id: NodeId) -> Vec<NodeId> {
    let position = |id: NodeId| scope.steps.iter().position(|step| step.node == id);
    let support = |node: &NodeId| scope.node(*node).device().is_none_or(|device| device.init_skip.is_some());
    let had_its_turn = |node: NodeId| users(scope, node).into_iter().map(position).max() <= Some(position(id));
    let earlier = scope.tolerated().take_while(|node| *node != id);
    earlier.filter(support).filter(|node| had_its_turn(*node)).collect()
}
