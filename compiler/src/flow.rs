//! `concurrent;`: the order as tasks that wait for each other.
//!
//! A node starts when what it needs is up and has settled, and when every node of the turn before is up. A rail that
//! settles, or that one of these needs, only waits for what it needs, and for the level before its own. What could meet on a handle while one of them
//! awaits comes one after the other, in the order of the plan: a borrow must not be shared, and a bus would answer `Busy`.

use crate::eager::eager;
use crate::graph::{Edge, EdgeKind, Graph};
use crate::model::{LevelId, Model, NodeId};
use crate::plan::{Handle, Step, of_level};
use crate::timing::Timing;
use std::collections::{HashMap, HashSet};

/// The tasks of every function that boots.
#[derive(Debug)]
pub struct Flows {
    /// Everything in one go.
    pub all: Flow,
    /// Level by level.
    pub levels: Vec<Flow>,
}

impl Flows {
    pub(crate) fn new(source: &Source, graph: &Graph, steps: &[Step]) -> Flows {
        let eager = eager(source.model, graph, source.tolerated, steps.iter());
        let of_level = |level| Flow::new(source, &of_level(steps, LevelId(level)), &eager);
        let levels = (0..source.model.levels.len() as u32).map(of_level).collect();
        Flows { all: Flow::new(source, steps, &eager), levels }
    }
}

/// The tasks of a boot, or of one level of it.
#[derive(Debug)]
pub struct Flow {
    /// In the order of the plan. The task that settles a rail comes right after the one that switches it on.
    pub tasks: Vec<Task>,
    /// Lists of tasks that others wait for as a whole.
    pub gates: Vec<Vec<usize>>,
}

/// Something that runs beside others.
#[derive(Debug)]
pub struct Task {
    /// The node.
    pub node: NodeId,
    /// Whether it waits until a rail has settled, instead of starting the node.
    pub settles: bool,
    /// The tasks that must have ended.
    pub after: Vec<usize>,
    /// The gate whose tasks must have ended as well.
    pub gate: Option<usize>,
}

/// What a flow is made from.
pub(crate) struct Source<'a> {
    pub(crate) model: &'a Model,
    /// By the node that needs the other.
    pub(crate) edges: &'a [Edge],
    pub(crate) handles: &'a [Handle],
    pub(crate) tolerated: &'a [bool],
}

impl Source<'_> {
    /// The edges of a node.
    fn needs(&self, node: NodeId) -> impl Iterator<Item = &Edge> {
        let start = self.edges.partition_point(|edge| edge.from < node);
        self.edges[start..].iter().take_while(move |edge| edge.from == node)
    }

    fn awaits(&self, node: NodeId) -> bool {
        self.model.node(node).rises().any(|expr| expr.awaits.is_some())
    }

    /// The nodes whose handles `node` may use while it starts: those that it names, and what these keep.
    fn reach(&self, node: NodeId) -> HashSet<NodeId> {
        let named = self.needs(node).filter(|edge| matches!(edge.kind, EdgeKind::Held | EdgeKind::Lent));
        let mut pending: Vec<NodeId> = named.map(|edge| edge.to).collect();
        let mut reach = HashSet::new();
        while let Some(node) = pending.pop() {
            if self.handles[node.0 as usize] != Handle::None && reach.insert(node) {
                pending.extend(self.needs(node).filter(|edge| edge.kind == EdgeKind::Held).map(|edge| edge.to));
            }
        }
        reach
    }

    /// The tasks that `node`, which is task `number`, must not meet on a handle.
    fn meets(&self, node: NodeId, number: usize, users: &mut HashMap<NodeId, Users>) -> Vec<usize> {
        let awaits = self.awaits(node);
        // `good` uses what it names after the rail is on.
        let asks = self.model.node(node).rail().is_some_and(|rail| rail.good.is_some());
        let settles = asks && Timing::new(self.model, self.tolerated, node).settles;
        let last = if settles { number + 1 } else { number };
        let mut before = Vec::new();
        for handle in self.reach(node) {
            let users = users.entry(handle).or_default();
            before.extend(users.awaiting);
            if awaits {
                before.append(&mut users.others);
                users.awaiting = Some(last);
            } else {
                users.others.push(last);
            }
        }
        before
    }
}

impl Flow {
    /// The tasks of `steps`, which are in the order of the plan. O(nodes + edges), but for handles that many nodes reach
    /// through each other.
    fn new(source: &Source, steps: &[Step], eager: &[bool]) -> Flow {
        let mut flow = Flow { tasks: Vec::new(), gates: Vec::new() };
        let (mut ready, mut users) = (HashMap::new(), HashMap::new());
        let (mut turn, mut turn_tasks, mut level_gate) = (None, Vec::new(), None);
        for step in steps {
            let timing = Timing::new(source.model, source.tolerated, step.node);
            let eager = eager[step.node.0 as usize];
            let now = (step.level, if eager { turn.map_or(0, |(_, turn)| turn) } else { step.turn });
            if turn.is_none_or(|(level, _)| level != step.level) || turn != Some(now) {
                if !turn_tasks.is_empty() {
                    flow.gates.push(std::mem::take(&mut turn_tasks));
                }
                if turn.is_none_or(|(level, _)| level != step.level) {
                    level_gate = flow.gates.len().checked_sub(1);
                }
                turn = Some(now);
            }
            let number = flow.tasks.len();
            let mut after: Vec<usize> =
                source.needs(step.node).filter_map(|edge| ready.get(&edge.to).copied()).collect();
            after.extend(source.meets(step.node, number, &mut users));
            after.sort_unstable();
            after.dedup();
            let gate = if eager { level_gate } else { flow.gates.len().checked_sub(1) };
            flow.tasks.push(Task { node: step.node, settles: false, after, gate });
            if timing.settles {
                flow.tasks.push(Task { node: step.node, settles: true, after: vec![number], gate: None });
            }
            if !eager {
                turn_tasks.push(number);
            }
            ready.insert(step.node, flow.tasks.len() - 1);
        }
        flow
    }
}

/// The tasks that may use a handle.
#[derive(Default)]
struct Users {
    /// The last one that awaits.
    awaiting: Option<usize>,
    /// Those after it.
    others: Vec<usize>,
}
