//! Afterwards every rail that is used can be switched on.

use crate::graph::Graph;
use crate::messages::rails as messages;
use crate::model::{Expr, Model};
use bringup_dsl::{Diagnostics, Span};

pub(super) fn check(model: &Model, graph: &Graph, diagnostics: &mut Diagnostics) {
    let mut user = vec![None; model.nodes.len()];
    for edge in graph.edges().filter(|edge| edge.kind.holds() && model.node(edge.from).disabled().is_none()) {
        user[edge.to.0 as usize].get_or_insert(*edge);
    }
    for (id, node) in model.ids().zip(&model.nodes) {
        let Some(rail) = node.rail() else { continue };
        let label = &node.label.name;
        let adopted = rail.boot_on.filter(|_| rail.enable.is_none());
        let needless: Vec<_> = match (rail.always_on, adopted) {
            (Some(_), _) => {
                expressions(&[("enable", &rail.enable), ("disable", &rail.disable), ("good", &rail.good)])
            }
            (None, Some(_)) => expressions(&[("good", &rail.good)]),
            (None, None) => Vec::new(),
        };
        let flag = rail.always_on.map(|flag| ("`always_on`", flag));
        if let Some(flag) = flag.or(adopted.map(|flag| ("`boot_on`, without `enable`,", flag))) {
            if !needless.is_empty() {
                diagnostics.push(messages::never_switched(label, flag, &needless));
            }
        } else if rail.enable.is_none() {
            let user = user[id.0 as usize].map(|user| (format!("needed by `{}`", model.label(user.from)), user.span));
            let level =
                rail.level.map(|level| (format!("comes up in `{}`", model.level(level.value).name), level.span));
            if let Some((why, span)) = user.or(level) {
                diagnostics.push(messages::cannot_switch_on(label, node.label.span, (&why, span)));
            }
        }
    }
}

/// Those that are given, with their places.
fn expressions<'a>(properties: &[(&'a str, &Option<Expr>)]) -> Vec<(&'a str, Span)> {
    properties.iter().filter_map(|(name, expr)| Some((*name, expr.as_ref()?.rust.span))).collect()
}
