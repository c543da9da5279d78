//! How long a boot would take that could do everything at once.

use crate::flow::Source;
use crate::graph::Graph;
use crate::plan::Step;
use crate::timing::Timing;

/// The longest way through edges, levels and turns. O(nodes + edges).
pub(super) fn lower_bound(source: &Source, graph: &Graph, steps: &[Step], eager: &[bool]) -> i128 {
    let mut usable = vec![0i128; source.model.nodes.len()];
    // When the level and the turn have begun, which they are, and when all nodes so far are up.
    let (mut level_start, mut turn_start, mut up) = (0, 0, 0);
    let (mut level, mut turn) = (None, None);
    for step in steps {
        let (is_eager, timing) = (eager[step.node.0 as usize], Timing::stated(source.model, step.node));
        if level != Some(step.level) {
            (level, turn) = (Some(step.level), None);
            (level_start, turn_start) = (up, up);
        }
        if !is_eager && turn.replace(step.turn) != Some(step.turn) {
            turn_start = up;
        }
        let needs = graph.needs(step.node).map(|edge| usable[edge.to.0 as usize]);
        let start = needs.max().unwrap_or(0).max(if is_eager { level_start } else { turn_start });
        let end = start + i128::from(timing.takes);
        usable[step.node.0 as usize] = end + i128::from(timing.settling);
        if !is_eager {
            up = up.max(end);
        }
    }
    usable.into_iter().max().unwrap_or(0)
}
