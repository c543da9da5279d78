//! Afterwards everything the board asks for is built by this version.

use crate::messages::names as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for setting in &model.board.unsupported {
        diagnostics.push(messages::unsupported(&setting.name, setting.span));
    }
}
