//! Afterwards everything the board asks for is built by this version.

use crate::messages::names as messages;
use crate::model::{Model, Node};
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for setting in &model.board.unsupported {
        diagnostics.push(messages::unsupported(&setting.name, setting.span));
    }
    for rail in model.nodes.iter().filter_map(Node::rail) {
        for property in &rail.unsupported {
            diagnostics.push(messages::unsupported(&property.name, property.span));
        }
    }
}
