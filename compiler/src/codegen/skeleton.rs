//! What a board with errors becomes: the same names and types, so that the firmware around it gets no errors of its own.

use super::names::camel;
use super::scope::{Body, Scope};
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
        edges: &[],
        source,
        krate: setup.krate.clone(),
        in_file: setup.in_file,
        body: Body::Diverging,
    })
}

/// Nodes whose names clash have been reported: the first of them stands for all.
fn built(model: &Model) -> Vec<NodeId> {
    let mut names = HashSet::new();
    let free = |id: &NodeId| names.insert(camel(model.label(*id)));
    model.ids().filter(|id| model.node(*id).disabled().is_none()).filter(free).collect()
}

/// Every node in its own level, deferred ones too: there may be no order, and nothing may be missing.
fn steps(model: &Model, built: &[NodeId]) -> Vec<Step> {
    let level = |node: &NodeId| model.node(*node).device().map(|device| device.level.value);
    let mut steps: Vec<_> =
        built.iter().filter_map(|node| Some(Step { node: *node, level: level(node)?, pulled_by: None })).collect();
    steps.sort_by_key(|step: &Step| (step.level, step.node));
    steps
}
