//! Afterwards every rail that is used can be switched on.

use crate::graph::Graph;
use crate::messages::rails as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, graph: &Graph, diagnostics: &mut Diagnostics) {
    let mut user = vec![None; model.nodes.len()];
    for edge in graph.edges().filter(|edge| edge.kind.holds() && model.node(edge.from).disabled().is_none()) {
        user[edge.to.0 as usize].get_or_insert(*edge);
    }
    for (id, node) in model.ids().zip(&model.nodes) {
        let Some(rail) = node.rail() else { continue };
        let label = &node.label.name;
        if let Some(flag) = rail.always_on {
            let switching = [("enable", &rail.enable), ("disable", &rail.disable)].into_iter();
            let needless: Vec<_> =
                switching.filter_map(|(name, expr)| Some((name, expr.as_ref()?.rust.span))).collect();
            if !needless.is_empty() {
                diagnostics.push(messages::never_switched(label, flag, &needless));
            }
            continue;
        }
        if let Some(user) = user[id.0 as usize].filter(|_| rail.enable.is_none() && rail.boot_on.is_none()) {
            let user = (model.label(user.from), user.span);
            diagnostics.push(messages::cannot_switch_on(label, node.label.span, user));
        }
    }
}
