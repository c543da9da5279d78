//! L0901: a node is `init_skip`, and boot brings it up because another needs it.

use super::Finding;
use crate::messages::lints as messages;
use crate::plan::Plan;
use std::collections::HashMap;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let mut needed_by = HashMap::new();
    for edge in plan.edges.iter().filter(|edge| edge.kind.holds()) {
        needed_by.entry((edge.from, edge.to)).or_insert(edge.span);
    }
    for step in &plan.steps {
        let node = plan.model.node(step.node);
        let flag = node.device().and_then(|device| device.init_skip);
        let (Some(flag), Some(by)) = (flag, step.pulled_by) else { continue };
        let place = needed_by.get(&(by, step.node)).copied().unwrap_or(flag);
        let diagnostic = messages::deferred_at_boot(&plan.model, step.node, flag, (by, place));
        found.push(Finding { allowed: &node.allows, diagnostic });
    }
}
