//! The functions that boot, and what both forms of them are made of: bringing one node up or down.

use super::board;
use super::concurrent;
use super::line::Line;
use super::names::plain;
use super::nodes;
use super::rails;
use super::runs;
use super::scope::{Body, Scope, local};
use super::teardown;
use super::tolerated::Supports;
use crate::model::{Expr, LevelId, NodeId, NodeKind, Rail};
use crate::plan::{self, Step};
use crate::runs::Stretch;
use crate::schedule::{Op, Schedule};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The functions that bring the board up: all of it, and level by level.
pub(super) fn functions(scope: &Scope, schedule: &Schedule) -> TokenStream {
    let supports = Supports::new(scope);
    let line = |awaits| Line { scope, supports: &supports, awaits };
    let all = {
        let line = line(awaits(scope, scope.steps));
        match scope.flows {
            Some(flows) => concurrent::function(&line, &all(), &[], &flows.all),
            None => line.functions(&all(), &[], &schedule.all),
        }
    };
    let levels = (0..scope.model.levels.len()).filter(|_| scope.model.levels.len() > 1).map(|level| {
        let id = LevelId(level as u32);
        let earlier: Vec<_> = (0..level as u32).map(LevelId).filter(|id| level_has_down(scope, *id)).collect();
        let (line, name) = (line(awaits(scope, &of_level(scope, id))), level_up(scope, id));
        let up = match scope.flows {
            Some(flows) => concurrent::function(&line, &name, &earlier, &flows.levels[level]),
            None => line.functions(&name, &earlier, &schedule.levels[level]),
        };
        // The last level never goes down as a whole: nothing comes after it.
        let last = level + 1 == scope.model.levels.len();
        let down =
            (!last && level_has_down(scope, id)).then(|| level_down_function(scope, id, &schedule.levels[level]));
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
    plan::of_level(scope.steps, level)
}

/// Whether one of the steps awaits. Where some do, waiting for a rail is one of these.
pub(super) fn awaits(scope: &Scope, steps: &[Step]) -> bool {
    let boots = |step: &&Step| match scope.body {
        Body::Real => true,
        // There the steps are all nodes.
        Body::Diverging => scope.node(step.node).device().is_none_or(|device| device.init_skip.is_none()),
    };
    let switched = |step: &&Step| scope.node(step.node).rail().is_none_or(Rail::boots_by_switching);
    let awaits = |step: &Step| {
        let node = scope.node(step.node);
        node.rises().any(|expr| expr.awaits.is_some()) || node.rail().is_some_and(Rail::settles)
    };
    board::awaits(scope)
        && (scope.board().concurrent.is_some() || steps.iter().filter(boots).filter(switched).any(awaits))
}

/// Whether a rollback of the board can fail at some step.
pub(super) fn can_fail(scope: &Scope) -> bool {
    *scope.facts.can_fail.get_or_init(|| scope.steps.iter().any(|step| down_can_fail(scope, step.node)))
}

/// What the functions here return when they fail.
pub(super) fn failure(scope: &Scope) -> TokenStream {
    let attempt = scope.retries().then(|| quote!(::core::primitive::u8,));
    quote!((Node, #attempt __user::__Error))
}

/// Brings a node up that the boot cannot do without.
pub(super) fn up(scope: &Scope, id: NodeId) -> TokenStream {
    let Some(call) = call(scope, id) else { return TokenStream::new() };
    if !call.fallible {
        let call = call.tokens;
        return quote!(#call;);
    }
    // Not `map_err` with `?`: a closure per step is a twentieth of what rustc has to check in a board.
    let (call, (caught, failure)) = (call.tokens, failed(scope, id));
    quote!(if let ::core::result::Result::Err(#caught) = #call { return ::core::result::Result::Err(#failure); })
}

/// Makes the failure of a node that of the boot.
pub(super) fn error(scope: &Scope, id: NodeId) -> TokenStream {
    let (caught, failure) = failed(scope, id);
    quote!(|#caught| #failure)
}

/// What a node fails with, as a pattern, and the failure of the boot that it becomes.
fn failed(scope: &Scope, id: NodeId) -> (TokenStream, TokenStream) {
    let variant = scope.variant(id);
    match (scope.retried(id), scope.retries()) {
        (true, _) => (quote!((cause, attempt)), quote!((Node::#variant, attempt, cause))),
        (false, true) => (quote!(cause), quote!((Node::#variant, 1, cause))),
        (false, false) => (quote!(cause), quote!((Node::#variant, cause))),
    }
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
    node.starts().filter(|_| node.rail().is_none_or(Rail::boots_by_switching))
}

/// Takes a node down, if it is up.
pub(super) fn down(scope: &Scope, id: NodeId) -> TokenStream {
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

pub(super) fn down_can_fail(scope: &Scope, id: NodeId) -> bool {
    has_down(scope, id) && teardown::can_fail(scope, id)
}

fn level_down_function(scope: &Scope, level: LevelId, ops: &[Op]) -> TokenStream {
    let name = level_down(scope, level);
    let parameters = parameters(scope, earlier_can_fail(scope, level));
    let stretches = runs::stretches(scope, ops);
    let mut tables = runs::count(&stretches);
    let up = level_up(scope, level);
    let downs = stretches.iter().rev().map(|stretch| match stretch {
        Stretch::Run(_) => {
            tables -= 1;
            let down = runs::down(scope, &up, tables);
            quote!(#down;)
        }
        Stretch::Op(Op::Up(id)) if has_down(scope, *id) => down(scope, *id),
        Stretch::Op(_) => TokenStream::new(),
    });
    quote!(fn #name(#parameters) { #(#downs)* })
}

pub(super) fn level_down(scope: &Scope, level: LevelId) -> Ident {
    format_ident!("down_level_{}", plain(&scope.model.level(level).name))
}

fn level_has_down(scope: &Scope, level: LevelId) -> bool {
    of_level(scope, level).iter().any(|step| has_down(scope, step.node))
}

pub(super) fn earlier_can_fail(scope: &Scope, level: LevelId) -> bool {
    of_level(scope, level).iter().any(|step| down_can_fail(scope, step.node))
}

pub(super) fn parameters(scope: &Scope, counts: bool) -> TokenStream {
    let (krate, permit, failures) = (scope.krate(), local("permit"), local("failures"));
    let failures = counts.then(|| quote!(, #failures: &#krate::__private::Failures));
    quote!(#permit: #krate::__private::Permit #failures)
}

pub(super) fn arguments(counts: bool) -> TokenStream {
    let (permit, failures) = (local("permit"), local("failures"));
    let failures = counts.then(|| quote!(, #failures));
    quote!(#permit #failures)
}
