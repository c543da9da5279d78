//! Afterwards every node with a handle has an `init` that makes it.

use crate::messages::claims as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(device) = node.device().filter(|device| device.init.is_none()) else { continue };
        if let Some(ty) = &device.ty {
            diagnostics.push(messages::never_made(&node.label.name, ty.span, node.label.span));
        }
    }
}
