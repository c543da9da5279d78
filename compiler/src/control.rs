//! The graph as run-time control reads it: lists of what each node holds, instead of a straight line.

use crate::graph::Graph;
use crate::model::{At, Expr, LevelId, Model, Node, NodeId, NodeKind, PartKind};
use crate::plan::Handle;

/// Tables of a board. Vertices are the built nodes, deferred ones included, in the order in which they come up, and after
/// them the levels.
#[derive(Debug)]
pub struct Control {
    /// Which of the built nodes each one is, by declaration.
    pub order: Vec<usize>,
    /// The number here of each built node, by declaration.
    pub places: Vec<usize>,
    /// What each node holds, and which nodes each level boots.
    pub needs: Vec<Vec<usize>>,
    /// What each node borrows while it comes up.
    pub lent_up: Vec<Vec<usize>>,
    /// What each node borrows while it goes down.
    pub lent_down: Vec<Vec<usize>>,
    /// What else is known of each node.
    pub traits: Vec<Traits>,
}

/// What run-time control knows of one node.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Traits {
    /// Its init takes inputs.
    pub claims: bool,
    /// Going down does not give all of them back.
    pub lost_down: bool,
    /// An init that fails does not give all of them back.
    pub lost_failed: bool,
    /// A level comes up without it: it is optional, or only optional nodes need it.
    pub tolerated: bool,
    /// It boots only because others need it.
    pub support: bool,
    /// A rail that is on at reset and stays on without users.
    pub stays_on: bool,
    /// A rail that its users have to wait for once it is switched on.
    pub settles: bool,
    /// One of these that other rails come after.
    pub prompt: bool,
}

impl Control {
    /// The tables of a checked board. `order` holds every built node, `booting` those that boot.
    /// O(nodes log nodes + edges).
    pub(crate) fn new(
        model: &Model,
        graph: &Graph,
        order: &[NodeId],
        booting: &[NodeId],
        handles: &[Handle],
        tolerated: &[bool],
    ) -> Self {
        let mut numbers = vec![None; model.nodes.len()];
        order.iter().enumerate().for_each(|(number, id)| numbers[id.0 as usize] = Some(number));
        let built = model.ids().filter(|id| model.node(*id).disabled().is_none());
        let places: Vec<usize> = built.filter_map(|id| numbers[id.0 as usize]).collect();
        let mut declared = vec![0; order.len()];
        places.iter().enumerate().for_each(|(number, place)| declared[*place] = number);
        let number = |id: NodeId| numbers[id.0 as usize];
        let list = |ids: &mut dyn Iterator<Item = NodeId>| {
            let mut list: Vec<usize> = ids.filter_map(number).collect();
            list.sort_unstable();
            list.dedup();
            list
        };
        let holds = |id: &NodeId| list(&mut graph.needs(*id).filter(|edge| edge.kind.holds()).map(|edge| edge.to));
        let roots = |level: usize| {
            let in_level = |level_of: At<LevelId>| level_of.value.0 as usize == level;
            list(&mut booting.iter().copied().filter(|id| model.node(*id).level().is_some_and(in_level)))
        };
        let lent = |exprs: &mut dyn Iterator<Item = &Expr>| {
            list(&mut exprs.flat_map(|expr| &expr.parts).filter_map(|part| match part.kind {
                PartKind::Lent(to) if handles[to.0 as usize] != Handle::None => Some(to),
                _ => None,
            }))
        };
        let mut followed = vec![false; model.nodes.len()];
        for edge in graph.edges().filter(|edge| !edge.kind.holds() && number(edge.from).is_some()) {
            followed[edge.to.0 as usize] = true;
        }
        let of = |qualities: &[bool], id: &NodeId| qualities[id.0 as usize];
        Control {
            order: declared,
            places,
            needs: order.iter().map(holds).chain((0..model.levels.len()).map(roots)).collect(),
            lent_up: order.iter().map(|id| lent(&mut model.node(*id).rises())).collect(),
            lent_down: order.iter().map(|id| lent(&mut model.node(*id).stops().into_iter())).collect(),
            traits: order.iter().map(|id| traits(model.node(*id), of(tolerated, id), of(&followed, id))).collect(),
        }
    }
}

/// By [`NodeId`], whether a node boots and no required one needs it.
pub(crate) fn tolerated(model: &Model, graph: &Graph, booting: &[NodeId]) -> Vec<bool> {
    let required = |id: &NodeId| model.node(*id).is_root() && model.node(*id).is_required();
    let mut pending: Vec<NodeId> = booting.iter().copied().filter(required).collect();
    let mut tolerated = vec![false; model.nodes.len()];
    booting.iter().for_each(|id| tolerated[id.0 as usize] = true);
    while let Some(node) = pending.pop() {
        if std::mem::replace(&mut tolerated[node.0 as usize], false) {
            pending.extend(graph.needs(node).filter(|edge| edge.kind.holds()).map(|edge| edge.to));
        }
    }
    tolerated
}

fn traits(node: &Node, tolerated: bool, followed: bool) -> Traits {
    let device = match &node.kind {
        NodeKind::Device(device) => device,
        NodeKind::Rail(rail) => {
            let stays_on = rail.boot_on.is_some();
            let settles = rail.settles_when_switched();
            let support = tolerated;
            return Traits {
                tolerated,
                support,
                stays_on,
                settles,
                prompt: settles && followed,
                ..Traits::default()
            };
        }
    };
    Traits {
        claims: device.init.iter().flat_map(Expr::claims).next().is_some(),
        lost_down: device.kept_by_teardown().next().is_some(),
        lost_failed: device.kept_by_failure().next().is_some(),
        tolerated,
        support: tolerated && device.init_skip.is_some(),
        ..Traits::default()
    }
}
