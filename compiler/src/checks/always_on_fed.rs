//! Afterwards what feeds a rail that is always on is always on too.

use crate::messages::{candidates, rails as messages};
use crate::model::{Model, NodeId, Rail};
use crate::power::Power;
use bringup_dsl::{Diagnostics, Span};

pub(super) fn check(model: &Model, power: &Power, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some((flag, from)) = node.rail().and_then(|rail| Some((rail.always_on?, rail.from?))) else { continue };
        if let Some(switched) = model.node(from.value).rail().and_then(switched) {
            let better = always_on_above(model, power, from.value, candidates(diagnostics));
            let better = better.map(|better| model.label(better));
            let upstream = (model.label(from.value), from.span, switched);
            diagnostics.push(messages::always_on_below_switched(&node.label.name, flag, upstream, better));
        }
    }
}

/// What switches a rail off, if anything does.
fn switched(rail: &Rail) -> Option<Span> {
    let switch = if rail.boot_on.is_some() { rail.disable.as_ref().and(rail.enable.as_ref()) } else { None };
    let switch = switch.or(rail.enable.as_ref().filter(|_| rail.boot_on.is_none()));
    switch.filter(|_| rail.always_on.is_none()).map(|switch| rail.disable.as_ref().unwrap_or(switch).rust.span)
}

/// The next rail above that is always on, of so many.
fn always_on_above(model: &Model, power: &Power, rail: NodeId, most: usize) -> Option<NodeId> {
    let is_on = |id: &NodeId| model.node(*id).rail().is_some_and(|rail| rail.always_on.is_some());
    std::iter::successors(Some(rail), |id| power.rail(*id)?.upstream).take(most).find(is_on)
}
