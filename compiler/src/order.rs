//! The order of LANGUAGE: edges first, then level, then priority, then declaration.
//!
//! * Take what boots: every node that is not `init_skip`, and what those hold, directly or not.
//! * Sort it by level, priority, declaration.
//! * Bring each up after what it needs and is not yet up: nodes in the same sorted order, then rails, so that a rail is
//!   enabled right before its first user.
//! * Then the same with the rest. It does not boot, but has its place for when it comes up later.

use crate::graph::Graph;
use crate::model::{Device, LevelId, Model, NodeId};
use crate::plan::Step;

/// The one order of a board.
pub(crate) struct Order {
    /// Every built node.
    pub(crate) all: Vec<NodeId>,
    /// Of those, what boots.
    pub(crate) steps: Vec<Step>,
}

/// The order. The graph has no cycle. O(nodes log nodes + edges), without recursion.
pub(crate) fn order(model: &Model, graph: &Graph) -> Order {
    let boots = boot_set(model, graph);
    let built = |id: &NodeId| model.node(*id).disabled().is_none();
    let boots_itself = |id: &NodeId| boots[id.0 as usize] && model.node(*id).rail().is_none();
    let mut roots: Vec<NodeId> = model.ids().filter(built).collect();
    roots.sort_by_key(|id| (!boots_itself(id), sort_key(model, *id)));

    let mut done = vec![false; model.nodes.len()];
    let mut order = Order { all: Vec::with_capacity(roots.len()), steps: Vec::new() };
    for root in roots {
        if done[root.0 as usize] {
            continue;
        }
        let level = model.node(root).device().map_or(LevelId(0), |device| device.level.value);
        let mut path = vec![Pending::new(model, graph, root, None)];
        while let Some(top) = path.last_mut() {
            match top.needs.next() {
                Some(need) if done[need.0 as usize] => {}
                Some(need) => {
                    let by = top.node;
                    path.push(Pending::new(model, graph, need, Some(by)));
                }
                None => {
                    done[top.node.0 as usize] = true;
                    order.all.push(top.node);
                    if boots[top.node.0 as usize] {
                        order.steps.push(Step { node: top.node, level, pulled_by: top.pulled_by });
                    }
                    path.pop();
                }
            }
        }
    }
    order
}

/// A node that waits for what it needs.
struct Pending {
    node: NodeId,
    pulled_by: Option<NodeId>,
    needs: std::vec::IntoIter<NodeId>,
}

impl Pending {
    fn new(model: &Model, graph: &Graph, node: NodeId, pulled_by: Option<NodeId>) -> Pending {
        let mut needs: Vec<NodeId> = graph.needs(node).map(|edge| edge.to).collect();
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
