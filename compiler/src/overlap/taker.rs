//! One order: nodes taken one after the other.

use super::Item;
use crate::model::LevelId;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub(super) struct Taker<'a> {
    items: &'a [Item],
    /// Where items find what needs them.
    users: &'a [usize],
    /// Of each, how many of its needs are not up yet, and when those that are will have settled.
    missing: Vec<usize>,
    ready_at: Vec<u64>,
    order: Vec<usize>,
    /// Nanoseconds since the start, as far as is known how long things take; and when all so far will have settled.
    now: u64,
    settled: u64,
    /// How long all takes that is still to be taken.
    left: u64,
    /// The segment whose nodes can be taken, and the level whose rails can.
    segment: usize,
    level: LevelId,
    /// The level of each segment.
    levels: Vec<LevelId>,
    /// How many nodes of each segment, and rails of each level, are still to be taken.
    nodes_left: Vec<usize>,
    rails_left: Vec<usize>,
    /// What can start, by segment and by level, if that has not begun.
    nodes_parked: Vec<Vec<usize>>,
    rails_parked: Vec<Vec<usize>>,
    /// What can start now: the longest tail first, then rails, then by number.
    ready: BinaryHeap<(u64, bool, Reverse<usize>)>,
    /// What waits for a rail: first what does so for the shortest time, then as above.
    waiting: BinaryHeap<(Reverse<u64>, u64, Reverse<usize>)>,
    /// How many choices there are up to the one that is made the other way; 0 if there is none.
    other: usize,
    /// What comes after the next instead of now.
    passed_over: Option<usize>,
    /// An order that takes this long or longer is of no use.
    limit: Option<u64>,
}

impl<'a> Taker<'a> {
    pub(super) fn new(items: &'a [Item], users: &'a [usize], other: usize, limit: Option<u64>) -> Self {
        let mut levels: Vec<LevelId> = Vec::new();
        for item in items {
            levels.resize(item.segment + 1, item.level);
        }
        let count = items.iter().map(|item| item.level.0 as usize + 1).max().unwrap_or(0);
        let (mut nodes_left, mut rails_left) = (vec![0; levels.len()], vec![0; count]);
        for item in items.iter().filter(|item| !item.relay) {
            let left =
                if item.eager { &mut rails_left[item.level.0 as usize] } else { &mut nodes_left[item.segment] };
            *left += 1;
        }
        Taker {
            order: Vec::with_capacity(items.len()),
            now: 0,
            settled: 0,
            left: items.iter().fold(0, |left, item| item.timing.takes.saturating_add(left)),
            segment: 0,
            level: levels.first().copied().unwrap_or(LevelId(0)),
            nodes_parked: vec![Vec::new(); levels.len()],
            rails_parked: vec![Vec::new(); count],
            levels,
            nodes_left,
            rails_left,
            ready: BinaryHeap::new(),
            waiting: BinaryHeap::new(),
            other,
            passed_over: None,
            limit,
            missing: items.iter().map(|item| item.needs).collect(),
            ready_at: vec![0; items.len()],
            items,
            users,
        }
    }

    /// How long the boot takes, and its order, if it is shorter than the limit.
    pub(super) fn take_all(mut self) -> Option<(u64, Vec<usize>)> {
        let free: Vec<usize> = (0..self.items.len()).filter(|index| self.missing[*index] == 0).collect();
        free.into_iter().for_each(|index| self.release(index));
        loop {
            let least = self.settled.max(self.now.saturating_add(self.left));
            if self.limit.is_some_and(|limit| least >= limit) {
                return None;
            }
            while self.may_go_on() {
                self.segment += 1;
                self.begin();
            }
            while let Some((Reverse(at), _, Reverse(index))) = self.waiting.peek().copied()
                && at <= self.now
            {
                self.waiting.pop();
                self.offer(index);
            }
            match (self.ready.peek().copied(), self.waiting.peek()) {
                (Some((_, _, Reverse(index))), _) => self.choose(index),
                (None, Some((Reverse(at), ..))) => self.now = *at,
                (None, None) => return Some((self.settled, self.order)),
            }
        }
    }

    /// Whether the next segment may begin: in the same level after the last node, in the next one after the last rail too.
    fn may_go_on(&self) -> bool {
        let same = |next: &LevelId| *next == self.level || self.rails_left[self.level.0 as usize] == 0;
        self.nodes_left[self.segment] == 0 && self.levels.get(self.segment + 1).is_some_and(same)
    }

    fn begin(&mut self) {
        self.level = self.levels[self.segment];
        let mut parked = std::mem::take(&mut self.rails_parked[self.level.0 as usize]);
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
        } else if self.ready_at[index] > self.now {
            self.waiting.push((Reverse(self.ready_at[index]), item.tail, Reverse(index)));
        } else {
            self.offer(index);
        }
    }

    fn offer(&mut self, index: usize) {
        let item = &self.items[index];
        self.ready.push((item.tail, item.eager, Reverse(index)));
    }

    /// Takes `index`, which is the first that is ready, or waits for something else; or the other way.
    fn choose(&mut self, index: usize) {
        let is_choice = self.passed_over.is_none() && self.ready.len() + self.waiting.len() > 1;
        let the_other_way = is_choice && self.other == 1;
        self.other = self.other.saturating_sub(usize::from(is_choice));
        let next = self.waiting.peek().map(|(Reverse(at), _, Reverse(next))| (*at, *next));
        match next.filter(|(at, next)| self.is_worth_waiting(index, *next, *at)) {
            Some((at, _)) if !the_other_way => self.now = at,
            None if the_other_way => {
                self.ready.pop();
                self.passed_over = Some(index);
            }
            _ => {
                self.ready.pop();
                self.take(index);
                self.passed_over.take().into_iter().for_each(|index| self.offer(index));
            }
        }
    }

    /// Whether the boot seems to be over sooner if `next`, which can start at `at`, comes before `index`.
    fn is_worth_waiting(&self, index: usize, next: usize, at: u64) -> bool {
        let (item, next) = (&self.items[index], &self.items[next]);
        let end = self.now.saturating_add(item.timing.takes);
        if end <= at || next.tail <= item.tail {
            return false;
        }
        let after = |item: &Item| item.timing.takes.saturating_add(item.tail);
        let not_waiting = end.saturating_add(after(next)).max(self.now.saturating_add(self.left));
        let behind_next = next.timing.takes.saturating_add(after(item));
        at.saturating_add(after(next).max(behind_next).max(self.left)) < not_waiting
    }

    /// Takes a node, and what it was the last to hold up if that does not boot.
    fn take(&mut self, index: usize) {
        let mut taken = vec![index];
        while let Some(index) = taken.pop() {
            self.order.push(index);
            let items = self.items;
            let item = &items[index];
            self.now = self.now.saturating_add(item.timing.takes);
            self.left = self.left.saturating_sub(item.timing.takes);
            let settled_at = self.now.saturating_add(item.timing.settling);
            self.settled = self.settled.max(settled_at);
            match (item.relay, item.eager) {
                (true, _) => {}
                (false, true) => self.rails_left[item.level.0 as usize] -= 1,
                (false, false) => self.nodes_left[item.segment] -= 1,
            }
            for user in self.users[item.users.clone()].iter().copied() {
                self.missing[user] -= 1;
                self.ready_at[user] = self.ready_at[user].max(settled_at);
                match (self.missing[user], self.items[user].relay) {
                    (0, true) => taken.push(user),
                    (0, false) => self.release(user),
                    _ => {}
                }
            }
        }
    }
}
