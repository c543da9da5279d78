//! What stands in which row of the picture.

use bringup_compiler::model::{LevelId, NodeId};
use bringup_compiler::plan::Plan;
use bringup_compiler::timeline::{Bar, BarKind};

/// All of the picture below its axis.
pub(crate) struct Rows {
    /// By level, then by start.
    pub(crate) nodes: Vec<NodeRow>,
    /// From top to bottom.
    pub(crate) rows: Vec<Row>,
    /// By bar, its row.
    pub(crate) of_bar: Vec<usize>,
    /// By bar, whether it is part of the critical path.
    pub(crate) on_path: Vec<bool>,
}

#[derive(Clone, Copy)]
pub(crate) enum Row {
    /// A level above its nodes, if there are several: from the first thing that comes up in it to the last.
    Level { level: LevelId, start: i128, end: i128 },
    /// Which of the nodes.
    Node(usize),
}

/// Everything that goes on with one node.
pub(crate) struct NodeRow {
    pub(crate) node: NodeId,
    pub(crate) level: LevelId,
    /// Which of the bars of the timeline.
    pub(crate) bars: Vec<usize>,
    /// Not all of its time is stated.
    pub(crate) unknown: bool,
    /// Part of the critical path.
    pub(crate) on_path: bool,
}

impl Rows {
    /// O(n log n).
    pub(crate) fn new(plan: &Plan) -> Rows {
        let bars = &plan.timeline.bars;
        let mut on_path = vec![false; bars.len()];
        plan.timeline.critical.iter().for_each(|link| on_path[link.bar] = true);
        let mut nodes = nodes(plan, &on_path);
        // Bars, and with them rows, are in the order of their starts; this keeps it inside a level.
        nodes.sort_by_key(|row| row.level);
        let (mut rows, mut of_bar) = (Vec::new(), vec![0; bars.len()]);
        let mut last = None;
        for (at, node) in nodes.iter().enumerate() {
            if last.replace(node.level) != Some(node.level) && plan.model.levels.len() > 1 {
                rows.push(level(bars, &nodes[at..]));
            }
            node.bars.iter().for_each(|bar| of_bar[*bar] = rows.len());
            rows.push(Row::Node(at));
        }
        Rows { nodes, rows, of_bar, on_path }
    }

    /// Whose bar it is.
    pub(crate) fn node(&self, bar: usize) -> Option<&NodeRow> {
        match self.rows[self.of_bar[bar]] {
            Row::Level { .. } => None,
            Row::Node(node) => self.nodes.get(node),
        }
    }
}

/// The level of the first of these.
fn level(bars: &[Bar], nodes: &[NodeRow]) -> Row {
    let level = nodes[0].level;
    let of_level = nodes.iter().take_while(|node| node.level == level).flat_map(|node| &node.bars);
    let up = of_level.map(|bar| &bars[*bar]).filter(|bar| matches!(bar.kind, BarKind::Init | BarKind::Enable));
    let (start, end) = up.fold((i128::MAX, 0), |(start, end), bar| (start.min(bar.start), end.max(bar.end)));
    Row::Level { level, start: start.min(end), end }
}

fn nodes(plan: &Plan, on_path: &[bool]) -> Vec<NodeRow> {
    let mut levels = vec![LevelId(0); plan.model.nodes.len()];
    plan.steps.iter().for_each(|step| levels[step.node.0 as usize] = step.level);
    let mut unknown = vec![false; plan.model.nodes.len()];
    plan.timeline.unknown.iter().for_each(|id| unknown[id.0 as usize] = true);
    let mut places = vec![None; plan.model.nodes.len()];
    let mut rows: Vec<NodeRow> = Vec::new();
    for (at, bar) in plan.timeline.bars.iter().enumerate() {
        let index = bar.node.0 as usize;
        let place = *places[index].get_or_insert(rows.len());
        if place == rows.len() {
            let (level, unknown) = (levels[index], unknown[index]);
            rows.push(NodeRow { node: bar.node, level, bars: Vec::new(), unknown, on_path: false });
        }
        rows[place].bars.push(at);
        rows[place].on_path |= on_path[at];
    }
    rows
}
