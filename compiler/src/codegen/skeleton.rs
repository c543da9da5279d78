//! What a board with errors becomes: the same names and types, so that the firmware around it gets no errors of its own.

use super::names::camel;
use super::scope::{Body, Facts, Scope};
use super::{Setup, Tokens, module};
use crate::model::{Model, NodeId};
use crate::plan::{Step, handles};
use proc_macro2::TokenStream;
use std::collections::HashSet;

/// The module of a board that has errors, with nothing inside its functions.
pub fn skeleton(model: &Model, source: &dyn Tokens, setup: &Setup) -> TokenStream {
    let (handles, built) = (handles(model), built(model));
    module(&Scope {
        model,
        built: built.clone(),
        handles: &handles,
        steps: &steps(model, &built),
        schedule: None,
        runs: None,
        flows: None,
        edges: &[],
        tolerated: optional(model),
        control: None,
        source,
        krate: setup.krate.clone(),
        in_file: setup.in_file,
        body: Body::Diverging,
        facts: Facts::default(),
    })
}

/// What decides the types of handles: of nodes that only optional ones need, nobody knows yet.
fn optional(model: &Model) -> Vec<bool> {
    model.nodes.iter().map(|node| node.device().is_some_and(|device| device.optional.is_some())).collect()
}

/// Nodes whose names clash have been reported: the first of them stands for all.
fn built(model: &Model) -> Vec<NodeId> {
    let mut names = HashSet::new();
    let free = |id: &NodeId| names.insert(camel(model.label(*id)));
    model.ids().filter(|id| model.node(*id).disabled().is_none()).filter(free).collect()
}

/// Every node in its own level, deferred ones too: there may be no order, and nothing may be missing. And each rail in
/// the level of the first node that boots and needs it.
fn steps(model: &Model, built: &[NodeId]) -> Vec<Step> {
    let mut devices: Vec<_> = built.iter().filter_map(|id| Some((*id, model.node(*id).device()?))).collect();
    devices.sort_by_key(|(id, device)| (device.level.value, *id));
    let mut steps = Vec::new();
    let mut seen = HashSet::new();
    for (node, device) in devices {
        let level = device.level.value;
        let supplies = device.power.iter().filter(|_| device.init_skip.is_none());
        let mut rails: Vec<NodeId> = supplies.map(|supply| supply.rail).collect();
        while let Some(rail) = rails.pop() {
            if seen.insert(rail) {
                let level = model.node(rail).level().map_or(level, |level| level.value);
                steps.push(Step { node: rail, level, turn: 0, pulled_by: Some(node) });
                rails.extend(model.node(rail).rail().and_then(|rail| rail.from).map(|from| from.value));
            }
        }
        steps.push(Step { node, level, turn: 0, pulled_by: None });
    }
    steps
}
