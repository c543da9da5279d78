//! The straight line: one call per step, each followed by the guard that takes it down again.

use super::names::plain;
use super::nodes;
use super::rails;
use super::scope::{Body, Scope, local};
use super::teardown;
use super::tolerated::{self, Supports};
use crate::model::{Expr, LevelId, NodeId, NodeKind};
use crate::plan::Step;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The functions that bring the board up: all of it, and level by level.
pub(super) fn functions(scope: &Scope) -> TokenStream {
    let supports = Supports::new(scope);
    let all = straight(scope, &supports, &all(), &[], scope.steps);
    let levels = (0..scope.model.levels.len()).filter(|_| scope.model.levels.len() > 1).map(|level| {
        let id = LevelId(level as u32);
        let earlier: Vec<_> = (0..level as u32).map(LevelId).filter(|id| level_has_down(scope, *id)).collect();
        let up = straight(scope, &supports, &level_up(scope, id), &earlier, &of_level(scope, id));
        // The last level never goes down as a whole: nothing comes after it.
        let last = level + 1 == scope.model.levels.len();
        let down = (!last && level_has_down(scope, id)).then(|| level_down_function(scope, id));
        quote!(#up #down)
    });
    quote!(#all #(#levels)*)
}

/// The function that brings everything up.
pub(super) fn all() -> Ident {
    format_ident!("boot_all")
}

/// The function that brings one level up.
pub(super) fn level_up(scope: &Scope, level: LevelId) -> Ident {
    format_ident!("boot_level_{}", plain(&scope.model.level(level).name))
}

/// The steps of one level.
pub(super) fn of_level(scope: &Scope, level: LevelId) -> Vec<Step> {
    scope.steps.iter().copied().filter(|step| step.level == level).collect()
}

/// Whether one of the steps awaits.
pub(super) fn awaits(scope: &Scope, steps: &[Step]) -> bool {
    let boots = |step: &&Step| match scope.body {
        Body::Real => true,
        // There the steps are all nodes.
        Body::Diverging => scope.node(step.node).device().is_none_or(|device| device.init_skip.is_none()),
    };
    steps.iter().filter(boots).filter_map(|step| starter(scope, step.node)).any(|expr| expr.awaits.is_some())
}

/// Whether a rollback of the board can fail at some step.
pub(super) fn can_fail(scope: &Scope) -> bool {
    scope.steps.iter().any(|step| down_can_fail(scope, step.node))
}

/// What the functions here return when they fail.
fn failure(scope: &Scope) -> TokenStream {
    let attempt = scope.retries().then(|| quote!(::core::primitive::u8,));
    quote!((Node, #attempt __user::__Error))
}

/// How many steps one function takes. rustc's work on a function grows faster than the function, and deep scopes
/// overflow its stack. Few boards have as many.
const STEPS: usize = 128;

/// The steps in order. A longer line goes on in a function that the one before calls with its guards in hand.
fn straight(scope: &Scope, supports: &Supports, name: &Ident, earlier: &[LevelId], steps: &[Step]) -> TokenStream {
    let count = steps.len().div_ceil(STEPS).max(1);
    let part = |index| if index == 0 { name.clone() } else { format_ident!("__{name}_{index}") };
    let functions = (0..count).map(|index| {
        let name = part(index);
        let (from, to) = (index * STEPS, steps.len().min((index + 1) * STEPS));
        let rest = (index + 1 < count).then(|| {
            let (next, arguments) = (part(index + 1), arguments(can_fail(scope)));
            let awaits = awaits(scope, &steps[to..]).then(|| quote!(.await));
            quote!(#next(#arguments) #awaits?;)
        });
        let asynchronous = awaits(scope, &steps[from..]).then(|| quote!(async));
        let (parameters, error) = (parameters(scope, can_fail(scope)), failure(scope));
        let earlier = if index == 0 { earlier } else { &[] };
        let body = line(scope, supports, earlier, &steps[from..to], rest);
        quote! {
            #[inline]
            #asynchronous fn #name(#parameters) -> ::core::result::Result<(), #error> { #body }
        }
    });
    quote!(#(#functions)*)
}

fn line(
    scope: &Scope,
    supports: &Supports,
    earlier: &[LevelId],
    steps: &[Step],
    rest: Option<TokenStream>,
) -> TokenStream {
    let krate = scope.krate();
    let mut guards: Vec<Ident> = Vec::new();
    let mut body = TokenStream::new();
    for level in earlier {
        let (down, guard) = (level_down(scope, *level), local(&format!("undo_level_{}", level.0)));
        let arguments = arguments(earlier_can_fail(scope, *level));
        body.extend(quote!(let #guard = #krate::__private::Undo(move || #down(#arguments));));
        guards.push(guard);
    }
    for step in steps {
        let id = step.node;
        body.extend(if scope.is_tolerated(id) { tolerated::up(scope, id) } else { up(scope, id) });
        if has_down(scope, id) {
            let guard = local(&format!("undo_{}", plain(scope.model.label(id))));
            let down = down(scope, id);
            body.extend(quote!(let #guard = #krate::__private::Undo(move || #down);));
            guards.push(guard);
        }
        if scope.is_tolerated(id) {
            body.extend(tolerated::aftermath(scope, supports, id));
        }
    }
    let disarm = guards.iter().rev();
    quote! {
        #body
        #rest
        #(#disarm.disarm();)*
        ::core::result::Result::Ok(())
    }
}

fn up(scope: &Scope, id: NodeId) -> TokenStream {
    let Some(call) = call(scope, id) else { return TokenStream::new() };
    if !call.fallible {
        let call = call.tokens;
        return quote!(#call;);
    }
    let (call, variant) = (call.tokens, scope.variant(id));
    let error = match (scope.retried(id), scope.retries()) {
        (true, _) => quote!(|(cause, attempt)| (Node::#variant, attempt, cause)),
        (false, true) => quote!(|cause| (Node::#variant, 1, cause)),
        (false, false) => quote!(|cause| (Node::#variant, cause)),
    };
    quote!(#call.map_err(#error)?;)
}

/// The call that brings a node up.
pub(super) struct Call {
    pub(super) tokens: TokenStream,
    /// Whether it returns a `Result`.
    pub(super) fallible: bool,
}

pub(super) fn call(scope: &Scope, id: NodeId) -> Option<Call> {
    starter(scope, id).map(|expr| nodes::call(scope, id, expr))
}

/// The same, for what no boot brings up as well.
pub(super) fn call_any(scope: &Scope, id: NodeId) -> Option<Call> {
    scope.node(id).starts().map(|expr| nodes::call(scope, id, expr))
}

/// What boot runs to bring a node up.
fn starter<'a>(scope: &Scope<'a>, id: NodeId) -> Option<&'a Expr> {
    let node = scope.node(id);
    node.starts().filter(|_| node.rail().is_none_or(rails::has_up))
}

/// Takes a node down, if it is up.
fn down(scope: &Scope, id: NodeId) -> TokenStream {
    let down = teardown::call(scope, id);
    if !scope.is_tolerated(id) {
        return quote!({ #down; });
    }
    let outcome = scope.outcome(id);
    quote!(if unsafe { #outcome.leave() } { #down; })
}

pub(super) fn has_down(scope: &Scope, id: NodeId) -> bool {
    match &scope.node(id).kind {
        NodeKind::Device(device) => teardown::has_down(scope, id, device),
        NodeKind::Rail(rail) => rails::has_down(rail),
    }
}

fn down_can_fail(scope: &Scope, id: NodeId) -> bool {
    has_down(scope, id) && teardown::can_fail(scope, id)
}

fn level_down_function(scope: &Scope, level: LevelId) -> TokenStream {
    let name = level_down(scope, level);
    let parameters = parameters(scope, earlier_can_fail(scope, level));
    let steps = of_level(scope, level);
    let downs = steps.iter().rev().filter(|step| has_down(scope, step.node)).map(|step| down(scope, step.node));
    quote!(fn #name(#parameters) { #(#downs)* })
}

fn level_down(scope: &Scope, level: LevelId) -> Ident {
    format_ident!("down_level_{}", plain(&scope.model.level(level).name))
}

fn level_has_down(scope: &Scope, level: LevelId) -> bool {
    of_level(scope, level).iter().any(|step| has_down(scope, step.node))
}

fn earlier_can_fail(scope: &Scope, level: LevelId) -> bool {
    of_level(scope, level).iter().any(|step| down_can_fail(scope, step.node))
}

fn parameters(scope: &Scope, counts: bool) -> TokenStream {
    let (krate, permit, failures) = (scope.krate(), local("permit"), local("failures"));
    let failures = counts.then(|| quote!(, #failures: &#krate::__private::Failures));
    quote!(#permit: #krate::__private::Permit #failures)
}

fn arguments(counts: bool) -> TokenStream {
    let (permit, failures) = (local("permit"), local("failures"));
    let failures = counts.then(|| quote!(, #failures));
    quote!(#permit #failures)
}
