//! Steps that a boot can do without: optional nodes, and what only they need.

use super::boot::{call, has_down};
use super::names::plain;
use super::rails;
use super::scope::{Scope, local};
use super::settling;
use super::teardown;
use super::waits::Clock;
use crate::model::NodeId;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::HashMap;

/// Brings a node up if everything it needs is, and remembers how that went.
pub(super) fn up(scope: &Scope, id: NodeId, awaits: bool) -> TokenStream {
    let (failure, ty, start) = (failure(scope, id), failure_type(), start(scope, id, awaits));
    quote!(let #failure: #ty = #start;)
}

/// The same as an expression: the failure, if it was tried and failed. `awaits`: in an `async` function.
pub(super) fn start(scope: &Scope, id: NodeId, awaits: bool) -> TokenStream {
    let outcome = scope.outcome(id);
    let came = quote!(unsafe { #outcome.came() };);
    let none = good(scope, id, awaits).unwrap_or_else(|| quote!(::core::option::Option::None));
    let start = match call(scope, id) {
        None => quote!({ #came ::core::option::Option::None }),
        Some(call) if !call.fallible => {
            let call = call.tokens;
            quote!({ #call; #came #none })
        }
        Some(call) => {
            let call = call.tokens;
            let error = if scope.retried(id) { quote!(failure) } else { quote!((failure, 1u8)) };
            quote! {
                match #call {
                    ::core::result::Result::Ok(()) => { #came #none }
                    ::core::result::Result::Err(failure) => ::core::option::Option::Some(#error),
                }
            }
        }
    };
    let needs = tolerated_needs(scope, id);
    if needs.is_empty() {
        return start;
    }
    let needs = needs.iter().map(|need| scope.outcome(*need));
    quote!(if #(unsafe { #needs.is_up() })&&* { #start } else { ::core::option::Option::None })
}

/// The type of what is remembered.
pub(super) fn failure_type() -> TokenStream {
    quote!(::core::option::Option<(__user::__Error, ::core::primitive::u8)>)
}

/// The failure of a rail that is on and does not get good. Whether it does is known before anything else happens.
fn good(scope: &Scope, id: NodeId, awaits: bool) -> Option<TokenStream> {
    let rail = scope.node(id).rail().filter(|rail| rail.good.is_some())?;
    let (start, clock, settling) = (local("start"), Clock::outside(scope, awaits), rail.settling());
    let stamp = clock.stamp(&start);
    let pause = (settling.value > 0).then(|| clock.wait(&start, settling, settling.value));
    let call = settling::call_good(scope, id, &start);
    Some(quote! {
        #stamp
        #pause
        #call.err().map(|failure| (failure, 1u8))
    })
}

/// What follows if the node is not up: what came up only for it goes down again, and its failure is kept.
pub(super) fn aftermath(scope: &Scope, supports: &Supports, id: NodeId) -> TokenStream {
    let (krate, outcome, failure) = (scope.krate(), scope.outcome(id), failure(scope, id));
    let (variant, failures) = (scope.variant(id), local("failures"));
    let downs = supports.ends.get(&id).into_iter().flatten().map(|need| {
        let (need, users) = (*need, supports.users.get(need).into_iter().flatten());
        let (outcome, users) = (scope.outcome(need), users.map(|user| scope.outcome(*user)));
        let down = leave(scope, need);
        let off = off(scope, need);
        quote!(if #(!unsafe { #users.is_up() } &&)* unsafe { #outcome.leave() } { #down #off })
    });
    let needs: Vec<_> = tolerated_needs(scope, id).into_iter().map(|need| scope.outcome(need)).collect();
    let blame = quote!(#(if !unsafe { #needs.is_up() } { unsafe { #outcome.blame(&#needs) } })else*);
    let loses = scope.node(id).device().is_some_and(|device| device.kept_by_failure().next().is_some());
    let lose = loses.then(|| quote!(unsafe { #outcome.lose() };));
    let good = scope.node(id).rail().filter(|rail| rail.good.is_some());
    let (or_bad, off) = match good {
        Some(_) => {
            let down = leave(scope, id);
            let off = off(scope, id);
            (quote!(|| #failure.is_some()), quote!(if unsafe { #outcome.leave() } { #down #off }))
        }
        None => Default::default(),
    };
    quote! {
        if !unsafe { #outcome.is_up() } #or_bad {
            #blame
            let #failures = &#krate::__private::Failures::new();
            #off
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

/// Notes that a rail went off, if it has to rest.
fn off(scope: &Scope, id: NodeId) -> Option<TokenStream> {
    scope.node(id).rail().and_then(rails::rest).map(|_| {
        let (off, permit) = (scope.off(id), local("permit"));
        quote!(__user::#off(#permit);)
    })
}

/// Takes a node down that came up for nothing, and remembers whether its inputs are back.
fn leave(scope: &Scope, id: NodeId) -> TokenStream {
    let down = has_down(scope, id).then(|| {
        let call = teardown::call(scope, id);
        quote!(#call;)
    });
    let outcome = scope.outcome(id);
    let Some(device) = scope.node(id).device() else { return quote!(#down) };
    if device.kept_by_teardown().next().is_some() {
        return quote!(#down unsafe { #outcome.lose() };);
    }
    let claims = device.init.as_ref().is_some_and(|init| init.claims().next().is_some());
    if !claims || !teardown::can_fail(scope, id) {
        return quote!(#down);
    }
    let (krate, failures, all) = (scope.krate(), local("failures"), local("all_failures"));
    quote! {
        let #all = #failures;
        let #failures = &#krate::__private::Failures::new();
        #down
        if #failures.get() > 0 {
            unsafe { #outcome.lose() };
        }
        #all.add(#failures);
    }
}

/// The local variable that remembers it.
pub(super) fn failure(scope: &Scope, id: NodeId) -> Ident {
    local(&format!("failure_{}", plain(scope.model.label(id))))
}

/// What a tolerated node holds that may be missing.
fn tolerated_needs(scope: &Scope, id: NodeId) -> Vec<NodeId> {
    let start = scope.edges.partition_point(|edge| edge.from < id);
    let edges = scope.edges[start..].iter().take_while(|edge| edge.from == id);
    distinct(edges.filter(|edge| edge.kind.holds() && scope.is_tolerated(edge.to)).map(|edge| edge.to))
}

fn distinct(nodes: impl Iterator<Item = NodeId>) -> Vec<NodeId> {
    let mut nodes: Vec<_> = nodes.collect();
    nodes.sort();
    nodes.dedup();
    nodes
}

/// What boots only because something tolerated needs it, with its users.
pub(super) struct Supports {
    /// By the node that is the last to have its turn of those that need them, directly or through each other; in the
    /// reverse order of the boot.
    ends: HashMap<NodeId, Vec<NodeId>>,
    users: HashMap<NodeId, Vec<NodeId>>,
}

impl Supports {
    /// O(nodes + edges).
    pub(super) fn new(scope: &Scope) -> Self {
        let mut users: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
        for user in scope.tolerated() {
            for need in tolerated_needs(scope, user) {
                users.entry(need).or_default().push(user);
            }
        }
        let positions: HashMap<NodeId, usize> = scope.tolerated().zip(0..).collect();
        let support = |node: &NodeId| scope.node(*node).device().is_none_or(|device| device.init_skip.is_some());
        let order: Vec<NodeId> = scope.tolerated().collect();
        let mut last: HashMap<NodeId, NodeId> = HashMap::new();
        let mut ends: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
        // Users come later in the order, so theirs is known.
        for node in order.iter().rev().filter(|node| support(node)) {
            let ends_with = |user: &NodeId| last.get(user).copied().unwrap_or(*user);
            let of_node = users.get(node).into_iter().flatten().map(ends_with);
            if let Some(end) = of_node.max_by_key(|end| positions.get(end)) {
                last.insert(*node, end);
                ends.entry(end).or_default().push(*node);
            }
        }
        Supports { ends, users }
    }
}
