//! Afterwards no rail has to give more than its limit, at boot and with any one deferred node.

use crate::messages::load::{self as messages, When};
use crate::model::Model;
use crate::power::Power;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, power: &Power, diagnostics: &mut Diagnostics) {
    for rail in &power.rails {
        let Some(limit) = model.node(rail.rail).rail().and_then(|rail| rail.limit.as_ref()) else { continue };
        let deferred = rail.worst_with.filter(|_| rail.output.worst > limit.amount);
        let boot = (rail.output.boot > limit.amount).then_some(When::Boot);
        if let Some(when) = boot.or(deferred.map(When::With)) {
            diagnostics.push(messages::overloaded(model, power, rail, limit, when));
        }
    }
}
