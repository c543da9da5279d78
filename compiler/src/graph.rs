//! The graph of everything that needs something.

use crate::model::{Expr, Model, Node, NodeId, NodeKind, PartKind};
use bringup_dsl::Span;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::DfsPostOrder;
use rustc_hash::FxHashSet;

/// `from` needs `to`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edge {
    /// The node that needs the other.
    pub from: NodeId,
    /// The node that comes up first.
    pub to: NodeId,
    /// Why.
    pub kind: EdgeKind,
    /// The place that says so.
    pub span: Span,
}

/// Why one node needs another, from the easiest to take out to the hardest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EdgeKind {
    /// `after`: order only. Every other kind also keeps the node up.
    After,
    /// `depends`
    Depends,
    /// `power`
    Power,
    /// `from` of a rail
    From,
    /// `control` of a rail
    Control,
    /// `&label` in an expression
    Held,
    /// `&mut label` in an expression
    Lent,
    /// Nesting
    Bus,
}

impl EdgeKind {
    /// Whether the needed node is kept up while the other is up.
    pub fn holds(self) -> bool {
        self != EdgeKind::After
    }
}

/// All nodes of a model and what they need. Vertex `i` is `NodeId(i)`.
pub(crate) struct Graph {
    pub(crate) inner: DiGraph<(), Edge>,
}

impl Graph {
    pub(crate) fn new(model: &Model) -> Graph {
        let edges = edges(model);
        let mut inner = DiGraph::with_capacity(model.nodes.len(), edges.len());
        for _ in &model.nodes {
            inner.add_node(());
        }
        // petgraph lists the edges of a vertex from the last added to the first.
        for edge in edges.into_iter().rev() {
            inner.add_edge(index(edge.from), index(edge.to), edge);
        }
        Graph { inner }
    }

    /// What `node` needs, in source order.
    pub(crate) fn needs(&self, node: NodeId) -> impl Iterator<Item = &Edge> {
        self.inner.edges(index(node)).map(|edge| edge.weight())
    }

    /// All edges, by the node that needs the other, each in source order.
    pub(crate) fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.inner.raw_edges().iter().rev().map(|edge| &edge.weight)
    }

    /// For every node the edge, directly or through rails without a `key`, towards the node with the greatest one. Only
    /// edges that `counts` are followed.
    ///
    /// Follow it from rail to rail to find the whole path. O(nodes + edges).
    pub(crate) fn through_rails<K: Ord + Copy>(
        &self,
        model: &Model,
        counts: impl Fn(&Edge) -> bool,
        key: impl Fn(&Node) -> Option<K>,
    ) -> Vec<Option<Towards<K>>> {
        let mut worst: Vec<Option<Towards<K>>> = vec![None; model.nodes.len()];
        let mut order = DfsPostOrder::empty(&self.inner);
        for start in model.ids() {
            order.move_to(index(start));
            while let Some(vertex) = order.next(&self.inner) {
                let id = NodeId(vertex.index() as u32);
                for edge in self.needs(id).filter(|edge| counts(edge)) {
                    let needed = model.node(edge.to);
                    let there = key(needed).map(|key| Towards { key, edge: *edge, there: true });
                    let beyond = || worst[edge.to.0 as usize].filter(|_| needed.rail().is_some());
                    let found = there.or_else(|| Some(Towards { edge: *edge, there: false, ..beyond()? }));
                    let best = worst[id.0 as usize].map(|best| best.key);
                    if let Some(found) = found.filter(|found| best.is_none_or(|best| found.key > best)) {
                        worst[id.0 as usize] = Some(found);
                    }
                }
            }
        }
        worst
    }

    /// The path that [`Graph::through_rails`] found from `node`.
    pub(crate) fn path<K: Copy>(worst: &[Option<Towards<K>>], node: NodeId) -> Vec<Edge> {
        let mut path: Vec<Edge> = Vec::new();
        let mut at = node;
        while let Some(towards) = worst[at.0 as usize] {
            path.push(towards.edge);
            at = towards.edge.to;
            // The second test is for rails in a cycle, which is reported elsewhere.
            if towards.there || path.len() > worst.len() {
                break;
            }
        }
        path
    }
}

/// What [`Graph::through_rails`] finds.
#[derive(Clone, Copy)]
pub(crate) struct Towards<K> {
    pub(crate) key: K,
    /// The first step of the path.
    pub(crate) edge: Edge,
    /// Whether it is the last one as well.
    there: bool,
}

pub(crate) fn index(node: NodeId) -> NodeIndex {
    NodeIndex::new(node.0 as usize)
}

/// Every edge of a model, also of what is disabled, by the node that needs the other, each in source order.
pub fn edges(model: &Model) -> Vec<Edge> {
    let (mut edges, mut seen) = (Vec::new(), FxHashSet::default());
    for from in model.ids() {
        let mut add = |to, kind, span| edges.push(Edge { from, to, kind, span });
        let node = model.node(from);
        match &node.kind {
            NodeKind::Device(device) => {
                device.parent.into_iter().for_each(|parent| add(parent, EdgeKind::Bus, node.label.span));
                device.depends.iter().for_each(|to| add(to.value, EdgeKind::Depends, to.span));
                device.after.iter().for_each(|to| add(to.value, EdgeKind::After, to.span));
                device.power.iter().for_each(|supply| add(supply.rail, EdgeKind::Power, supply.span));
            }
            NodeKind::Rail(rail) => {
                rail.from.iter().for_each(|to| add(to.value, EdgeKind::From, to.span));
                rail.control.iter().for_each(|to| add(to.value, EdgeKind::Control, to.span));
                rail.after.iter().for_each(|to| add(to.value, EdgeKind::After, to.span));
            }
        }
        seen.clear();
        for expr in node.expressions() {
            uses(from, expr, &mut seen, &mut edges);
        }
    }
    edges
}

/// The nodes that an expression uses, each once per kind.
fn uses(from: NodeId, expr: &Expr, seen: &mut FxHashSet<(NodeId, EdgeKind)>, edges: &mut Vec<Edge>) {
    for part in &expr.parts {
        let (to, kind) = match part.kind {
            PartKind::Shared(to) => (to, EdgeKind::Held),
            PartKind::Lent(to) => (to, EdgeKind::Lent),
            _ => continue,
        };
        if seen.insert((to, kind)) {
            edges.push(Edge { from, to, kind, span: part.span });
        }
    }
}
