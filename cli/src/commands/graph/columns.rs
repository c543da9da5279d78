//! Which column a node is drawn in: levels from left to right, and in each as many columns as its longest chain has nodes.

use bringup_compiler::graph::Edge;
use bringup_compiler::model::{Model, NodeId};
use bringup_compiler::plan::Plan;
use std::ops::Range;

pub(crate) struct Columns {
    levels: Vec<usize>,
    columns: Vec<usize>,
    /// By level, its columns; at least one.
    pub(crate) of_levels: Vec<Range<usize>>,
}

/// What is known of a node on the way through the graph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    No,
    /// What it needs is looked at.
    Open,
    Done,
}

impl Columns {
    /// `edges` by the node that needs the other. Edges against the order, of a cycle or to a later level, count for
    /// nothing. O(nodes + edges), without recursion.
    pub(crate) fn new(model: &Model, edges: &[Edge], plan: Option<&Plan>) -> Columns {
        let levels = levels(model, edges, plan);
        let starts: Vec<usize> =
            (0..=model.nodes.len() as u32).map(|id| edges.partition_point(|edge| edge.from.0 < id)).collect();
        let mut within = vec![0; levels.len()];
        let mut seen = vec![Seen::No; levels.len()];
        for root in 0..levels.len() {
            if seen[root] != Seen::No {
                continue;
            }
            seen[root] = Seen::Open;
            let mut path = vec![(root, starts[root])];
            while let Some((node, next)) = path.last_mut() {
                let node = *node;
                if *next < starts[node + 1] {
                    let to = edges[*next].to.0 as usize;
                    *next += 1;
                    if levels[to] == levels[node] && seen[to] == Seen::No {
                        seen[to] = Seen::Open;
                        path.push((to, starts[to]));
                    }
                    continue;
                }
                // What is still open is needed in a circle.
                let before = edges[starts[node]..starts[node + 1]]
                    .iter()
                    .map(|edge| edge.to.0 as usize)
                    .filter(|to| levels[*to] == levels[node] && seen[*to] == Seen::Done)
                    // A rail is drawn above its users, in the same column.
                    .map(|to| within[to] + usize::from(model.nodes[to].rail().is_none()));
                within[node] = before.max().unwrap_or(0);
                seen[node] = Seen::Done;
                path.pop();
            }
        }
        let mut widths = vec![1; model.levels.len()];
        for (level, within) in levels.iter().zip(&within) {
            widths[*level] = widths[*level].max(within + 1);
        }
        let mut firsts = vec![0; widths.len()];
        for level in 1..widths.len() {
            firsts[level] = firsts[level - 1] + widths[level - 1];
        }
        let columns = levels.iter().zip(within).map(|(level, within)| firsts[*level] + within).collect();
        let of_levels = firsts.iter().zip(&widths).map(|(first, width)| *first..first + width).collect();
        Columns { levels, columns, of_levels }
    }

    pub(crate) fn level(&self, id: NodeId) -> usize {
        self.levels[id.0 as usize]
    }

    /// Counted over all levels.
    pub(crate) fn column(&self, id: NodeId) -> usize {
        self.columns[id.0 as usize]
    }
}

/// The level in which a node is drawn: in which it comes up. A rail that does not boot stands where its first user does,
/// one that is on from the start comes first.
fn levels(model: &Model, edges: &[Edge], plan: Option<&Plan>) -> Vec<usize> {
    let mut levels: Vec<Option<usize>> =
        model.nodes.iter().map(|node| node.level().map(|level| level.value.0 as usize)).collect();
    for step in plan.iter().flat_map(|plan| &plan.steps) {
        levels[step.node.0 as usize] = Some(step.level.0 as usize);
    }
    let rail = |id: NodeId| model.node(id).rail();
    let mut needs_device = vec![false; levels.len()];
    edges.iter().for_each(|edge| needs_device[edge.from.0 as usize] |= rail(edge.to).is_none());
    for id in model.ids().filter(|id| !needs_device[id.0 as usize]) {
        if rail(id).is_some_and(|rail| rail.always_on.is_some() || rail.boot_on.is_some()) {
            levels[id.0 as usize] = Some(0);
        }
    }
    // From users to rails, until nothing comes earlier.
    let mut stands = levels.clone();
    let mut changed = true;
    while changed {
        changed = false;
        for edge in edges {
            let (user, needed) = (stands[edge.from.0 as usize], edge.to.0 as usize);
            let earlier = user.is_some_and(|user| stands[needed].is_none_or(|now| user < now));
            if earlier && levels[needed].is_none() && rail(edge.to).is_some() {
                stands[needed] = user;
                changed = true;
            }
        }
    }
    let last = model.levels.len().saturating_sub(1);
    stands.into_iter().map(|level| level.unwrap_or(0).min(last)).collect()
}
