//! What one deferred node at a time adds to what boots.

use super::Power;
use crate::graph::Graph;
use crate::model::{Model, NodeId};
use rustc_hash::FxHashMap;
use std::collections::BinaryHeap;

/// Nodes brought up and rails added up, before the rest is left to lint L0912: all of them on every board of a sane size.
const BUDGET: usize = 10_000_000;

/// Of the nodes that take a rail over its limit, so many are named.
const MOST_NAMED: usize = 8;

/// Finds, for every rail, the deferred node that adds most, and what each load of the rail is then.
///
/// Only what no other deferred node needs is tried: that one brings the rest up with it.
pub(super) fn add_one(power: &mut Power, model: &Model, graph: &Graph, boots: &[bool]) {
    let mut extra = Extra::new(power, model, graph, boots);
    for root in std::mem::take(&mut extra.outermost) {
        if extra.work > BUDGET {
            break;
        }
        let Some(named) = extra.bring_up(root) else { continue };
        for (place, output) in extra.spread(power) {
            let rail = &mut power.rails[place];
            if output > rail.output.worst {
                rail.output.worst = output;
                rail.worst_with = Some(named);
            }
            let limit = model.node(rail.rail).rail().and_then(|rail| rail.limit.as_ref());
            let exceeded = limit.is_some_and(|limit| output > limit.amount);
            if exceeded && rail.exceeded_with.len() < MOST_NAMED && !rail.exceeded_with.contains(&named) {
                rail.exceeded_with.push(named);
            }
        }
    }
    let mut rails: Vec<(NodeId, usize)> = Vec::new();
    for (place, rail) in power.rails.iter().enumerate() {
        rails.extend(rail.worst_with.map(|named| (named, place)));
    }
    rails.sort_unstable();
    for rails in rails.chunk_by(|a, b| a.0 == b.0) {
        extra.bring_up(rails[0].0);
        let outputs: FxHashMap<usize, i128> = extra.spread(power).into_iter().collect();
        for (_, place) in rails {
            state(power, *place, &outputs, &extra);
        }
    }
}

/// Writes down what each load of a rail draws in its worst case, with these `outputs` of the rails.
fn state(power: &mut Power, place: usize, outputs: &FxHashMap<usize, i128>, extra: &Extra) {
    let mut loads = std::mem::take(&mut power.rails[place].loads);
    for load in &mut loads {
        match (load.supply, power.place(load.node)) {
            (None, Some(below)) => {
                load.gives.worst = outputs.get(&below).copied().unwrap_or(load.gives.boot);
                load.current.worst = power.rails[below].intake.of(load.gives.worst);
            }
            _ if extra.is_up(load.node) => load.current.worst = load.current.all,
            _ => load.current.worst = load.current.boot,
        }
    }
    power.rails[place].loads = loads;
}

/// What is up besides what boots.
struct Extra {
    /// By node, what it needs of what does not boot.
    needs: Vec<Vec<NodeId>>,
    /// By node, what it draws from which rails.
    draws: Vec<Vec<(usize, i128)>>,
    /// What does not boot, and that nothing else of that kind needs.
    outermost: Vec<NodeId>,
    /// By node, the last round in which it was brought up.
    rounds: Vec<usize>,
    round: usize,
    /// By rail, what is drawn more.
    more: Vec<i128>,
    /// The rails with more to carry, the last ones first.
    rails: BinaryHeap<usize>,
    /// By rail, what it takes at boot.
    takes: Vec<i128>,
    /// Nodes and rails visited so far.
    work: usize,
}

impl Extra {
    fn new(power: &Power, model: &Model, graph: &Graph, boots: &[bool]) -> Self {
        let deferred = |id: NodeId| !boots[id.0 as usize] && model.node(id).disabled().is_none();
        let mut needs = vec![Vec::new(); model.nodes.len()];
        let mut needed = vec![false; model.nodes.len()];
        for edge in graph.edges().filter(|edge| edge.kind.holds() && deferred(edge.from) && deferred(edge.to)) {
            needs[edge.from.0 as usize].push(edge.to);
            needed[edge.to.0 as usize] = true;
        }
        let mut draws = vec![Vec::new(); model.nodes.len()];
        for (place, rail) in power.rails.iter().enumerate() {
            for load in rail.loads.iter().filter(|load| load.supply.is_some() && load.current.all > 0) {
                draws[load.node.0 as usize].push((place, load.current.all));
            }
        }
        let outermost = model.ids().filter(|id| deferred(*id) && !needed[id.0 as usize]).collect();
        let (rounds, more) = (vec![0; model.nodes.len()], vec![0; power.rails.len()]);
        let takes = power.rails.iter().map(|rail| rail.intake.of(rail.output.boot)).collect();
        let rails = BinaryHeap::new();
        Extra { needs, draws, outermost, rounds, round: 0, more, rails, takes, work: 0 }
    }

    fn is_up(&self, id: NodeId) -> bool {
        self.rounds[id.0 as usize] == self.round
    }

    /// Brings up `root` with what it needs. If anything is drawn, says by what: by the only one, or by the root.
    fn bring_up(&mut self, root: NodeId) -> Option<NodeId> {
        self.round += 1;
        let mut named = None;
        let mut pending = vec![root];
        while let Some(id) = pending.pop() {
            let at = id.0 as usize;
            if std::mem::replace(&mut self.rounds[at], self.round) == self.round {
                continue;
            }
            self.work += 1;
            for number in 0..self.draws[at].len() {
                let (place, current) = self.draws[at][number];
                self.draw(place, current);
                named = Some(if named.is_none_or(|named| named == id) { id } else { root });
            }
            pending.extend(&self.needs[at]);
        }
        named
    }

    fn draw(&mut self, place: usize, current: i128) {
        if self.more[place] == 0 && current > 0 {
            self.rails.push(place);
        }
        self.more[place] = self.more[place].saturating_add(current);
    }

    /// The rails that carry more than at boot, and what they carry.
    fn spread(&mut self, power: &Power) -> Vec<(usize, i128)> {
        let mut outputs = Vec::new();
        while let Some(place) = self.rails.pop() {
            self.work += 1;
            let rail = &power.rails[place];
            let output = rail.output.boot.saturating_add(std::mem::take(&mut self.more[place]));
            outputs.push((place, output));
            if let Some(upstream) = rail.upstream.and_then(|upstream| power.place(upstream)) {
                self.draw(upstream, rail.intake.of(output) - self.takes[place]);
            }
        }
        outputs
    }
}
