//! What is drawn, in whichever form: nodes, edges, cycles.

use super::columns::Columns;
use super::kinds::drawn_instead;
use crate::board::Board;
use crate::message::{Place, place};
use crate::printable::printable;
use bringup_compiler::graph::{Edge, EdgeKind, edges};
use bringup_compiler::model::{Model, NodeId, NodeKind};
use bringup_compiler::view;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A board as it is drawn. Nodes are in declaration order, so that their index is that of the model.
pub(crate) struct Scene<'a> {
    pub(crate) board: &'a str,
    pub(crate) file: &'a str,
    pub(crate) levels: Vec<&'a str>,
    /// By level, its columns; at least one.
    pub(crate) columns: Vec<Range<usize>>,
    pub(crate) nodes: Vec<Item<'a>>,
    /// Every edge, by the node that needs the other.
    pub(crate) edges: Vec<Link<'a>>,
    /// One line for each two nodes that have edges in the same direction.
    pub(crate) pairs: Vec<Pair>,
    /// The nodes of each cycle that was found, each before what it needs.
    pub(crate) cycles: Vec<Vec<NodeId>>,
    /// How many nodes boot. None of a board with errors: it has no order.
    pub(crate) booting: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Device,
    Rail,
    /// It has no `init`.
    Group,
}

pub(crate) struct Item<'a> {
    pub(crate) label: &'a str,
    pub(crate) kind: Kind,
    /// In which it comes up; of what does not boot its own, of which most rails have none.
    pub(crate) level: Option<usize>,
    pub(crate) priority: Option<u16>,
    /// In the boot, from 1.
    pub(crate) position: Option<usize>,
    /// On whose account it comes up before its turn.
    pub(crate) needed_by: Option<NodeId>,
    pub(crate) ty: Option<String>,
    /// Of a rail, in prose.
    pub(crate) voltage: Option<String>,
    pub(crate) at_boot: bool,
    pub(crate) optional: bool,
    pub(crate) disabled: bool,
    /// Of a rail: on before boot starts.
    pub(crate) on_at_reset: bool,
    pub(crate) in_cycle: bool,
    pub(crate) place: Place<'a>,
    /// The level it is drawn in, and the column, counted over all levels.
    pub(crate) drawn_level: usize,
    pub(crate) column: usize,
}

pub(crate) struct Link<'a> {
    pub(crate) edge: Edge,
    /// What it says, as a sentence.
    pub(crate) text: String,
    pub(crate) place: Place<'a>,
    pub(crate) in_cycle: bool,
}

/// What is drawn of all edges from one node to another.
pub(crate) struct Pair {
    pub(crate) from: NodeId,
    pub(crate) to: NodeId,
    /// That of the edge that says most.
    pub(crate) kind: EdgeKind,
    pub(crate) in_cycle: bool,
    /// Indices in [`Scene::edges`].
    pub(crate) edges: Vec<usize>,
}

impl<'a> Scene<'a> {
    /// None of a board that could not be read at all.
    pub(crate) fn new(board: &'a Board) -> Option<Scene<'a>> {
        let (model, boots, cycles): (&Model, Vec<bool>, &[Vec<Edge>]) = match (&board.plan, &board.broken) {
            (Some(plan), _) => {
                let mut boots = vec![false; plan.model.nodes.len()];
                plan.steps.iter().for_each(|step| boots[step.node.0 as usize] = true);
                (&plan.model, boots, &[])
            }
            (None, Some(broken)) => (&broken.model, broken.boots.clone(), &broken.cycles),
            (None, None) => return None,
        };
        let edges = edges(model);
        let columns = Columns::new(model, &edges, board.plan.as_ref());
        let mut nodes: Vec<Item> =
            model.ids().map(|id| item(board, model, id, boots[id.0 as usize], &columns)).collect();
        for (at, step) in board.plan.iter().flat_map(|plan| plan.steps.iter().enumerate()) {
            let node = &mut nodes[step.node.0 as usize];
            (node.position, node.needed_by) = (Some(at + 1), step.pulled_by);
            node.level = Some(step.level.0 as usize);
        }
        for edge in cycles.iter().flatten() {
            nodes[edge.from.0 as usize].in_cycle = true;
        }
        let circular: HashSet<(NodeId, NodeId)> = cycles.iter().flatten().map(|edge| (edge.from, edge.to)).collect();
        let link = |edge: Edge| Link {
            edge,
            text: view::edge(model, &edge),
            place: place(&board.sources, edge.span),
            in_cycle: circular.contains(&(edge.from, edge.to)),
        };
        let edges: Vec<Link> = edges.into_iter().map(link).collect();
        Some(Scene {
            board: &model.board.name.name,
            file: board.name(),
            levels: model.levels.iter().map(|level| level.name.as_str()).collect(),
            columns: columns.of_levels,
            pairs: pairs(&edges),
            nodes,
            edges,
            cycles: cycles.iter().map(|cycle| cycle.iter().map(|edge| edge.from).collect()).collect(),
            booting: board.plan.as_ref().map(|plan| plan.steps.len()),
        })
    }

    pub(crate) fn node(&self, id: NodeId) -> &Item<'a> {
        &self.nodes[id.0 as usize]
    }

    pub(crate) fn all_columns(&self) -> usize {
        self.columns.last().map_or(0, |columns| columns.end)
    }

    pub(crate) fn is_rail(&self, id: NodeId) -> bool {
        self.node(id).kind == Kind::Rail
    }

    /// What boots in its order, then the rest as declared.
    pub(crate) fn in_order(&self) -> Vec<NodeId> {
        let mut ids: Vec<NodeId> = (0..self.nodes.len() as u32).map(NodeId).collect();
        ids.sort_by_key(|id| {
            let node = self.node(*id);
            (node.position.unwrap_or(usize::MAX), !node.at_boot, node.disabled)
        });
        ids
    }
}

impl Kind {
    /// For programs, and as a class.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Device => "device",
            Kind::Rail => "rail",
            Kind::Group => "group",
        }
    }
}

impl Item<'_> {
    /// Nothing of it happens at boot, and it is not on before.
    pub(crate) fn is_absent(&self) -> bool {
        self.disabled || (!self.at_boot && !self.on_at_reset)
    }

    /// What there is to say about how it boots, beside its place in the order.
    pub(crate) fn remarks(&self) -> Vec<&'static str> {
        let remarks = [
            (self.disabled, "disabled"),
            (self.is_absent() && !self.disabled, "not at boot"),
            (self.optional, "optional"),
            (self.on_at_reset, "on at reset"),
        ];
        remarks.into_iter().filter_map(|(holds, remark)| holds.then_some(remark)).collect()
    }
}

fn item<'a>(board: &'a Board, model: &'a Model, id: NodeId, at_boot: bool, columns: &Columns) -> Item<'a> {
    let node = model.node(id);
    let device = node.device();
    let rail = node.rail();
    let kind = match &node.kind {
        NodeKind::Rail(_) => Kind::Rail,
        NodeKind::Device(device) if device.init.is_none() => Kind::Group,
        NodeKind::Device(_) => Kind::Device,
    };
    let voltage = rail.and_then(|rail| rail.voltage.as_ref());
    Item {
        label: &node.label.name,
        kind,
        level: node.level().map(|level| level.value.0 as usize),
        priority: device.map(|device| device.priority),
        position: None,
        needed_by: None,
        ty: device.and_then(|device| device.ty.as_ref()).map(|ty| one_line(board.sources.text(ty.span))),
        voltage: voltage.map(|range| view::voltages(range.start.amount, range.end.amount)),
        at_boot,
        optional: device.is_some_and(|device| device.optional.is_some()),
        disabled: node.disabled().is_some(),
        on_at_reset: rail.is_some_and(|rail| rail.always_on.is_some() || rail.boot_on.is_some()),
        in_cycle: false,
        place: place(&board.sources, node.label.span),
        drawn_level: columns.level(id),
        column: columns.column(id),
    }
}

/// As it is written, without line ends and what a picture cannot hold.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    printable(&words.join(" ")).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

fn pairs(edges: &[Link]) -> Vec<Pair> {
    let mut known: HashMap<(NodeId, NodeId), usize> = HashMap::new();
    let mut pairs: Vec<Pair> = Vec::new();
    for (at, link) in edges.iter().enumerate() {
        let Edge { from, to, kind, .. } = link.edge;
        let number = *known.entry((from, to)).or_insert(pairs.len());
        match pairs.get_mut(number) {
            Some(pair) => {
                pair.kind = drawn_instead(pair.kind, kind);
                pair.edges.push(at);
            }
            None => pairs.push(Pair { from, to, kind, in_cycle: link.in_cycle, edges: vec![at] }),
        }
    }
    pairs
}
