//! One function after the other that brings nodes up in order: one call per step, each followed by the guard that takes it
//! down again, and the waits in between. Plain calls in a row can be one step.

use super::boot::{
    arguments, can_fail, down, earlier_can_fail, error, failure, has_down, level_down, parameters, up,
};
use super::names::plain;
use super::runs;
use super::scope::{Scope, local};
use super::settling;
use super::teardown;
use super::tolerated::{self, Supports};
use super::waits::Clock;
use crate::model::{LevelId, NodeId, Rail};
use crate::runs::Stretch;
use crate::schedule::Op;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};

/// How many steps one function takes. rustc's work on a function grows faster than the function, and deep scopes
/// overflow its stack. Few boards have as many.
const STEPS: usize = 128;

/// What all functions of one line have in common.
pub(super) struct Line<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) supports: &'a Supports,
    /// Whether they are `async`.
    pub(super) awaits: bool,
}

impl Line<'_> {
    /// The steps in order. A longer line goes on in a function that the one before calls with its guards in hand.
    pub(super) fn functions(&self, name: &Ident, earlier: &[LevelId], ops: &[Op]) -> TokenStream {
        let scope = self.scope;
        let stretches = runs::stretches(scope, ops);
        let line = Stamps { function: name, shared: runs::stamps(&stretches) };
        let count = stretches.len().div_ceil(STEPS).max(1);
        let part = |index| if index == 0 { name.clone() } else { format_ident!("__{name}_{index}") };
        let (asynchronous, wait) = if self.awaits { (quote!(async), quote!(.await)) } else { Default::default() };
        let (handed_on, mut tables) = (line.handed_on(&stretches), 0);
        let functions = (0..count).map(|index| {
            let name = part(index);
            let stretches = &stretches[index * STEPS..stretches.len().min((index + 1) * STEPS)];
            let rest = handed_on.get(index + 1).map(|stamps| {
                let (next, arguments) = (part(index + 1), arguments(can_fail(scope)));
                quote!(#next(#arguments #(, #stamps)*) #wait?;)
            });
            let (parameters, error) = (parameters(scope, can_fail(scope)), failure(scope));
            let (earlier, stamps) = (if index == 0 { earlier } else { &[] }, &handed_on[index]);
            let body = self.body(earlier, &line, tables, stretches, rest);
            tables += runs::count(stretches);
            quote! {
                #[inline]
                #asynchronous fn #name(
                    #parameters #(, #stamps: ::core::primitive::u32)*
                ) -> ::core::result::Result<(), #error> { #body }
            }
        });
        quote!(#(#functions)*)
    }

    fn body(
        &self,
        earlier: &[LevelId],
        stamps: &Stamps,
        mut tables: usize,
        stretches: &[Stretch],
        rest: Option<TokenStream>,
    ) -> TokenStream {
        let (scope, clock) = (self.scope, Clock::outside(self.scope, self.awaits));
        let (mut body, mut guards) = self.earlier(earlier);
        for stretch in stretches {
            let op = match stretch {
                Stretch::Op(op) => *op,
                Stretch::Run(ops) => {
                    body.extend(runs::up(scope, stamps.function, tables, ops, &mut guards));
                    tables += 1;
                    continue;
                }
            };
            body.extend(match op {
                Op::Up(id) => self.step(id, &mut guards),
                Op::Stamp(number) => stamps.take(scope, &clock, number),
                Op::Wait { rail, stamp: from, left, .. } => {
                    let settling = scope.node(rail).rail().map(Rail::settling).unwrap_or_default();
                    let (get, wait) = (stamps.get(from), clock.wait(&stamp(from), settling, left));
                    self.if_up(rail, quote!(#get #wait))
                }
                Op::Good { rail, stamp: from } => {
                    let (get, good) = (stamps.get(from), self.good(rail, &stamp(from)));
                    quote!(#get #good)
                }
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
        let scope = self.scope;
        let (mut body, mut guards) = (TokenStream::new(), Vec::new());
        for level in earlier {
            let (down, guard) = (level_down(scope, *level), local(&format!("undo_level_{}", level.0)));
            let undo = teardown::undo(scope, earlier_can_fail(scope, *level), &quote!(#down));
            body.extend(quote!(let #guard = #undo;));
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
            guards.push(guard.clone());
            if tolerated {
                let down = down(scope, id);
                return quote!(let #guard = #krate::__private::Undo(move || #down););
            }
            let undo = teardown::guard(scope, id);
            quote!(let #guard = #undo;)
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

/// Where the stamps of one line are: in variables, but for those that a table uses.
struct Stamps<'a> {
    function: &'a Ident,
    shared: BTreeSet<usize>,
}

impl Stamps<'_> {
    fn take(&self, scope: &Scope, clock: &Clock, number: usize) -> TokenStream {
        if !self.shared.contains(&number) {
            return clock.stamp(&stamp(number));
        }
        let place = runs::stamp(self.function, number);
        scope
            .board()
            .clock
            .as_ref()
            .map_or_else(TokenStream::new, |_| quote!(unsafe { __user::#place.note::<__user::__Clock>() };))
    }

    /// By function, the variables that the ones before it took and that it or a later one waits from.
    fn handed_on(&self, stretches: &[Stretch]) -> Vec<Vec<Ident>> {
        let mut handed_on = vec![Vec::new(); stretches.len().div_ceil(STEPS).max(1)];
        let mut spans = BTreeMap::new();
        for (at, stretch) in stretches.iter().enumerate() {
            match stretch {
                Stretch::Op(Op::Stamp(number)) if !self.shared.contains(number) => {
                    spans.insert(*number, (at / STEPS, at / STEPS));
                }
                Stretch::Op(Op::Wait { stamp, .. } | Op::Good { stamp, .. }) => {
                    spans.entry(*stamp).and_modify(|(_, last)| *last = at / STEPS);
                }
                Stretch::Op(Op::Up(_) | Op::Stamp(_)) | Stretch::Run(_) => {}
            }
        }
        for (number, (first, last)) in spans {
            handed_on[first..=last].iter_mut().skip(1).for_each(|stamps| stamps.push(stamp(number)));
        }
        handed_on
    }

    /// Brings the variable of one that is in a static.
    fn get(&self, number: usize) -> TokenStream {
        let (start, place) = (stamp(number), runs::stamp(self.function, number));
        let get = quote!(let #start = unsafe { __user::#place.get() };);
        if self.shared.contains(&number) { get } else { TokenStream::new() }
    }
}

/// The local variable of a stamp.
fn stamp(number: usize) -> Ident {
    local(&format!("stamp_{number}"))
}
