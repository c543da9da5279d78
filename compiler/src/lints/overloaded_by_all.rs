//! L0912: what boots and each deferred node fit the limit of a rail, and all together do not.

use super::Finding;
use crate::messages::load::{self as messages, When};
use crate::plan::Plan;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let model = &plan.model;
    for rail in &plan.power.rails {
        let node = model.node(rail.rail);
        let Some(limit) = node.rail().and_then(|rail| rail.limit.as_ref()) else { continue };
        if rail.output.all > limit.amount {
            let diagnostic = messages::overloaded(model, &plan.power, rail, limit, When::All);
            found.push(Finding { allowed: &node.allows, diagnostic });
        }
    }
}
