//! Why one node comes up before another.

use crate::graph::Edge;
use crate::messages::order as messages;
use crate::model::{LevelId, Model, NodeId};
use crate::plan::{Plan, Step};
use bringup_dsl::Span;
use std::collections::VecDeque;

/// Which of two nodes comes up first, and what decides that.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Why {
    /// The one that comes up first.
    pub first: NodeId,
    /// The other one.
    pub then: NodeId,
    /// Their positions in the boot, from 1; none of what does not boot.
    pub positions: [Option<usize>; 2],
    /// What decides.
    pub rule: Rule,
    /// What there is to say at which place, in the order to be read. At least one.
    pub places: Vec<(Span, String)>,
}

/// What decides which of two nodes comes up first, from the strongest to the weakest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rule {
    /// One needs the other: the shortest way from `then` to `first`.
    Edges(Vec<Edge>),
    /// Nothing: one of them does not boot.
    NotAtBoot,
    /// The level.
    Level,
    /// It settles, or leads to something that does: boot takes it early, so that it waits less.
    Early,
    /// The priority, inside a level.
    Priority,
    /// Rails come after the other nodes of their turn.
    RailsLast,
    /// The order in which they are declared.
    Declaration,
}

/// What an edge says, as a sentence.
pub fn edge(model: &Model, edge: &Edge) -> String {
    messages::edge(model, edge)
}

/// Why one of two nodes comes up before the other. O(nodes + edges).
pub fn why(plan: &Plan, a: NodeId, b: NodeId) -> Why {
    let boot = Boot::new(plan);
    let [at_a, at_b] = [a, b].map(|id| boot.places[id.0 as usize]);
    let ordered = match (at_a, at_b) {
        (Some(at_a), Some(at_b)) if at_b < at_a => [b, a],
        _ => [a, b],
    };
    let reversed = [ordered[1], ordered[0]];
    let edges =
        [ordered, reversed].into_iter().find_map(|[first, then]| Some((first, then, way(plan, then, first)?)));
    let (first, then, (rule, places)) = match (edges, at_a, at_b) {
        (Some((first, then, way)), ..) => {
            let places = way.iter().map(|step| (step.span, edge(&plan.model, step))).collect();
            (first, then, (Rule::Edges(way), places))
        }
        (None, Some(_), Some(_)) => (ordered[0], ordered[1], boot.by_turn(ordered[0], ordered[1])),
        (None, ..) => {
            let absent = if at_a.is_none() { a } else { b };
            let text = format!("`{}` does not come up at boot", plan.model.label(absent));
            (a, b, (Rule::NotAtBoot, vec![(plan.model.node(absent).label.span, text)]))
        }
    };
    let positions = [first, then].map(|id| boot.places[id.0 as usize].map(|at| at + 1));
    Why { first, then, positions, rule, places }
}

/// A shortest way along the edges; of several the first in source order.
fn way(plan: &Plan, from: NodeId, to: NodeId) -> Option<Vec<Edge>> {
    let mut reached: Vec<Option<Edge>> = vec![None; plan.model.nodes.len()];
    let mut queue = VecDeque::from([from]);
    while let Some(node) = queue.pop_front().filter(|node| *node != to) {
        // The edges of a node lie together, the nodes in their order.
        let start = plan.edges.partition_point(|edge| edge.from < node);
        for edge in plan.edges[start..].iter().take_while(|edge| edge.from == node) {
            if edge.to != from && reached[edge.to.0 as usize].is_none() {
                reached[edge.to.0 as usize] = Some(*edge);
                queue.push_back(edge.to);
            }
        }
    }
    let mut way: Vec<Edge> =
        std::iter::successors(reached[to.0 as usize], |edge| reached[edge.from.0 as usize]).collect();
    way.reverse();
    (!way.is_empty()).then_some(way)
}

/// The boot, and where in it each node is.
struct Boot<'a> {
    plan: &'a Plan,
    places: Vec<Option<usize>>,
}

impl<'a> Boot<'a> {
    fn new(plan: &'a Plan) -> Boot<'a> {
        let mut places = vec![None; plan.model.nodes.len()];
        for (at, step) in plan.steps.iter().enumerate() {
            places[step.node.0 as usize] = Some(at);
        }
        Boot { plan, places }
    }

    fn step(&self, id: NodeId) -> Option<&'a Step> {
        self.places[id.0 as usize].map(|at| &self.plan.steps[at])
    }

    /// The nodes that pulled each other in, from the one that boots on its own account down to this one.
    fn chain(&self, id: NodeId) -> Vec<NodeId> {
        let mut chain: Vec<NodeId> =
            std::iter::successors(Some(id), |id| self.step(*id).and_then(|step| step.pulled_by)).collect();
        chain.reverse();
        chain
    }

    /// Of two nodes that boot and do not need each other.
    fn by_turn(&self, first: NodeId, then: NodeId) -> (Rule, Vec<(Span, String)>) {
        let model = &self.plan.model;
        let chains = [first, then].map(|id| self.chain(id));
        let same = chains[0].iter().zip(&chains[1]).take_while(|(a, b)| a == b).count();
        // Neither is in the chain of the other, which needs it: both go on after what they have in common.
        let asked = [0, 1].map(|side| chains[side].get(same).copied().unwrap_or([first, then][side]));
        let said = |side: usize, span: Span, text: &str| {
            let (id, asked) = ([first, then][side], asked[side]);
            let via = format!("`{}` is needed by `{}`, which", model.label(id), model.label(asked));
            let who = if id == asked { format!("`{}`", model.label(id)) } else { via };
            (span, format!("{who} comes up {text}"))
        };
        let label = |side: usize| model.node(asked[side]).label.span;

        let levels = [first, then].map(|id| self.step(id).map(|step| step.level));
        if levels[0] != levels[1] {
            let place = |side: usize| {
                let span = model.node(asked[side]).level().map_or(label(side), |level| level.span);
                let level = levels[side].unwrap_or(LevelId(0));
                said(side, span, &format!("in `{}`", model.level(level).name))
            };
            return (Rule::Level, vec![place(0), place(1)]);
        }
        let keys = asked.map(|id| self.key(id, same > 0));
        if keys[0] > keys[1] {
            let text = format!("`{}` comes up early, so that less time is spent waiting", model.label(first));
            return (Rule::Early, vec![(model.node(first).label.span, text)]);
        }
        let [(rail, level, priority, _), (other_rail, other_level, other_priority, _)] = keys;
        if rail != other_rail {
            return (
                Rule::RailsLast,
                vec![said(0, label(0), "before the rails"), said(1, label(1), "as a rail, last")],
            );
        }
        if (level, priority) != (other_level, other_priority) {
            let place = |side: usize| {
                let device = model.node(asked[side]).device();
                let span = device.and_then(|device| device.priority_span).unwrap_or(label(side));
                let of = |level: LevelId| format!(", of level `{}`", model.level(level).name);
                let level = if level == other_level { String::new() } else { keys[side].1.map_or(String::new(), of) };
                said(side, span, &format!("with priority {}{level}", keys[side].2))
            };
            return (Rule::Priority, vec![place(0), place(1)]);
        }
        (Rule::Declaration, vec![said(0, label(0), "first, as declared"), said(1, label(1), "second")])
    }

    /// What puts a node in order among those that come up on the same account: their own, or that of the same node.
    fn key(&self, id: NodeId, pulled: bool) -> (bool, Option<LevelId>, u16, NodeId) {
        let device = self.plan.model.node(id).device();
        let level = device.filter(|_| pulled).map(|device| device.level.value);
        (device.is_none(), level, device.map_or(0, |device| device.priority), id)
    }
}
