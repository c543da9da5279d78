//! L0901: a node is `init_skip`, and boot brings it up because another needs it.

use super::Finding;
use crate::messages::lints as messages;
use crate::model::NodeId;
use crate::plan::Plan;
use rustc_hash::{FxHashMap, FxHashSet};

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let deferred = |id| plan.model.node(id).device().and_then(|device| device.init_skip);
    if !plan.steps.iter().any(|step| deferred(step.node).is_some()) {
        return;
    }
    let boots: FxHashSet<NodeId> = plan.steps.iter().map(|step| step.node).collect();
    // A deferred node that needs another has a report of its own, and says nothing about the other.
    let mut needed_by = FxHashMap::default();
    for edge in plan.edges.iter().filter(|edge| edge.kind.holds() && boots.contains(&edge.from)) {
        if deferred(edge.from).is_none() {
            needed_by.entry(edge.to).or_insert(edge);
        }
    }
    for step in &plan.steps {
        if let (Some(flag), Some(edge)) = (deferred(step.node), needed_by.get(&step.node)) {
            let diagnostic = messages::deferred_at_boot(&plan.model, edge, flag);
            found.push(Finding { allowed: &plan.model.node(step.node).allows, diagnostic });
        }
    }
}
