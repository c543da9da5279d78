//! L0910: a node is `optional`, and neither it nor anything that it needs can fail.

use super::Finding;
use crate::messages::lints as messages;
use crate::model::{Node, NodeId};
use crate::plan::{Plan, may_be_busy};
use rustc_hash::FxHashMap;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let model = &plan.model;
    if !model.nodes.iter().filter_map(Node::device).any(|device| device.optional.is_some()) {
        return;
    }
    let mut users: FxHashMap<NodeId, Vec<NodeId>> = FxHashMap::default();
    for edge in plan.edges.iter().filter(|edge| edge.kind.holds()) {
        users.entry(edge.to).or_default().push(edge.from);
    }
    let mut may_fail = vec![false; model.nodes.len()];
    let mut pending: Vec<NodeId> = model.ids().filter(|id| can_fail(plan, *id)).collect();
    while let Some(id) = pending.pop() {
        if !std::mem::replace(&mut may_fail[id.0 as usize], true) {
            pending.extend(users.get(&id).into_iter().flatten());
        }
    }
    for (node, may_fail) in model.nodes.iter().zip(may_fail) {
        let Some(device) = node.device().filter(|device| device.disabled.is_none()) else { continue };
        if let Some(flag) = device.optional.filter(|_| !may_fail) {
            let diagnostic = messages::optional_cannot_fail(&node.label.name, flag);
            found.push(Finding { allowed: &node.allows, diagnostic });
        }
    }
}

/// Whether bringing it up can fail while all that it needs is up.
fn can_fail(plan: &Plan, id: NodeId) -> bool {
    plan.model.node(id).starts().is_some_and(|expr| expr.fallible || may_be_busy(&plan.handles, expr))
}
