//! Afterwards everything the board asks for is built by this version.

use crate::messages::names as messages;
use crate::model::{Model, NodeKind};
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for setting in &model.board.unsupported {
        diagnostics.push(messages::unsupported(&setting.name, setting.span));
    }
    for node in &model.nodes {
        let unsupported = match &node.kind {
            NodeKind::Device(device) => {
                if let Some(span) = device.optional {
                    diagnostics.push(messages::unsupported("optional", span));
                }
                &device.unsupported
            }
            NodeKind::Rail(rail) => &rail.unsupported,
        };
        for property in unsupported {
            diagnostics.push(messages::unsupported(&property.name, property.span));
        }
    }
}
