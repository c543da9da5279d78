//! The order of LANGUAGE: edges first, then level, then priority, then declaration.
//!
//! * Take what boots: every node that is not `init_skip`, and what those hold, directly or not.
//! * Sort it by level, priority, declaration.
//! * Bring each up after what it needs and is not yet up: nodes in the same sorted order, then rails, so that a rail is
//!   enabled right before its first user.
//! * Then the same with the rest. It does not boot, but has its place for when it comes up later.
//!
//! Last, [`overlap`] moves what others wait for to the front.

use crate::control::tolerated;
use crate::graph::Graph;
use crate::model::{LevelId, Model, NodeId};
use crate::overlap::overlap;
use crate::plan::Step;

/// The one order of a board.
pub(crate) struct Order {
    /// Every built node.
    pub(crate) all: Vec<NodeId>,
    /// Of those, what boots.
    pub(crate) steps: Vec<Step>,
    /// By [`NodeId`], what boot can do without.
    pub(crate) tolerated: Vec<bool>,
}

/// A node that has its place in the order.
#[derive(Clone, Copy)]
pub(crate) struct Placed {
    pub(crate) step: Step,
    /// Whether boot brings it up.
    pub(crate) boots: bool,
}

/// The order. The graph has no cycle. O(nodes log nodes + edges), without recursion.
pub(crate) fn order(model: &Model, graph: &Graph) -> Order {
    let boots = boot_set(model, graph);
    let built = |id: &NodeId| model.node(*id).disabled().is_none();
    let boots_itself = |id: &NodeId| boots[id.0 as usize] && model.node(*id).level().is_some();
    let mut roots: Vec<NodeId> = model.ids().filter(built).collect();
    roots.sort_by_cached_key(|id| (!boots_itself(id), turn(model, *id), *id));
    let keys: Vec<_> = model.ids().map(|id| sort_key(model, id)).collect();

    let mut done = vec![false; model.nodes.len()];
    let mut placed = Vec::with_capacity(roots.len());
    for root in roots {
        if done[root.0 as usize] {
            continue;
        }
        let (_, level, turn) = turn(model, root);
        let mut path = vec![Pending::new(&keys, graph, root, None)];
        while let Some(top) = path.last_mut() {
            match top.needs.next() {
                Some(need) if done[need.0 as usize] => {}
                Some(need) => {
                    let by = top.node;
                    path.push(Pending::new(&keys, graph, need, Some(by)));
                }
                None => {
                    done[top.node.0 as usize] = true;
                    let step = Step { node: top.node, level, turn, pulled_by: top.pulled_by };
                    placed.push(Placed { step, boots: boots[top.node.0 as usize] });
                    path.pop();
                }
            }
        }
    }
    let booting: Vec<NodeId> = placed.iter().filter(|node| node.boots).map(|node| node.step.node).collect();
    let tolerated = tolerated(model, graph, &booting);
    let placed = overlap(model, graph, &tolerated, placed);
    let steps = placed.iter().filter(|node| node.boots).map(|node| node.step).collect();
    Order { all: placed.iter().map(|node| node.step.node).collect(), steps, tolerated }
}

/// A node that waits for what it needs.
struct Pending {
    node: NodeId,
    pulled_by: Option<NodeId>,
    needs: std::vec::IntoIter<NodeId>,
}

impl Pending {
    fn new(keys: &[SortKey], graph: &Graph, node: NodeId, pulled_by: Option<NodeId>) -> Pending {
        let mut needs: Vec<NodeId> = graph.needs(node).map(|edge| edge.to).collect();
        needs.sort_by_key(|id| keys[id.0 as usize]);
        needs.dedup();
        Pending { node, pulled_by, needs: needs.into_iter() }
    }
}

/// Which nodes come up at boot.
pub(crate) fn boot_set(model: &Model, graph: &Graph) -> Vec<bool> {
    let mut pending: Vec<NodeId> = model.ids().filter(|id| model.node(*id).is_root()).collect();
    let mut boots = vec![false; model.nodes.len()];
    while let Some(node) = pending.pop() {
        if !std::mem::replace(&mut boots[node.0 as usize], true) {
            pending.extend(graph.needs(node).filter(|edge| edge.kind.holds()).map(|edge| edge.to));
        }
    }
    boots
}

/// When a node that nothing pulls in has its turn: what boots on its own account by level and priority, a rail after the
/// nodes of its level.
fn turn(model: &Model, id: NodeId) -> (bool, LevelId, u32) {
    match model.node(id).device() {
        Some(device) => (false, device.level.value, device.priority.into()),
        None => {
            let level = model.node(id).level();
            (level.is_none(), level.map_or(LevelId(0), |level| level.value), u32::from(u16::MAX) + 1)
        }
    }
}

type SortKey = (bool, LevelId, u16, NodeId);

/// Rails come last: a rail that is needed is enabled when all else is there.
fn sort_key(model: &Model, id: NodeId) -> SortKey {
    match model.node(id).device() {
        Some(device) => (false, device.level.value, device.priority, id),
        None => (true, LevelId(0), 0, id),
    }
}
