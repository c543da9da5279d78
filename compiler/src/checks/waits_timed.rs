//! Afterwards every wait has a clock that measures it.

use crate::messages::rails as messages;
use crate::model::{At, Model, NodeKind};
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    if model.board.clock.is_some() {
        return;
    }
    for node in &model.nodes {
        let mut wait = |what: &str, time: Option<At<u64>>| {
            if let Some(time) = time.filter(|time| time.value > 0) {
                diagnostics.push(messages::wait_without_clock(what, &node.label.name, time.span));
            }
        };
        match &node.kind {
            NodeKind::Device(device) => wait("between attempts of", device.retry_delay),
            NodeKind::Rail(rail) if rail.always_on.is_some() => {}
            NodeKind::Rail(rail) => {
                wait("for", rail.ramp);
                wait("for", rail.timeout.filter(|_| rail.good.is_some()));
                // Only what can go off and on again.
                wait("for", rail.off_delay.filter(|_| rail.can_suspend()));
            }
        }
    }
}
