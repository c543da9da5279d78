//! Moves to the front what others have to wait for, so that boot has something to do while rails settle.
//!
//! Levels stay in order, and so do the turns of nodes within a level: only nodes of the same turn change places. A rail
//! that has to settle is switched on as early in its level as what it needs allows. Whenever there is a choice, boot takes
//! 1. a rail that can be switched on, the one with the longest way behind it first;
//! 2. a node that leads to such a rail, again by the longest way; then any other, in the order that was there before;
//! 3. if all that is left waits for rails, what can start first.
//!
//! It waits only while a rail settles, so it is never slower than switching on and waiting rail by rail, however long
//! things really take.

use crate::graph::Graph;
use crate::model::{LevelId, Model};
use crate::order::Placed;
use crate::timing::Timing;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The same nodes in the order to take. O(nodes log nodes + edges).
pub(crate) fn overlap(model: &Model, graph: &Graph, tolerated: &[bool], placed: Vec<Placed>) -> Vec<Placed> {
    // Behind the last that boots, nobody waits.
    let end = placed.iter().rposition(|node| node.boots).map_or(0, |last| last + 1);
    let items = items(model, graph, tolerated, &placed[..end]);
    if !items.iter().any(|item| item.timing.settles) {
        return placed;
    }
    let order = Taker::new(items).take_all();
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
    /// Of what leads to something that settles, and of that itself: how long it is from its end to that of the boot.
    tail: u64,
    /// How many of its needs are missing.
    missing: usize,
    /// What needs it.
    users: Vec<usize>,
    /// When all that it needs has settled.
    ready_at: u64,
}

fn items(model: &Model, graph: &Graph, tolerated: &[bool], placed: &[Placed]) -> Vec<Item> {
    let mut at = vec![0; model.nodes.len()];
    let mut segment = 0;
    let mut items: Vec<Item> = Vec::with_capacity(placed.len());
    for (index, Placed { step, boots }) in placed.iter().enumerate() {
        at[step.node.0 as usize] = index;
        let before = index.checked_sub(1).map_or(*step, |before| placed[before].step);
        segment += usize::from((before.level, before.turn) != (step.level, step.turn));
        let timing = if *boots { Timing::new(model, tolerated, step.node) } else { Timing::default() };
        let (level, relay, eager) = (step.level, !boots, timing.settles);
        let (tail, missing, users, ready_at) = (0, 0, Vec::new(), 0);
        items.push(Item { level, segment, relay, eager, timing, tail, missing, users, ready_at });
        for edge in graph.needs(step.node) {
            items[index].missing += 1;
            items[at[edge.to.0 as usize]].users.push(index);
        }
    }
    let mut ways = vec![0u64; items.len()];
    for index in (0..items.len()).rev() {
        let (rail, item) = (model.node(placed[index].step.node).rail().is_some(), &items[index]);
        let users = || item.users.iter().map(|user| &items[*user]);
        // A rail of a later level starts no earlier for it.
        let beside = || users().filter(|user| user.level == item.level);
        let eager = item.eager || rail && !item.relay && beside().any(|user| user.eager);
        let leads = item.timing.settles || beside().any(|user| user.tail > 0 || user.timing.settles);
        let behind = item.users.iter().map(|user| ways[*user].saturating_add(items[*user].timing.takes)).max();
        ways[index] = behind.unwrap_or(0).saturating_add(item.timing.settling);
        (items[index].eager, items[index].tail) = (eager, if leads { ways[index] } else { 0 });
    }
    items
}

/// Takes nodes one after the other.
struct Taker {
    items: Vec<Item>,
    order: Vec<usize>,
    /// Nanoseconds since the start, as far as is known how long things take.
    now: u64,
    /// The segment whose nodes can be taken, and the level whose rails can.
    segment: usize,
    level: LevelId,
    /// How many nodes of each segment, and rails of each level, are still to be taken.
    nodes_left: Vec<usize>,
    rails_left: Vec<usize>,
    /// What can start, by segment and by level, if that has not begun.
    nodes_parked: Vec<Vec<usize>>,
    rails_parked: Vec<Vec<usize>>,
    /// What can start now: rails before nodes, the longest tail first, then by number.
    ready: BinaryHeap<(bool, u64, Reverse<usize>)>,
    /// What waits for a rail, by the time that takes.
    waiting: BinaryHeap<Reverse<(u64, usize)>>,
}

impl Taker {
    fn new(items: Vec<Item>) -> Self {
        let segments = items.last().map_or(0, |item| item.segment + 1);
        let levels = items.iter().map(|item| item.level.0 as usize + 1).max().unwrap_or(0);
        let (mut nodes_left, mut rails_left) = (vec![0; segments], vec![0; levels]);
        for item in items.iter().filter(|item| !item.relay) {
            let left =
                if item.eager { &mut rails_left[item.level.0 as usize] } else { &mut nodes_left[item.segment] };
            *left += 1;
        }
        Taker {
            order: Vec::with_capacity(items.len()),
            now: 0,
            segment: 0,
            level: items.first().map_or(LevelId(0), |item| item.level),
            nodes_left,
            rails_left,
            nodes_parked: vec![Vec::new(); segments],
            rails_parked: vec![Vec::new(); levels],
            ready: BinaryHeap::new(),
            waiting: BinaryHeap::new(),
            items,
        }
    }

    fn take_all(mut self) -> Vec<usize> {
        let free: Vec<usize> = (0..self.items.len()).filter(|index| self.items[*index].missing == 0).collect();
        free.into_iter().for_each(|index| self.release(index));
        let levels: Vec<LevelId> = {
            let mut levels = vec![self.level; self.nodes_left.len()];
            self.items.iter().for_each(|item| levels[item.segment] = item.level);
            levels
        };
        loop {
            while let Some(Reverse((_, index))) = self.waiting.peek().copied().filter(|next| next.0.0 <= self.now) {
                self.waiting.pop();
                self.offer(index);
            }
            if let Some((_, _, Reverse(index))) = self.ready.pop() {
                self.take(index);
            } else if self.nodes_left[self.segment] == 0 && self.may_go_on(&levels) {
                self.segment += 1;
                if self.segment == levels.len() {
                    return self.order;
                }
                self.begin(levels[self.segment]);
            } else if let Some(Reverse((at, _))) = self.waiting.peek() {
                self.now = *at;
            } else {
                return self.order;
            }
        }
    }

    /// Whether the next segment may begin: in the same level always, in the next one after the last rail of this one.
    fn may_go_on(&self, levels: &[LevelId]) -> bool {
        let same = levels.get(self.segment + 1) == Some(&self.level);
        same || self.rails_left[self.level.0 as usize] == 0
    }

    fn begin(&mut self, level: LevelId) {
        self.level = level;
        let mut parked = std::mem::take(&mut self.rails_parked[level.0 as usize]);
        parked.append(&mut self.nodes_parked[self.segment]);
        parked.into_iter().for_each(|index| self.release(index));
    }

    /// All that `index` needs is up.
    fn release(&mut self, index: usize) {
        let item = &self.items[index];
        if item.relay {
            self.take(index);
        } else if item.eager && item.level != self.level {
            self.rails_parked[item.level.0 as usize].push(index);
        } else if !item.eager && item.segment != self.segment {
            self.nodes_parked[item.segment].push(index);
        } else if item.ready_at > self.now {
            self.waiting.push(Reverse((item.ready_at, index)));
        } else {
            self.offer(index);
        }
    }

    fn offer(&mut self, index: usize) {
        let item = &self.items[index];
        self.ready.push((item.eager, item.tail, Reverse(index)));
    }

    /// Takes a node, and what it was the last to hold up if that does not boot.
    fn take(&mut self, index: usize) {
        let mut taken = vec![index];
        while let Some(index) = taken.pop() {
            self.order.push(index);
            let item = &self.items[index];
            self.now = self.now.saturating_add(item.timing.takes);
            let settled_at = self.now.saturating_add(item.timing.settling);
            match (item.relay, item.eager) {
                (true, _) => {}
                (false, true) => self.rails_left[item.level.0 as usize] -= 1,
                (false, false) => self.nodes_left[item.segment] -= 1,
            }
            for user in std::mem::take(&mut self.items[index].users) {
                let item = &mut self.items[user];
                item.missing -= 1;
                item.ready_at = item.ready_at.max(settled_at);
                match (item.missing, item.relay) {
                    (0, true) => taken.push(user),
                    (0, false) => self.release(user),
                    _ => {}
                }
            }
        }
    }
}
