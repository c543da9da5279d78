//! The lane of the rails: each has a row of its own, as in a schematic, with its box where it is switched on and a line from
//! there to its last user.

use super::frame::{Card, Frame, TRACK};
use super::scene::{Kind, Scene};
use bringup_compiler::graph::EdgeKind;
use bringup_compiler::model::NodeId;
use std::collections::BTreeMap;

pub(crate) const ROW: f64 = 34.0;
/// By how much a rail stands to the right of the one that feeds it.
const STEP: f64 = 26.0;
/// More lines than this do not fit behind a column.
const MOST_RISERS: usize = 6;
/// Between the boxes of rails and the lines down to the devices.
const BESIDE: f64 = 10.0;

/// Lines from a rail down to all that it supplies in one column.
pub(crate) struct Tap {
    pub(crate) rail: NodeId,
    pub(crate) column: usize,
    pub(crate) kind: EdgeKind,
    pub(crate) in_cycle: bool,
    pub(crate) pairs: Vec<usize>,
    /// Which of the lines before its column it is, from the right.
    track: usize,
}

pub(crate) struct Lane {
    /// Rails from top to bottom, each below the one that feeds it.
    pub(crate) rails: Vec<NodeId>,
    /// By node.
    rows: Vec<usize>,
    indents: Vec<f64>,
    risers: Vec<usize>,
    pub(crate) taps: Vec<Tap>,
    /// By column, how many taps there are, and how wide the boxes of rails.
    pub(crate) tracks: Vec<usize>,
    pub(crate) chips: Vec<f64>,
}

impl Lane {
    pub(crate) fn new(scene: &Scene, cards: &[Card]) -> Lane {
        let (rails, feeders) = rows(scene);
        let mut lane = Lane {
            rows: vec![0; scene.nodes.len()],
            indents: vec![0.0; scene.nodes.len()],
            risers: risers(scene),
            taps: Vec::new(),
            tracks: vec![0; scene.all_columns()],
            chips: vec![0.0; scene.all_columns()],
            rails: Vec::new(),
        };
        for (row, rail) in rails.iter().enumerate() {
            let at = rail.0 as usize;
            lane.rows[at] = row;
            let feeder = feeders[at].filter(|feeder| scene.node(*feeder).column == scene.node(*rail).column);
            // What feeds itself in a circle stands nowhere above.
            let above = feeder.filter(|feeder| lane.rows[feeder.0 as usize] < row && *feeder != *rail);
            lane.indents[at] = above.map_or(0.0, |feeder| lane.indents[feeder.0 as usize] + STEP);
            let chips = &mut lane.chips[scene.node(*rail).column];
            *chips = chips.max(lane.indents[at] + cards[at].width + BESIDE);
        }
        lane.rails = rails;
        lane.taps = taps(scene, &lane.rows);
        for tap in &mut lane.taps {
            tap.track = lane.tracks[tap.column];
            lane.tracks[tap.column] += 1;
        }
        lane
    }

    pub(crate) fn row(&self, rail: NodeId) -> usize {
        self.rows[rail.0 as usize]
    }

    /// Which of the lines that go up behind its column is that of a device.
    pub(crate) fn riser(&self, device: NodeId) -> usize {
        self.risers[device.0 as usize]
    }

    pub(crate) fn height(&self) -> f64 {
        if self.rails.is_empty() { 0.0 } else { ROW * self.rails.len() as f64 + 14.0 }
    }

    /// The middle of its row, from the top of the lane.
    pub(crate) fn middle(&self, rail: NodeId) -> f64 {
        ROW * self.rows[rail.0 as usize] as f64 + ROW / 2.0 + 7.0
    }

    /// Where the box of a rail begins: before everything that is drawn below it.
    pub(crate) fn left(&self, scene: &Scene, frame: &Frame, rail: NodeId) -> f64 {
        let (column, indent) = (scene.node(rail).column, self.indents[rail.0 as usize]);
        let boxes = frame.columns[column].0;
        match self.tracks[column] {
            // Nothing goes down before these boxes: it may stand above them.
            0 => boxes + indent,
            tracks => boxes - TRACK * tracks as f64 - 14.0 - self.chips[column] + indent,
        }
    }
}

impl Tap {
    pub(crate) fn across(&self, frame: &Frame) -> f64 {
        frame.columns[self.column].0 - 14.0 - TRACK * self.track as f64
    }
}

/// The rails from top to bottom, and what feeds each.
fn rows(scene: &Scene) -> (Vec<NodeId>, Vec<Option<NodeId>>) {
    let mut feeders: Vec<Option<NodeId>> = vec![None; scene.nodes.len()];
    let mut fed: Vec<Vec<NodeId>> = vec![Vec::new(); scene.nodes.len()];
    for pair in scene.pairs.iter().filter(|pair| pair.kind == EdgeKind::From) {
        feeders[pair.from.0 as usize] = Some(pair.to);
        fed[pair.to.0 as usize].push(pair.from);
    }
    let mut rails: Vec<NodeId> = scene.in_order();
    rails.retain(|id| scene.is_rail(*id));
    rails.sort_by_key(|id| (feeders[id.0 as usize].is_some(), scene.node(*id).column));
    fed.iter_mut().for_each(|fed| fed.sort_by_key(|id| std::cmp::Reverse((scene.node(*id).column, *id))));
    let (mut rows, mut seen) = (Vec::new(), vec![false; scene.nodes.len()]);
    for root in rails {
        let mut pending = vec![root];
        while let Some(rail) = pending.pop() {
            if !std::mem::replace(&mut seen[rail.0 as usize], true) {
                rows.push(rail);
                pending.extend(&fed[rail.0 as usize]);
            }
        }
    }
    (rows, feeders)
}

/// By node, counted in each column.
fn risers(scene: &Scene) -> Vec<usize> {
    let mut count = vec![0; scene.all_columns()];
    let mut risers = vec![None; scene.nodes.len()];
    for pair in scene.pairs.iter().filter(|pair| scene.is_rail(pair.from) && !scene.is_rail(pair.to)) {
        let count = &mut count[scene.node(pair.to).column];
        risers[pair.to.0 as usize].get_or_insert_with(|| std::mem::replace(count, (*count + 1) % MOST_RISERS));
    }
    risers.into_iter().map(Option::unwrap_or_default).collect()
}

/// The tap of the lowest rail is the one nearest to the devices.
fn taps(scene: &Scene, rows: &[usize]) -> Vec<Tap> {
    let mut taps: BTreeMap<(usize, std::cmp::Reverse<usize>, EdgeKind, bool), Tap> = BTreeMap::new();
    for (at, pair) in scene.pairs.iter().enumerate() {
        let user = scene.node(pair.from);
        if user.kind == Kind::Rail || !scene.is_rail(pair.to) {
            continue;
        }
        let key = (user.column, std::cmp::Reverse(rows[pair.to.0 as usize]), pair.kind, pair.in_cycle);
        let (column, kind, in_cycle) = (user.column, pair.kind, pair.in_cycle);
        let new = || Tap { rail: pair.to, column, kind, in_cycle, pairs: Vec::new(), track: 0 };
        taps.entry(key).or_insert_with(new).pairs.push(at);
    }
    taps.into_values().collect()
}
