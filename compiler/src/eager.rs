//! Which rails may come up before their turn.

use crate::graph::Graph;
use crate::model::{LevelId, Model, NodeId};
use crate::plan::Step;
use crate::timing::Timing;

/// By node, the rails that others wait for longest if they start early: those that settle, and the rails that these need in
/// the same level. One of an earlier level starts no earlier for it. `steps`: in an order that the edges allow.
/// O(nodes + edges).
pub(crate) fn eager<'a>(
    model: &Model,
    graph: &Graph,
    tolerated: &[bool],
    steps: impl DoubleEndedIterator<Item = &'a Step>,
) -> Vec<bool> {
    let mut eager = vec![false; model.nodes.len()];
    // By node, the first level of what is eager and needs it.
    let mut wanted: Vec<Option<LevelId>> = vec![None; model.nodes.len()];
    for step in steps.rev() {
        let at = step.node.0 as usize;
        let needed = wanted[at] == Some(step.level) && model.node(step.node).rail().is_some();
        eager[at] = needed || Timing::new(model, tolerated, step.node).settles;
        for NodeId(need) in graph.needs(step.node).filter(|_| eager[at]).map(|edge| edge.to) {
            let first = wanted[need as usize].map_or(step.level, |level| level.min(step.level));
            wanted[need as usize] = Some(first);
        }
    }
    eager
}
