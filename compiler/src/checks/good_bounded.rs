//! Afterwards a rail that is asked whether it is up has a first and a last moment for that.

use crate::messages::rails as messages;
use crate::model::{Model, Node};
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(rail) = node.rail() else { continue };
        let label = &node.label.name;
        match (&rail.good, rail.timeout) {
            // That it is asked at all has been reported.
            (Some(_), _) if rail.on_at_reset() && !rail.can_suspend() => {}
            (Some(good), None) => diagnostics.push(messages::good_without_timeout(label, good.rust.span)),
            (Some(_), Some(timeout)) => {
                let name = if rail.good_after.is_some() { "good_after" } else { "ramp" };
                let first = rail.settling();
                if first.value > timeout.value {
                    diagnostics.push(messages::good_too_late(label, (name, first), timeout));
                }
            }
            (None, _) => without_good(node, diagnostics),
        }
    }
}

fn without_good(node: &Node, diagnostics: &mut Diagnostics) {
    let Some(rail) = node.rail() else { return };
    for (name, time) in [("timeout", rail.timeout), ("good_after", rail.good_after)] {
        if let Some(time) = time {
            diagnostics.push(messages::without_good(&node.label.name, name, time.span));
        }
    }
}
