//! Afterwards no required node needs an optional one, not even through rails.

use super::acyclic::Circular;
use crate::graph::Graph;
use crate::messages::order as messages;
use crate::model::{Model, Node};
use bringup_dsl::Diagnostics;
use rustc_hash::FxHashSet;

pub(super) fn check(model: &Model, graph: &Graph, circular: &Circular, diagnostics: &mut Diagnostics) {
    if !model.nodes.iter().filter_map(Node::device).any(|device| device.optional.is_some()) {
        return;
    }
    let optional = graph.through_rails(model, |edge| edge.kind.holds(), |node| node.device()?.optional.map(|_| ()));
    for id in model.ids() {
        if !model.node(id).is_required() {
            continue;
        }
        let mut reported = FxHashSet::default();
        let holds = graph.needs(id).filter(|edge| edge.kind.holds());
        for edge in holds.filter(|edge| !circular.contains(&(edge.from, edge.to))) {
            let mut path = vec![*edge];
            if model.node(edge.to).rail().is_some() {
                path.extend(Graph::path(&optional, edge.to));
            }
            let needed = path[path.len() - 1].to;
            let optional = model.node(needed).device().and_then(|needed| needed.optional);
            if let Some(span) = optional.filter(|_| reported.insert(needed)) {
                diagnostics.push(messages::needs_optional(model, &path, span));
            }
        }
    }
}
