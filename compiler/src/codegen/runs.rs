//! Runs of plain calls: tables, and the code that goes through them.

use super::boot;
use super::scope::{Scope, local};
use super::settling;
use super::splice::splice;
use super::waits::Clock;
use crate::model::{Expr, LevelId, NodeId, PartKind, Rail};
use crate::runs::Stretch;
use crate::schedule::{Op, Schedule};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// What one function that boots does, a table at a time where there is one.
pub(super) fn stretches(scope: &Scope, ops: &[Op]) -> Vec<Stretch> {
    match scope.runs {
        Some(runs) => runs.stretches(ops),
        None => ops.iter().copied().map(Stretch::Op).collect(),
    }
}

/// The tables of all functions that boot.
pub(super) fn tables(scope: &Scope, schedule: &Schedule) -> TokenStream {
    let levels = (0..).map(LevelId).zip(&schedule.levels).filter(|_| scope.model.levels.len() > 1);
    let levels = levels.map(|(level, ops)| (boot::level_up(scope, level), ops));
    let functions = std::iter::once((boot::all(), &schedule.all)).chain(levels);
    let tables = functions.flat_map(|(function, ops)| {
        let stretches = stretches(scope, ops);
        let stamps = stamps(&stretches).into_iter().map(|number| stamp_static(scope, &function, number));
        let tables = runs(&stretches).enumerate().map(|(number, ops)| table(scope, &function, number, ops));
        stamps.chain(tables).collect::<Vec<_>>()
    });
    tables.collect()
}

fn runs(stretches: &[Stretch]) -> impl Iterator<Item = &[Op]> {
    stretches.iter().filter_map(|stretch| if let Stretch::Run(ops) = stretch { Some(&**ops) } else { None })
}

/// How many tables that takes.
pub(super) fn count(stretches: &[Stretch]) -> usize {
    runs(stretches).count()
}

/// The stamps that a table takes or waits from. A function of a table has no variables of the boot, so these are statics.
pub(super) fn stamps(stretches: &[Stretch]) -> BTreeSet<usize> {
    let number = |op: &Op| match op {
        Op::Stamp(number) => Some(*number),
        Op::Wait { stamp, .. } | Op::Good { stamp, .. } => Some(*stamp),
        Op::Up(_) => None,
    };
    runs(stretches).flatten().filter_map(number).collect()
}

fn stamp_static(scope: &Scope, function: &Ident, number: usize) -> TokenStream {
    let (krate, name) = (scope.krate_inside(), stamp(function, number));
    quote!(pub(super) static #name: #krate::__private::OnSince = #krate::__private::OnSince::new();)
}

/// The static of a stamp.
pub(super) fn stamp(function: &Ident, number: usize) -> Ident {
    format_ident!("__STAMP_{function}_{number}")
}

fn name(function: &Ident, number: usize) -> Ident {
    format_ident!("__RUN_{function}_{number}")
}

/// One step of a table: the node, what brings it up, and the path of what takes it down.
struct Step {
    node: NodeId,
    up: TokenStream,
    down: Option<TokenStream>,
}

fn table(scope: &Scope, function: &Ident, number: usize, ops: &[Op]) -> TokenStream {
    let (krate, error, name) = (scope.krate_inside(), scope.error(), name(function, number));
    let steps = steps(scope, function, ops);
    let count = steps.len();
    let steps = steps.into_iter().map(|Step { up, down, .. }| {
        let down = down.unwrap_or_else(|| quote!(#krate::__private::nothing));
        quote!(#krate::__private::Plain { up: #up, down: #down })
    });
    quote!(pub(super) static #name: [#krate::__private::Plain<#error>; #count] = [#(#steps),*];)
}

/// The steps of a run. What is nothing but a call is the function itself; a wait is part of what comes after it.
fn steps(scope: &Scope, function: &Ident, ops: &[Op]) -> Vec<Step> {
    let (krate, clock) = (scope.krate_inside(), Clock::inside(scope, false));
    let (mut steps, mut before) = (Vec::new(), TokenStream::new());
    let since = |number: usize| {
        let (start, name) = (local("start"), stamp(function, number));
        quote!(let #start = unsafe { #name.get() };)
    };
    let note = |number: usize| {
        let name = stamp(function, number);
        quote!(unsafe { #name.note::<__Clock>() };)
    };
    let mut ops = ops.iter().peekable();
    while let Some(op) = ops.next() {
        match *op {
            Op::Stamp(number) => before.extend(note(number)),
            Op::Wait { rail, stamp, left, .. } => {
                let settling = scope.node(rail).rail().map(Rail::settling).unwrap_or_default();
                let (since, wait) = (since(stamp), clock.wait(&local("start"), settling, left));
                before.extend(quote!({ #since #wait }));
            }
            Op::Good { rail, stamp } => {
                let (before, since) = (std::mem::take(&mut before), since(stamp));
                let (permit, start) = (local("permit"), local("start"));
                let good = settling::call_good_inside(scope, rail, &start);
                let up = quote!(|| {
                    #before
                    #since
                    let #permit = unsafe { #krate::__private::Permit::new() };
                    #good
                });
                steps.push(Step { node: rail, up, down: None });
            }
            Op::Up(node) => {
                let path = |expr: &Expr| path(scope, expr);
                let up = scope.node(node).starts().map(path);
                let down = scope.node(node).stops().filter(|_| boot::has_down(scope, node)).map(path);
                let before = std::mem::take(&mut before);
                let note = match ops.peek() {
                    Some(Op::Stamp(number)) => Some(note(*number)),
                    _ => None,
                };
                ops.next_if(|_| note.is_some());
                let up = match (before.is_empty(), &note) {
                    (true, None) => quote!(#up),
                    (false, None) => quote!(|| { #before #up() }),
                    (_, Some(note)) => quote!(|| { #before #up()?; #note ::core::result::Result::Ok(()) }),
                };
                steps.push(Step { node, up, down });
            }
        }
    }
    steps
}

/// The path of a plain call.
pub(super) fn path(scope: &Scope, expr: &Expr) -> TokenStream {
    let parts = expr.parts.iter().map(|part| part.tokens.clone());
    let stream = scope.source.tokens(expr.rust.span);
    let spliced = splice(stream, &expr.rust, parts, &mut |part, tokens| match &expr.parts[part].kind {
        PartKind::SuperPath => scope.outside(1, tokens),
        _ => scope.outside(0, tokens),
    });
    spliced.into_iter().take_while(|tree| !matches!(tree, TokenTree::Group(_))).collect()
}

/// Brings a run up, and makes sure that it goes down again.
pub(super) fn up(scope: &Scope, function: &Ident, number: usize, ops: &[Op], guards: &mut Vec<Ident>) -> TokenStream {
    let (krate, table, guard) = (scope.krate(), name(function, number), local(&format!("undo_run_{number}")));
    guards.push(guard.clone());
    let steps = steps(scope, function, ops);
    let variants = steps.iter().map(|step| scope.variant(step.node));
    let error = scope.retries().then(|| quote!(.map_err(|(node, cause)| (node, 1, cause))));
    let down = down(scope, function, number);
    quote! {
        #krate::__private::up_all(&__user::#table, &[#(Node::#variants),*])#error?;
        let #guard = #krate::__private::Undo(|| #down);
    }
}

/// Takes a run down.
pub(super) fn down(scope: &Scope, function: &Ident, number: usize) -> TokenStream {
    let (krate, table) = (scope.krate(), name(function, number));
    quote!(#krate::__private::down_all(&__user::#table))
}
