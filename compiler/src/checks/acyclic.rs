//! Afterwards the graph has no cycle.
//!
//! One report per independent cycle: in every strongly connected component the shortest cycle is reported and its edges
//! are taken out, until nothing circular is left.

use crate::graph::{Edge, EdgeKind, Graph};
use crate::messages::order as messages;
use crate::model::{Model, NodeId};
use bringup_dsl::Diagnostics;
use petgraph::algo::{kosaraju_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, VecDeque};

/// More cycles of one component than this help nobody.
const MOST_PER_COMPONENT: usize = 16;
/// Edges looked at in search of a shorter cycle, once there is one: all of them in every component of a sane size.
const SEARCH_BUDGET: usize = 1_000_000;

/// Which node needs which, on the cycles that were reported: nothing else should be said about these.
pub(super) type Circular = FxHashSet<(NodeId, NodeId)>;

pub(super) fn check(model: &Model, graph: &Graph, diagnostics: &mut Diagnostics) -> Vec<Vec<Edge>> {
    let mut cycles = Vec::new();
    if toposort(&graph.inner, None).is_ok() {
        return cycles;
    }
    let edges = one_per_pair(graph);
    let mut pending: Vec<(Vec<Edge>, usize)> = with_budget(circular_parts(&edges), MOST_PER_COMPONENT).collect();
    while let Some((mut edges, left)) = pending.pop() {
        let Some(cycle) = shortest(&edges).filter(|_| left > 0) else { continue };
        diagnostics.push(messages::cycle(model, &cycle));
        let taken_out = circular(std::slice::from_ref(&cycle));
        edges.retain(|edge| !taken_out.contains(&(edge.from, edge.to)));
        pending.extend(with_budget(circular_parts(&edges), left - 1));
        cycles.push(cycle);
    }
    cycles
}

pub(super) fn circular(cycles: &[Vec<Edge>]) -> Circular {
    cycles.iter().flatten().map(|edge| (edge.from, edge.to)).collect()
}

/// All edges in source order, of those between the same two nodes only one: it would still be there if the softer ones
/// went, and says most about why it is.
fn one_per_pair(graph: &Graph) -> Vec<Edge> {
    let rank = |edge: &Edge| match edge.kind {
        EdgeKind::After => 0,
        EdgeKind::Depends => 1,
        EdgeKind::Held | EdgeKind::Lent => 2,
        EdgeKind::Power | EdgeKind::From | EdgeKind::Control | EdgeKind::Bus => 3,
    };
    let mut best: FxHashMap<(NodeId, NodeId), Edge> = FxHashMap::default();
    for edge in graph.edges() {
        let best = best.entry((edge.from, edge.to)).or_insert(*edge);
        if rank(edge) > rank(best) {
            *best = *edge;
        }
    }
    graph.edges().filter(|edge| best[&(edge.from, edge.to)] == **edge).copied().collect()
}

fn with_budget(parts: Vec<Vec<Edge>>, left: usize) -> impl Iterator<Item = (Vec<Edge>, usize)> {
    parts.into_iter().map(move |part| (part, left))
}

/// The edges of each strongly connected component that holds a cycle, in the order of `edges`.
fn circular_parts(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let mut vertices: FxHashMap<NodeId, NodeIndex> = FxHashMap::default();
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    for edge in edges {
        let [from, to] = [edge.from, edge.to].map(|id| *vertices.entry(id).or_insert_with(|| graph.add_node(())));
        graph.add_edge(from, to, ());
    }
    let components = kosaraju_scc(&graph);
    let mut component_of = vec![0; graph.node_count()];
    for (number, component) in components.iter().enumerate() {
        component.iter().for_each(|vertex| component_of[vertex.index()] = number);
    }
    let mut parts: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    for edge in edges {
        let [from, to] = [edge.from, edge.to].map(|id| component_of[vertices[&id].index()]);
        if from == to {
            parts.entry(from).or_default().push(*edge);
        }
    }
    parts.into_values().collect()
}

/// A shortest cycle, from the node of it that is declared first.
fn shortest(edges: &[Edge]) -> Option<Vec<Edge>> {
    // `edges` is sorted by `from`, so the edges of a node lie together.
    let mut outgoing: FxHashMap<NodeId, &[Edge]> = FxHashMap::default();
    for group in edges.chunk_by(|a, b| a.from == b.from) {
        outgoing.insert(group[0].from, group);
    }
    let mut best: Option<Vec<Edge>> = None;
    let mut budget = SEARCH_BUDGET;
    for start in edges.chunk_by(|a, b| a.from == b.from).map(|group| group[0].from) {
        let longest = best.as_ref().map_or(usize::MAX, |best| best.len() - 1);
        if longest == 0 || (best.is_some() && budget == 0) {
            break;
        }
        if let Some(cycle) = shortest_through(start, &outgoing, longest, &mut budget) {
            best = Some(cycle);
        }
    }
    best
}

/// A shortest cycle through `start` with at most `longest` edges: breadth first.
fn shortest_through(
    start: NodeId,
    outgoing: &FxHashMap<NodeId, &[Edge]>,
    longest: usize,
    budget: &mut usize,
) -> Option<Vec<Edge>> {
    let mut reached: FxHashMap<NodeId, Edge> = FxHashMap::default();
    let mut queue = VecDeque::from([(start, 0)]);
    while let Some((node, distance)) = queue.pop_front() {
        if distance == longest {
            return None;
        }
        for edge in outgoing.get(&node).copied().unwrap_or_default() {
            *budget = budget.saturating_sub(1);
            if edge.to == start {
                return Some(trace(start, *edge, &reached));
            }
            reached.entry(edge.to).or_insert_with(|| {
                queue.push_back((edge.to, distance + 1));
                *edge
            });
        }
        if longest != usize::MAX && *budget == 0 {
            return None;
        }
    }
    None
}

fn trace(start: NodeId, last: Edge, reached: &FxHashMap<NodeId, Edge>) -> Vec<Edge> {
    let mut cycle = vec![last];
    let mut at = last.from;
    while at != start {
        let edge = reached[&at];
        cycle.push(edge);
        at = edge.from;
    }
    cycle.reverse();
    cycle
}
