//! The order of LANGUAGE: edges first, then level, then priority, then declaration.
//!
//! * Take what boots: every node that is not `init_skip`, and what those hold, directly or not.
//! * Sort it by level, priority, declaration.
//! * Bring each up after what it needs and is not yet up: nodes in the same sorted order, then rails, so that a rail is
//!   enabled right before its first user.

use crate::graph::Graph;
use crate::model::{Device, LevelId, Model, NodeId};
use crate::plan::Step;

/// The steps of a boot. The graph has no cycle. O(nodes log nodes + edges), without recursion.
pub(crate) fn boot(model: &Model, graph: &Graph) -> Vec<Step> {
    let boots = boot_set(model, graph);
    let mut roots: Vec<NodeId> =
        model.ids().filter(|id| boots[id.0 as usize] && model.node(*id).rail().is_none()).collect();
    roots.sort_by_key(|id| sort_key(model, *id));

    let mut up = vec![false; model.nodes.len()];
    let mut steps = Vec::with_capacity(model.nodes.len());
    for root in roots {
        if up[root.0 as usize] {
            continue;
        }
        let level = model.node(root).device().map_or(LevelId(0), |device| device.level.value);
        let mut path = vec![Pending::new(model, graph, &boots, root, None)];
        while let Some(top) = path.last_mut() {
            match top.needs.next() {
                Some(need) if up[need.0 as usize] => {}
                Some(need) => {
                    let by = top.node;
                    path.push(Pending::new(model, graph, &boots, need, Some(by)));
                }
                None => {
                    up[top.node.0 as usize] = true;
                    steps.push(Step { node: top.node, level, pulled_by: top.pulled_by });
                    path.pop();
                }
            }
        }
    }
    steps
}

/// A node that waits for what it needs.
struct Pending {
    node: NodeId,
    pulled_by: Option<NodeId>,
    needs: std::vec::IntoIter<NodeId>,
}

impl Pending {
    fn new(model: &Model, graph: &Graph, boots: &[bool], node: NodeId, pulled_by: Option<NodeId>) -> Pending {
        let mut needs: Vec<NodeId> =
            graph.needs(node).map(|edge| edge.to).filter(|to| boots[to.0 as usize]).collect();
        needs.sort_by_key(|id| sort_key(model, *id));
        needs.dedup();
        Pending { node, pulled_by, needs: needs.into_iter() }
    }
}

/// Which nodes come up at boot.
fn boot_set(model: &Model, graph: &Graph) -> Vec<bool> {
    let is_root = |device: &Device| device.init_skip.is_none() && device.disabled.is_none();
    let mut pending: Vec<NodeId> = model.ids().filter(|id| model.node(*id).device().is_some_and(is_root)).collect();
    let mut boots = vec![false; model.nodes.len()];
    while let Some(node) = pending.pop() {
        if !std::mem::replace(&mut boots[node.0 as usize], true) {
            pending.extend(graph.needs(node).filter(|edge| edge.kind.holds()).map(|edge| edge.to));
        }
    }
    boots
}

/// Rails come last: a rail that is needed is enabled when all else is there.
fn sort_key(model: &Model, id: NodeId) -> (bool, LevelId, u16, NodeId) {
    match model.node(id).device() {
        Some(device) => (false, device.level.value, device.priority, id),
        None => (true, LevelId(0), 0, id),
    }
}
