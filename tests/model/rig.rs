//! A board for the engine to work on.

use crate::fault::{Event, Failure, Fate};
use crate::layout::Layout;
use crate::mutant::{Graph, Mutant, Phase, Tables, Words};
use crate::world::{Slot, World};
use bringup::__private::control::{Attempt, Board, Holds, Lists, Marks, State};
use bringup::__private::{Failures, Permit};
use bringup::BootError;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::Poll;

/// More nodes and levels no board here has.
const MOST: usize = 16;

pub(crate) struct Rig<'a> {
    layout: &'a Layout,
    tables: &'a Tables,
    state: State<Words, [Holds; MOST]>,
    marks: Marks<Words>,
    pub(crate) mutant: Option<Mutant>,
    pub(crate) phase: Cell<Phase>,
    pub(crate) world: RefCell<World>,
}

/// What there is to do for a node.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Up {
        forced: bool,
    },
    /// It is a rail and up.
    Settle,
}

/// The payload of a panic on purpose.
pub(crate) struct OnPurpose;

impl<'a> Rig<'a> {
    pub(crate) fn new(layout: &'a Layout, tables: &'a Tables, mutant: Option<Mutant>) -> Self {
        let world = World::new(layout);
        assert!(layout.closures.len() <= MOST, "the board is small");
        let (state, marks) = (State::new(), Marks::new());
        Rig { layout, tables, state, marks, mutant, phase: Cell::new(Phase::Up), world: RefCell::new(world) }
    }

    pub(crate) fn up(&self, node: usize, turn: Turn) -> Attempt<Self> {
        let fate = self.enter(node, turn, false);
        self.leave(node, turn, fate)
    }

    pub(crate) async fn up_waiting(&self, node: usize, turn: Turn) -> Attempt<Self> {
        let fate = self.enter(node, turn, true);
        {
            // Whoever drops the future drops these first.
            let borrows = turn != Turn::Settle || self.layout.nodes[node].asks;
            let lent = self.shared(&self.layout.nodes[node].lent_up).filter(|_| borrows);
            let _lent: Vec<Lend> = lent.map(|node| self.lend(node)).collect();
            let mut waited = false;
            poll_fn(|_| if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
        }
        self.leave(node, turn, fate)
    }

    fn enter(&self, node: usize, turn: Turn, waits: bool) -> Option<Fate> {
        let mut world = self.world.borrow_mut();
        match turn {
            Turn::Up { forced } => world.enter(self.layout, node, self.forced(forced), waits),
            Turn::Settle => Some(world.settle(self.layout, node, waits)),
        }
    }

    fn leave(&self, node: usize, turn: Turn, fate: Option<Fate>) -> Attempt<Self> {
        let mut world = self.world.borrow_mut();
        match turn {
            Turn::Up { .. } => world.left(self.layout, node, fate),
            Turn::Settle if fate == Some(Fate::Done) => drop(world.rising.remove(&node)),
            Turn::Settle => {}
        }
        match fate {
            Some(Fate::Error) if turn == Turn::Settle && self.mutant == Some(Mutant::HidesWhatDoesNotSettle) => {
                Ok(())
            }
            Some(Fate::Error) => Err(world.faults.error()),
            Some(Fate::Panic) => {
                drop(world);
                std::panic::resume_unwind(Box::new(OnPurpose))
            }
            _ => Ok(()),
        }
    }

    fn shared(&self, nodes: &'a [usize]) -> impl Iterator<Item = usize> + 'a {
        let layout = self.layout;
        nodes.iter().copied().filter(|node| layout.nodes[*node].shared)
    }

    fn lend(&self, node: usize) -> Lend<'_> {
        self.world.borrow_mut().slots[node] = Slot::Busy;
        Lend { world: &self.world, node }
    }

    fn forced(&self, forced: bool) -> bool {
        forced && self.mutant != Some(Mutant::NeverForced)
    }
}

struct Lend<'a> {
    world: &'a RefCell<World>,
    node: usize,
}

impl Drop for Lend<'_> {
    fn drop(&mut self) {
        self.world.borrow_mut().slots[self.node] = Slot::Free;
    }
}

impl Board for Rig<'_> {
    type Node = usize;
    type Level = usize;
    type Error = usize;
    type Failure = (usize, u8);
    type Set = Words;
    type Sets = Lists<u8, u16>;

    fn table(&self) -> &'static Graph {
        self.tables.table(self.phase.get())
    }

    fn state(&self, _: Permit) -> &State<Words> {
        &self.state
    }

    fn marks(&self, _: Permit) -> &Marks<Words> {
        &self.marks
    }

    fn attempt(failure: (usize, u8)) -> (usize, u8) {
        failure
    }

    fn node(&self, node: usize) -> usize {
        node
    }

    fn level(&self, level: usize) -> usize {
        level
    }

    fn is_busy(&self, _: Permit, node: usize) -> bool {
        self.world.borrow().slots[node] == Slot::Busy && self.mutant != Some(Mutant::NeverBusy)
    }

    fn begin(&self, _: Permit, node: usize) -> bool {
        let slot = &mut self.world.borrow_mut().slots[node];
        let down = *slot == Slot::Down || !self.layout.nodes[node].shared;
        if down {
            *slot = Slot::Starting;
        }
        down
    }

    fn abandon(&self, _: Permit, node: usize) {
        let mut world = self.world.borrow_mut();
        let starting = world.slots[node] == Slot::Starting;
        world.must(self.layout, starting, node, "is abandoned without a start");
        world.slots[node] = Slot::Down;
    }

    fn down(&self, _: Permit, node: usize, forced: bool, failures: &Failures) -> bool {
        let forced = self.forced(forced);
        let mut world = self.world.borrow_mut();
        let lent = self.shared(&self.layout.nodes[node].lent_down).any(|lent| world.slots[lent] == Slot::Busy);
        if lent || world.slots[node] == Slot::Busy {
            world.events.push(Event::Stuck(node));
            // As generated code does.
            failures.count();
            return false;
        }
        let before = world.events.len();
        let fate = world.take_down(self.layout, node, forced);
        if self.mutant == Some(Mutant::OrderNotReversed) && before > 0 {
            world.events.swap(before - 1, before);
        }
        match fate {
            Fate::Done => {}
            Fate::Error => failures.count(),
            Fate::Panic | Fate::Drop | Fate::Forget => {
                drop(world);
                std::panic::resume_unwind(Box::new(OnPurpose));
            }
        }
        true
    }

    fn record(&self, _: Permit, node: usize, failure: Option<BootError<usize, usize>>) {
        let mut world = self.world.borrow_mut();
        let fits = failure.is_none_or(|failure| failure.node == node);
        world.must(self.layout, fits, node, "has the failure of another");
        world.failures[node] = failure.map_or(Failure::None, |failure| {
            let BootError { attempt, cause, rollback_failures, .. } = failure;
            Failure::Own { attempt, cause, rollback_failures }
        });
    }

    fn blame(&self, _: Permit, node: usize, need: usize) {
        self.world.borrow_mut().failures[node] = Failure::Of(need);
    }
}
