//! L0911: a rail that would have to step up for a part of what feeds it, and does not say that it can.

use super::Finding;
use crate::messages::power as messages;
use crate::plan::Plan;
use crate::power::{Fault, Made};

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let model = &plan.model;
    for rail in &plan.power.rails {
        let Some(made) = Made::new(model, &plan.power, rail) else { continue };
        if made.fault() == Some(Fault::NotAlwaysHeld) {
            let diagnostic = messages::not_made(model, &plan.power, rail.rail, &made, Fault::NotAlwaysHeld);
            found.push(Finding { allowed: &model.node(rail.rail).allows, diagnostic });
        }
    }
}
