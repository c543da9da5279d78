//! `concurrent;`: what awaits leaves the processor to others; what does not keeps it.
//!
//! Tasks are polled as the runtime does it: round and round, lower numbers first, until none goes on; then from the first
//! one as soon as time has passed for one of them.

use super::net::Net;
use super::{BarKind, Follows};
use crate::flow::{Flow, Source};
use crate::graph::Graph;
use crate::model::{LevelId, NodeId, Rail};
use crate::plan::Step;
use crate::timing::Timing;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// What takes time. O(n log n) for n tasks and what they come after.
pub(super) fn net(source: &Source, graph: &Graph, flow: &Flow, steps: &[Step]) -> Net {
    let mut boot = Boot::new(source, graph, flow, steps);
    boot.run();
    boot.net
}

struct Boot<'a> {
    source: &'a Source<'a>,
    graph: &'a Graph,
    flow: &'a Flow,
    net: Net,
    now: i128,
    /// By node, its level.
    levels: Vec<LevelId>,
    /// The vertex that had the processor last.
    busy: Option<usize>,
    /// By task, how many tasks and gates it still waits for, and which tasks wait for it.
    missing: Vec<usize>,
    users: Vec<Vec<usize>>,
    /// By task, the gate that it is part of.
    part_of: Vec<Option<usize>>,
    /// By gate, how many of its tasks have not ended, which tasks wait for it, and its vertex once it is open.
    closed_by: Vec<usize>,
    behind: Vec<Vec<usize>>,
    open: Vec<Option<usize>>,
    /// By task that has started, the vertex with which it ends.
    ends: Vec<Option<usize>>,
    /// Tasks that will go on when they are polled.
    ready: BTreeSet<usize>,
    /// Tasks that wait for a time.
    sleeping: BinaryHeap<Reverse<(i128, usize)>>,
}

impl<'a> Boot<'a> {
    fn new(source: &'a Source<'a>, graph: &'a Graph, flow: &'a Flow, steps: &[Step]) -> Self {
        let (tasks, gates) = (flow.tasks.len(), flow.gates.len());
        let mut boot = Boot {
            source,
            graph,
            net: Net::default(),
            now: 0,
            levels: vec![LevelId(0); source.model.nodes.len()],
            busy: None,
            missing: vec![0; tasks],
            users: vec![Vec::new(); tasks],
            part_of: vec![None; tasks],
            closed_by: flow.gates.iter().map(Vec::len).collect(),
            behind: vec![Vec::new(); gates],
            open: vec![None; gates],
            ends: vec![None; tasks],
            ready: BTreeSet::new(),
            sleeping: BinaryHeap::new(),
            flow,
        };
        steps.iter().for_each(|step| boot.levels[step.node.0 as usize] = step.level);
        for (gate, parts) in boot.flow.gates.iter().enumerate() {
            parts.iter().for_each(|task| boot.part_of[*task] = Some(gate));
        }
        for (task, what) in boot.flow.tasks.iter().enumerate() {
            boot.missing[task] = what.after.len() + usize::from(what.gate.is_some());
            what.after.iter().for_each(|before| boot.users[*before].push(task));
            what.gate.iter().for_each(|gate| boot.behind[*gate].push(task));
        }
        boot.ready.extend((0..tasks).filter(|task| boot.missing[*task] == 0));
        boot
    }

    fn run(&mut self) {
        let mut next = 0;
        loop {
            while let Some(Reverse((_, task))) = self.sleeping.peek().copied().filter(|first| first.0.0 <= self.now) {
                self.sleeping.pop();
                self.ready.insert(task);
            }
            let polled = self.ready.range(next..).next().or(self.ready.first()).copied();
            match (polled, self.sleeping.peek()) {
                (Some(task), _) => {
                    self.ready.remove(&task);
                    next = task + 1;
                    self.poll(task);
                }
                (None, Some(Reverse((time, _)))) => (self.now, next) = (*time, 0),
                (None, None) => break,
            }
        }
    }

    fn poll(&mut self, task: usize) {
        if self.ends[task].is_some() {
            self.end(task);
            return;
        }
        let node = self.source.model.node(self.flow.tasks[task].node);
        let runs = node.starts().filter(|_| node.rail().is_none_or(Rail::boots_by_switching));
        let blocks = runs.is_some_and(|expr| expr.awaits.is_none()) && !self.flow.tasks[task].settles;
        let (first, last) = self.start(task);
        debug_assert_eq!(self.net.start(first), self.now);
        self.ends[task] = Some(last);
        if blocks {
            (self.busy, self.now) = (Some(first), self.net.end(first));
        }
        if self.net.end(last) > self.now {
            self.sleeping.push(Reverse((self.net.end(last), task)));
        } else {
            self.end(task);
        }
    }

    /// The vertices of a task: one, or two if a rail is switched on and waited for in one go.
    fn start(&mut self, task: usize) -> (usize, usize) {
        let (node, before) = (self.flow.tasks[task].node, self.before(task));
        let timing = Timing::stated(self.source.model, node);
        if self.flow.tasks[task].settles {
            let ramp = self.net.add(Some((node, BarKind::Ramp)), timing.settling, before);
            return (ramp, ramp);
        }
        let kind = if self.source.model.node(node).rail().is_some() { BarKind::Enable } else { BarKind::Init };
        let up = self.net.add(Some((node, kind)), timing.takes, before);
        if !timing.settles || Timing::new(self.source.model, self.source.tolerated, node).settles {
            return (up, up);
        }
        (up, self.net.add(Some((node, BarKind::Ramp)), timing.settling, vec![(up, Follows::Need)]))
    }

    fn before(&self, task: usize) -> Vec<(usize, Follows)> {
        let task = &self.flow.tasks[task];
        let mut needs: Vec<NodeId> = self.graph.needs(task.node).map(|edge| edge.to).collect();
        needs.push(task.node);
        needs.sort_unstable();
        let mut before = Vec::new();
        for other in &task.after {
            let needed = needs.binary_search(&self.flow.tasks[*other].node).is_ok();
            let follows = if needed { Follows::Need } else { Follows::Busy };
            before.extend(self.ends[*other].map(|end| (end, follows)));
        }
        let gate = task.gate.and_then(|gate| Some((self.open[gate]?, *self.flow.gates[gate].first()?)));
        before.extend(gate.map(|(gate, part)| (gate, self.follows_gate(task.node, self.flow.tasks[part].node))));
        before.extend(self.busy.map(|busy| (busy, Follows::Busy)));
        before
    }

    fn follows_gate(&self, node: NodeId, part: NodeId) -> Follows {
        let level = |id: NodeId| self.levels[id.0 as usize];
        if level(node) == level(part) { Follows::Priority } else { Follows::Level }
    }

    /// The runtime has seen that a task has ended.
    fn end(&mut self, task: usize) {
        for user in std::mem::take(&mut self.users[task]) {
            self.release(user);
        }
        let Some(gate) = self.part_of[task] else { return };
        self.closed_by[gate] -= 1;
        if self.closed_by[gate] == 0 {
            let parts = self.flow.gates[gate].iter().filter_map(|part| self.ends[*part]);
            let parts = parts.map(|end| (end, Follows::Need)).collect();
            self.open[gate] = Some(self.net.add(None, 0, parts));
            for user in std::mem::take(&mut self.behind[gate]) {
                self.release(user);
            }
        }
    }

    fn release(&mut self, task: usize) {
        self.missing[task] -= 1;
        if self.missing[task] == 0 {
            self.ready.insert(task);
        }
    }
}
