//! When to wait for what: the order with its waits.
//!
//! A rail counts its time from a stamp, which is taken right after it is switched on. Its first user waits until the rail
//! has settled, unless an earlier wait was long enough. Rails that are switched on one after the other share the stamp
//! after the last of them.

use crate::graph::Graph;
use crate::model::{LevelId, Model, NodeId};
use crate::plan::{Step, of_level};
use crate::timing::Timing;
use std::collections::HashSet;

/// The waits of every function that boots.
#[derive(Debug)]
pub struct Schedule {
    /// Everything in one go.
    pub all: Vec<Op>,
    /// Level by level: at the end of each, what it has switched on has settled.
    pub levels: Vec<Vec<Op>>,
    /// Of all in one go: the rails that settle, each with the one after which its time starts to count. That is itself, or
    /// the last of those it shares a stamp with.
    pub counted: Vec<(NodeId, NodeId)>,
}

/// One thing that a boot does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    /// Brings a node up, or switches a rail on.
    Up(NodeId),
    /// Remembers the time, for the rails switched on since the stamp before.
    Stamp(usize),
    /// Waits until a rail has settled, or can be asked whether it has.
    Wait {
        /// The rail. If it can be missing, it is only waited for if it is on.
        rail: NodeId,
        /// From which stamp on.
        stamp: usize,
        /// How long, in nanoseconds.
        time: u64,
        /// What of that no other wait since the stamp has covered.
        left: u64,
    },
    /// Asks `good` of a rail until it is, or until its `timeout` has passed since the stamp.
    Good {
        /// The rail.
        rail: NodeId,
        /// From which stamp on.
        stamp: usize,
    },
}

impl Schedule {
    pub(crate) fn new(model: &Model, graph: &Graph, tolerated: &[bool], steps: &[Step]) -> Schedule {
        let of = |steps: &[Step]| Waits::new(model, graph, tolerated).insert(steps);
        let (all, counted) = of(steps);
        let levels = (0..model.levels.len() as u32).map(|level| of(&of_level(steps, LevelId(level))).0).collect();
        Schedule { all, levels, counted }
    }
}

/// Rails whose `enable` is stated to take less than this share a stamp with the one before, in nanoseconds: what the other
/// then waits too long is not worth the code of another stamp.
const SHORT: u64 = 100_000;

struct Waits<'a> {
    model: &'a Model,
    graph: &'a Graph,
    tolerated: &'a [bool],
    ops: Vec<Op>,
    stamps: usize,
    /// The rails that wait for the next stamp.
    open: Vec<NodeId>,
    /// The others, each with the last one in front of its stamp.
    counted: Vec<(NodeId, NodeId)>,
    /// By node, the stamp of a rail that has not settled for all that is known.
    rising: Vec<Option<usize>>,
    /// In the order in which they were switched on.
    risen: Vec<NodeId>,
    /// Waits that no later one covers: from which stamp, and for how long. Stamps ascend, times descend.
    waited: Vec<(usize, u64)>,
    /// All that was waited by now, and by the time of each stamp.
    slept: u64,
    slept_at: Vec<u64>,
}

impl<'a> Waits<'a> {
    fn new(model: &'a Model, graph: &'a Graph, tolerated: &'a [bool]) -> Self {
        Waits {
            model,
            graph,
            tolerated,
            ops: Vec::new(),
            stamps: 0,
            open: Vec::new(),
            counted: Vec::new(),
            rising: vec![None; model.nodes.len()],
            risen: Vec::new(),
            waited: Vec::new(),
            slept: 0,
            slept_at: Vec::new(),
        }
    }

    fn insert(mut self, steps: &[Step]) -> (Vec<Op>, Vec<(NodeId, NodeId)>) {
        for step in steps {
            let timing = Timing::new(self.model, self.tolerated, step.node);
            let needs: Vec<NodeId> = self.graph.needs(step.node).map(|edge| edge.to).collect();
            self.settle(needs);
            let awaits = self.model.node(step.node).starts().is_some_and(|expr| expr.awaits.is_some());
            if !timing.settles || timing.takes >= SHORT || awaits {
                self.close();
            }
            self.ops.push(Op::Up(step.node));
            if timing.settles {
                self.rising[step.node.0 as usize] = Some(self.stamps);
                self.risen.push(step.node);
                self.open.push(step.node);
            }
        }
        let all = std::mem::take(&mut self.risen);
        self.settle(all);
        (without_idle_stamps(self.ops), self.counted)
    }

    /// Takes the stamp that rails wait for.
    fn close(&mut self) {
        if let Some(last) = self.open.last().copied() {
            self.counted.extend(self.open.drain(..).map(|rail| (rail, last)));
            self.ops.push(Op::Stamp(self.stamps));
            self.slept_at.push(self.slept);
            self.stamps += 1;
        }
    }

    /// Waits for those of `rails` that still rise, the last one first: it covers those before it.
    fn settle(&mut self, mut rails: Vec<NodeId>) {
        rails.retain(|rail| self.rising[rail.0 as usize].is_some());
        if rails.is_empty() {
            return;
        }
        self.close();
        let key = |rail: &NodeId| (self.rising[rail.0 as usize], self.settling(*rail));
        rails.sort_by_key(|rail| std::cmp::Reverse(key(rail)));
        rails.dedup();
        for rail in rails {
            let Some(stamp) = self.rising[rail.0 as usize].take() else { continue };
            self.wait(rail, stamp, self.settling(rail));
            if self.model.node(rail).rail().is_some_and(|rail| rail.good.is_some()) {
                self.ops.push(Op::Good { rail, stamp });
            }
        }
    }

    fn settling(&self, rail: NodeId) -> u64 {
        self.model.node(rail).rail().map_or(0, |rail| rail.settling().value)
    }

    fn wait(&mut self, rail: NodeId, stamp: usize, time: u64) {
        let later = self.waited.partition_point(|(from, _)| *from < stamp);
        if time == 0 || self.waited.get(later).is_some_and(|(_, longest)| *longest >= time) {
            return;
        }
        let covered = self.slept.saturating_sub(self.slept_at[stamp]);
        let left = time.saturating_sub(covered);
        self.ops.push(Op::Wait { rail, stamp, time, left });
        // One that may be left out covers nothing.
        if !self.tolerated[rail.0 as usize] {
            self.slept = self.slept.saturating_add(left);
            let first = self.waited.partition_point(|(from, longest)| *from < stamp && *longest > time);
            let after = self.waited.partition_point(|(from, _)| *from <= stamp);
            self.waited.splice(first..after, [(stamp, time)]);
        }
    }
}

/// A stamp is idle if the waits from later ones cover all that could count from it.
fn without_idle_stamps(mut ops: Vec<Op>) -> Vec<Op> {
    let counted: HashSet<usize> = ops
        .iter()
        .filter_map(|op| match op {
            Op::Wait { stamp, .. } | Op::Good { stamp, .. } => Some(*stamp),
            Op::Up(_) | Op::Stamp(_) => None,
        })
        .collect();
    ops.retain(|op| !matches!(op, Op::Stamp(number) if !counted.contains(number)));
    ops
}
