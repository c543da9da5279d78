//! Afterwards nothing that is built needs something that is not.

use crate::graph::Graph;
use crate::messages::names as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, graph: &Graph, diagnostics: &mut Diagnostics) {
    for edge in graph.edges().filter(|edge| model.node(edge.from).disabled().is_none()) {
        if let Some(disabled) = model.node(edge.to).disabled() {
            diagnostics.push(messages::disabled(model.label(edge.to), edge.span, disabled));
        }
    }
}
