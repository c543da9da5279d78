//! Moves to the front what others have to wait for, so that boot has something to do while rails settle.
//!
//! Levels stay in order, and so do the turns of nodes within a level: only nodes of the same turn change places. A rail
//! that has to settle is switched on as early in its level as what it needs allows. Whenever there is a choice, boot takes
//! what leads to such a rail, the one with the longest way behind it first; then anything else, in the order that was
//! there before. It waits
//! 1. if nothing can start yet;
//! 2. if something with a longer way behind it can start before the next one would be done, and the boot is over sooner
//!    so, as far as can be told then.
//!
//! Then it tries what becomes of each of the first choices made the other way, and keeps the shortest boot.
//!
//! A boot waits only for rails that settle, and while several of them do, for all at once. So whatever the order, it is
//! never slower than switching on and waiting rail by rail, however long things really take.

mod taker;

use crate::eager::eager;
use crate::graph::Graph;
use crate::model::{LevelId, Model};
use crate::order::Placed;
use crate::timing::Timing;
use std::ops::Range;
use taker::Taker;

/// How many choices are tried the other way.
const TRIES: usize = 8;

/// The same nodes in the order to take. O(nodes log nodes + edges).
pub(crate) fn overlap(model: &Model, graph: &Graph, tolerated: &[bool], placed: Vec<Placed>) -> Vec<Placed> {
    // Behind the last that boots, nobody waits.
    let end = placed.iter().rposition(|node| node.boots).map_or(0, |last| last + 1);
    let (items, users) = items(model, graph, tolerated, &placed[..end]);
    if !items.iter().any(|item| item.timing.settles) {
        return placed;
    }
    let mut best: Option<(u64, Vec<usize>)> = None;
    for other in 0..=TRIES {
        let limit = best.as_ref().map(|(total, _)| *total);
        best = Taker::new(&items, &users, other, limit).take_all().or(best);
    }
    let order = best.map(|(_, order)| order).unwrap_or_default();
    // Whatever came first before can still come first, so nothing is left out.
    debug_assert_eq!(order.len(), end);
    if order.len() < end {
        return placed;
    }
    order.into_iter().chain(end..placed.len()).map(|at| placed[at]).collect()
}

/// A node, numbered by the order there was before.
struct Item {
    level: LevelId,
    /// Its level and turn, counted through.
    segment: usize,
    /// Does not boot: only hands on an order.
    relay: bool,
    /// A rail that may come before its turn: it settles, or one that does needs it.
    eager: bool,
    timing: Timing,
    /// Of what leads to something that settles, and of that itself: how long it is at least from its end to that of the
    /// boot.
    tail: u64,
    /// How many edges to what it needs there are.
    needs: usize,
    /// Where the numbers of those that need it are in the list of all, by edge.
    users: Range<usize>,
}

fn items(model: &Model, graph: &Graph, tolerated: &[bool], placed: &[Placed]) -> (Vec<Item>, Vec<usize>) {
    let booting = placed.iter().filter(|node| node.boots).map(|node| &node.step);
    let eager = eager(model, graph, tolerated, booting);
    let mut at = vec![0; model.nodes.len()];
    let mut segment = 0;
    let mut items: Vec<Item> = Vec::with_capacity(placed.len());
    for (index, Placed { step, boots }) in placed.iter().enumerate() {
        at[step.node.0 as usize] = index;
        let before = index.checked_sub(1).map_or(*step, |before| placed[before].step);
        segment += usize::from((before.level, before.turn) != (step.level, step.turn));
        let timing = if *boots { Timing::new(model, tolerated, step.node) } else { Timing::default() };
        let (level, relay, eager) = (step.level, !boots, eager[step.node.0 as usize]);
        let (tail, needs, users) = (0, 0, 0..0);
        items.push(Item { level, segment, relay, eager, timing, tail, needs, users });
        for edge in graph.needs(step.node) {
            items[index].needs += 1;
            items[at[edge.to.0 as usize]].users.end += 1;
        }
    }
    let mut count = 0;
    for item in &mut items {
        let start = count;
        count += item.users.len();
        item.users = start..start;
    }
    let mut users = vec![0; count];
    for (index, Placed { step, .. }) in placed.iter().enumerate() {
        for edge in graph.needs(step.node) {
            let of_need = &mut items[at[edge.to.0 as usize]].users;
            users[of_need.end] = index;
            of_need.end += 1;
        }
    }
    look_back(&mut items, &users);
    (items, users)
}

/// Finds the tails. A node is followed by what needs it, and by all of later turns and levels; a rail
/// that is eager, only by what needs it and by later levels.
fn look_back(items: &mut [Item], users: &[usize]) {
    let mut ways = vec![0u64; items.len()];
    let (mut nodes, mut eager_rails) = (Later::default(), Later::default());
    let (mut after_segment, mut after_level) = (0, 0);
    for index in (0..items.len()).rev() {
        let item = &items[index];
        let next = items.get(index + 1).map_or((item.level, item.segment), |next| (next.level, next.segment));
        if next.0 != item.level {
            nodes.join(std::mem::take(&mut eager_rails));
            after_level = nodes.least();
        }
        if next.1 != item.segment {
            after_segment = nodes.least();
        }
        // A rail of a later level starts no earlier for it.
        let users = &users[item.users.clone()];
        let mut beside = users.iter().map(|user| &items[*user]).filter(|user| user.level == item.level);
        let leads = item.timing.settles || beside.any(|user| user.tail > 0 || user.timing.settles);
        let behind = users.iter().map(|user| ways[*user].saturating_add(items[*user].timing.takes)).max();
        let way = behind.unwrap_or(0).saturating_add(item.timing.settling);
        ways[index] = way.max(if item.eager { after_level } else { after_segment });
        let own = Later { work: item.timing.takes, longest: ways[index].saturating_add(item.timing.takes) };
        if item.eager { &mut eager_rails } else { &mut nodes }.join(own);
        items[index].tail = if leads { ways[index] } else { 0 };
    }
}

/// What comes later.
#[derive(Default)]
struct Later {
    /// How long it takes, one after the other.
    work: u64,
    /// The longest way through it.
    longest: u64,
}

impl Later {
    fn join(&mut self, other: Later) {
        self.work = self.work.saturating_add(other.work);
        self.longest = self.longest.max(other.longest);
    }

    /// How long it lasts at least.
    fn least(&self) -> u64 {
        self.work.max(self.longest)
    }
}
