//! Afterwards every `irq` node has a handle for interrupt handlers to reach.

use crate::messages::claims as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(device) = node.device().filter(|device| device.ty.is_none()) else { continue };
        if let Some(irq) = device.irq {
            diagnostics.push(messages::nothing_to_reach(&node.label.name, irq, node.label.span));
        }
    }
}
