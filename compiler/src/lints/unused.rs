//! L0905, L0906, L0907: rails nobody uses, inputs nobody claims, rails nobody switches off.

use super::Finding;
use crate::messages::lints as messages;
use crate::model::{Expr, InputId, Rail};
use crate::plan::Plan;
use rustc_hash::FxHashSet;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let model = &plan.model;
    let mut used: FxHashSet<_> = plan.edges.iter().filter(|edge| edge.kind.holds()).map(|edge| edge.to).collect();
    // Signal levels switch nothing on, and a rail that is on anyway has a use in them.
    let built = model.nodes.iter().filter_map(|node| node.device()).filter(|device| device.disabled.is_none());
    let signals = built.clone().filter_map(|device| device.io).map(|io| io.value);
    used.extend(signals.filter(|rail| model.node(*rail).rail().is_some_and(Rail::on_at_reset)));
    for (id, node) in model.ids().zip(&model.nodes) {
        let Some(rail) = node.rail() else { continue };
        let (label, span) = (&node.label.name, node.label.span);
        if !used.contains(&id) && rail.level.is_none() {
            found.push(Finding { allowed: &node.allows, diagnostic: messages::unused_rail(label, span) });
        } else if let Some(enable) = rail.enable.as_ref().filter(|_| rail.disable.is_none()) {
            let diagnostic = messages::never_switched_off(label, enable.rust.span, rail.boot_on.is_some());
            found.push(Finding { allowed: &node.allows, diagnostic });
        }
    }
    let claims = built.filter_map(|device| device.init.as_ref()).flat_map(Expr::claims);
    let claimed: FxHashSet<InputId> = claims.map(|claim| claim.input).collect();
    for (number, input) in model.inputs.iter().enumerate() {
        if !claimed.contains(&InputId(number as u32)) {
            let diagnostic = messages::unused_input(&input.name.name, input.name.span);
            found.push(Finding { allowed: &input.allows, diagnostic });
        }
    }
}
