//! Afterwards only `init` and `enable` await: what takes a node or a rail down runs to its end.

use crate::messages::claims as messages;
use crate::model::{Model, NodeKind};
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let (property, expr) = match &node.kind {
            NodeKind::Device(device) => ("deinit", device.deinit.as_ref().map(|deinit| &deinit.expr)),
            NodeKind::Rail(rail) => ("disable", rail.disable.as_ref()),
        };
        if let Some(span) = expr.and_then(|expr| expr.awaits) {
            diagnostics.push(messages::awaits(property, span));
        }
    }
}
