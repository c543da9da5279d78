//! Afterwards no required node needs an optional one, not even through rails.

use crate::graph::Graph;
use crate::messages::order as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, graph: &Graph, diagnostics: &mut Diagnostics) {
    let optional = graph.through_rails(model, |device| device.optional.map(|_| ()));
    for id in model.ids() {
        if model.node(id).device().is_none_or(|device| device.optional.is_some()) {
            continue;
        }
        for edge in graph.needs(id).filter(|edge| edge.kind.holds()) {
            let mut path = vec![*edge];
            if model.node(edge.to).rail().is_some() {
                path.extend(Graph::path(model, &optional, edge.to));
            }
            let needed = model.node(path[path.len() - 1].to).device();
            if let Some(span) = needed.and_then(|needed| needed.optional) {
                diagnostics.push(messages::needs_optional(model, &path, span));
            }
        }
    }
}
