//! The straight line: one call per step, each followed by the guard that takes it down again, and the waits in between.

use super::board;
use super::concurrent;
use super::names::plain;
use super::nodes;
use super::rails;
use super::scope::{Body, Scope, local};
use super::settling;
use super::teardown;
use super::tolerated::{self, Supports};
use super::waits::Clock;
use crate::model::{Expr, LevelId, NodeId, NodeKind, Rail};
use crate::plan::Step;
use crate::schedule::{Op, Schedule};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// The functions that bring the board up: all of it, and level by level.
pub(super) fn functions(scope: &Scope, schedule: &Schedule) -> TokenStream {
    let supports = Supports::new(scope);
    let line = |awaits| Line { scope, supports: &supports, awaits };
    let concurrent = scope.board().concurrent.is_some();
    let line_of = |line: &Line, name: &Ident, earlier: &[LevelId], steps: &[Step], ops: &[Op]| match concurrent {
        true => concurrent::function(line, name, earlier, steps),
        false => line.functions(name, earlier, ops),
    };
    let all = line_of(&line(awaits(scope, scope.steps)), &all(), &[], scope.steps, &schedule.all);
    let levels = (0..scope.model.levels.len()).filter(|_| scope.model.levels.len() > 1).map(|level| {
        let id = LevelId(level as u32);
        let earlier: Vec<_> = (0..level as u32).map(LevelId).filter(|id| level_has_down(scope, *id)).collect();
        let steps = of_level(scope, id);
        let up =
            line_of(&line(awaits(scope, &steps)), &level_up(scope, id), &earlier, &steps, &schedule.levels[level]);
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
    scope.steps.iter().any(|step| down_can_fail(scope, step.node))
}

/// What the functions here return when they fail.
pub(super) fn failure(scope: &Scope) -> TokenStream {
    let attempt = scope.retries().then(|| quote!(::core::primitive::u8,));
    quote!((Node, #attempt __user::__Error))
}

/// How many steps one function takes. rustc's work on a function grows faster than the function, and deep scopes
/// overflow its stack. Few boards have as many.
const STEPS: usize = 128;

/// What all functions of one line have in common.
pub(super) struct Line<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) supports: &'a Supports,
    /// Whether they are `async`.
    awaits: bool,
}

impl Line<'_> {
    /// The steps in order. A longer line goes on in a function that the one before calls with its guards in hand.
    fn functions(&self, name: &Ident, earlier: &[LevelId], ops: &[Op]) -> TokenStream {
        let scope = self.scope;
        let count = ops.len().div_ceil(STEPS).max(1);
        let part = |index| if index == 0 { name.clone() } else { format_ident!("__{name}_{index}") };
        let (asynchronous, wait) = if self.awaits { (quote!(async), quote!(.await)) } else { Default::default() };
        let functions = (0..count).map(|index| {
            let name = part(index);
            let (from, to) = (index * STEPS, ops.len().min((index + 1) * STEPS));
            let stamps = |at: usize| stamps_needed(&ops[..at], &ops[at..]).into_iter().map(stamp).collect::<Vec<_>>();
            let rest = (index + 1 < count).then(|| {
                let (next, arguments, stamps) = (part(index + 1), arguments(can_fail(scope)), stamps(to));
                quote!(#next(#arguments #(, #stamps)*) #wait?;)
            });
            let (parameters, error, stamps) = (parameters(scope, can_fail(scope)), failure(scope), stamps(from));
            let earlier = if index == 0 { earlier } else { &[] };
            let body = self.body(earlier, &ops[from..to], rest);
            quote! {
                #[inline]
                #asynchronous fn #name(
                    #parameters #(, #stamps: ::core::primitive::u32)*
                ) -> ::core::result::Result<(), #error> { #body }
            }
        });
        quote!(#(#functions)*)
    }

    fn body(&self, earlier: &[LevelId], ops: &[Op], rest: Option<TokenStream>) -> TokenStream {
        let (scope, clock) = (self.scope, Clock::outside(self.scope, self.awaits));
        let (mut body, mut guards) = self.earlier(earlier);
        for op in ops {
            body.extend(match *op {
                Op::Up(id) => self.step(id, &mut guards),
                Op::Stamp(number) => clock.stamp(&stamp(number)),
                Op::Wait { rail, stamp: from, left, .. } => {
                    let settling = scope.node(rail).rail().map(Rail::settling).unwrap_or_default();
                    let wait = clock.wait(&stamp(from), settling, left);
                    self.if_up(rail, wait)
                }
                Op::Good { rail, stamp: from } => self.good(rail, &stamp(from)),
            });
        }
        let disarm = guards.iter().rev();
        quote! {
            #body
            #rest
            #(#disarm.disarm();)*
            ::core::result::Result::Ok(())
        }
    }

    /// Makes sure that the levels before go down again, and the guards that do it.
    pub(super) fn earlier(&self, earlier: &[LevelId]) -> (TokenStream, Vec<Ident>) {
        let (scope, krate) = (self.scope, self.scope.krate());
        let (mut body, mut guards) = (TokenStream::new(), Vec::new());
        for level in earlier {
            let (down, guard) = (level_down(scope, *level), local(&format!("undo_level_{}", level.0)));
            let arguments = arguments(earlier_can_fail(scope, *level));
            body.extend(quote!(let #guard = #krate::__private::Undo(move || #down(#arguments));));
            guards.push(guard);
        }
        (body, guards)
    }

    /// Brings a node up, and makes sure that it goes down again.
    fn step(&self, id: NodeId, guards: &mut Vec<Ident>) -> TokenStream {
        let (scope, krate) = (self.scope, self.scope.krate());
        let tolerated = scope.is_tolerated(id);
        let up = if tolerated { tolerated::up(scope, id, self.awaits) } else { up(scope, id) };
        let guard = has_down(scope, id).then(|| {
            let guard = local(&format!("undo_{}", plain(scope.model.label(id))));
            let down = down(scope, id);
            guards.push(guard.clone());
            quote!(let #guard = #krate::__private::Undo(move || #down);)
        });
        let aftermath = tolerated.then(|| tolerated::aftermath(scope, self.supports, id));
        // What asks whether it is good needs the guard already, and that does nothing before it is up.
        if tolerated && scope.node(id).rail().is_some_and(|rail| rail.good.is_some()) {
            return quote!(#guard #up #aftermath);
        }
        quote!(#up #guard #aftermath)
    }

    /// Does `what` only if a rail is on, of one that may be missing.
    fn if_up(&self, rail: NodeId, what: TokenStream) -> TokenStream {
        if !self.scope.is_tolerated(rail) {
            return what;
        }
        let outcome = self.scope.outcome(rail);
        quote!(if unsafe { #outcome.is_up() } { #what })
    }

    /// Asks until a rail is good.
    fn good(&self, rail: NodeId, from: &Ident) -> TokenStream {
        let call = settling::call_good(self.scope, rail, from);
        let error = error(self.scope, rail);
        quote!(#call.map_err(#error)?;)
    }
}

/// The local variable of a stamp.
fn stamp(number: usize) -> Ident {
    local(&format!("stamp_{number}"))
}

/// The stamps of `before` that `after` counts from.
fn stamps_needed(before: &[Op], after: &[Op]) -> BTreeSet<usize> {
    let taken: BTreeSet<usize> =
        before.iter().filter_map(|op| if let Op::Stamp(number) = op { Some(*number) } else { None }).collect();
    let needed = after.iter().filter_map(|op| match op {
        Op::Wait { stamp, .. } | Op::Good { stamp, .. } => Some(*stamp),
        Op::Up(_) | Op::Stamp(_) => None,
    });
    needed.filter(|number| taken.contains(number)).collect()
}

/// Brings a node up that the boot cannot do without.
pub(super) fn up(scope: &Scope, id: NodeId) -> TokenStream {
    let Some(call) = call(scope, id) else { return TokenStream::new() };
    if !call.fallible {
        let call = call.tokens;
        return quote!(#call;);
    }
    let (call, error) = (call.tokens, error(scope, id));
    quote!(#call.map_err(#error)?;)
}

/// Makes the failure of a node that of the boot.
pub(super) fn error(scope: &Scope, id: NodeId) -> TokenStream {
    let variant = scope.variant(id);
    match (scope.retried(id), scope.retries()) {
        (true, _) => quote!(|(cause, attempt)| (Node::#variant, attempt, cause)),
        (false, true) => quote!(|cause| (Node::#variant, 1, cause)),
        (false, false) => quote!(|cause| (Node::#variant, cause)),
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

pub(super) fn parameters(scope: &Scope, counts: bool) -> TokenStream {
    let (krate, permit, failures) = (scope.krate(), local("permit"), local("failures"));
    let failures = counts.then(|| quote!(, #failures: &#krate::__private::Failures));
    quote!(#permit: #krate::__private::Permit #failures)
}

fn arguments(counts: bool) -> TokenStream {
    let (permit, failures) = (local("permit"), local("failures"));
    let failures = counts.then(|| quote!(, #failures));
    quote!(#permit #failures)
}
