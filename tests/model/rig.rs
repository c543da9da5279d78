//! A board for the engine to work on. It keeps what is physically so, as hardware would, and notes every call that hardware
//! would not survive.

use crate::fault::{Event, Failure, Fate, Faults};
use crate::layout::{Layout, Node, Set};
use crate::mutant::{Mutant, Phase, Tables};
use bringup::__private::control::{Attempt, Board, Table, Vertex};
use bringup::__private::{Failures, Permit};
use bringup::BootError;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::Poll;

pub(crate) struct Rig<'a> {
    layout: &'a Layout,
    tables: &'a Tables,
    vertices: Vec<Vertex>,
    pub(crate) mutant: Option<Mutant>,
    pub(crate) phase: Cell<Phase>,
    pub(crate) world: RefCell<World>,
}

/// What is physically so.
pub(crate) struct World {
    pub(crate) faults: Faults,
    pub(crate) up: Set,
    pub(crate) on: Set,
    pub(crate) out: Set,
    /// The handles of shared nodes.
    pub(crate) slots: Vec<Slot>,
    pub(crate) inputs: Vec<u8>,
    pub(crate) failures: Vec<Failure>,
    pub(crate) events: Vec<Event>,
    /// What must not happen and did.
    pub(crate) wrong: Vec<String>,
    /// What the present init asks the one who polls to do.
    pub(crate) wish: Option<Fate>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Slot {
    Down,
    Starting,
    Free,
    Busy,
}

/// The payload of a panic on purpose.
pub(crate) struct OnPurpose;

impl<'a> Rig<'a> {
    pub(crate) fn new(layout: &'a Layout, tables: &'a Tables, mutant: Option<Mutant>) -> Self {
        let nodes = layout.nodes.len();
        let world = World {
            faults: Faults::default(),
            up: Set::new(),
            on: (0..nodes).filter(|node| layout.nodes[*node].on_at_reset).collect(),
            out: Set::new(),
            slots: vec![Slot::Down; nodes],
            inputs: layout.nodes.iter().map(|node| node.claims).collect(),
            failures: vec![Failure::None; nodes],
            events: Vec::new(),
            wrong: Vec::new(),
            wish: None,
        };
        let vertices = (0..layout.closures.len()).map(|_| Vertex::new()).collect();
        Rig { layout, tables, vertices, mutant, phase: Cell::new(Phase::Up), world: RefCell::new(world) }
    }

    pub(crate) fn up(&self, node: usize, forced: bool) -> Attempt<usize> {
        let fate = self.world.borrow_mut().enter(self.layout, node, self.forced(forced), false);
        self.leave(node, fate)
    }

    pub(crate) async fn up_waiting(&self, node: usize, forced: bool) -> Attempt<usize> {
        let fate = self.world.borrow_mut().enter(self.layout, node, self.forced(forced), true);
        {
            // Whoever drops the future drops these first.
            let _lent: Vec<Lend> =
                self.shared(&self.layout.nodes[node].lent_up).map(|node| self.lend(node)).collect();
            let mut waited = false;
            poll_fn(|_| if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
        }
        self.leave(node, fate)
    }

    fn leave(&self, node: usize, fate: Option<Fate>) -> Attempt<usize> {
        let mut world = self.world.borrow_mut();
        world.left(self.layout, node, fate);
        match fate {
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
    type Index = u8;
    type Offset = u16;

    fn table(&self) -> &'static Table<u8, u16> {
        self.tables.table(self.phase.get())
    }

    fn vertices(&self, _: Permit) -> &[Vertex] {
        &self.vertices
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
        match world.take_down(self.layout, node, forced) {
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

impl World {
    fn must(&mut self, layout: &Layout, right: bool, node: usize, what: &str) {
        if !right {
            self.wrong.push(format!("v{} {what}", layout.nodes[node].label));
        }
    }

    /// An init begins. `None` if there is nothing to run.
    fn enter(&mut self, layout: &Layout, node: usize, forced: bool, waits: bool) -> Option<Fate> {
        let Node { rail, shared, stays_on, has_up, claims, .. } = layout.nodes[node];
        self.must(layout, !self.up.contains(&node), node, "comes up twice");
        for need in &layout.nodes[node].holds {
            let works = self.up.contains(need) && (!layout.nodes[*need].rail || self.on.contains(need));
            self.must(layout, works, node, &format!("comes up without v{}", layout.nodes[*need].label));
        }
        for lent in &layout.nodes[node].lent_up {
            let here = !self.out.contains(lent) && self.slots[*lent] != Slot::Busy;
            self.must(layout, here, node, &format!("borrows v{}, which is in use", layout.nodes[*lent].label));
        }
        self.must(layout, !shared || self.slots[node] == Slot::Starting, node, "comes up without a start");
        if !has_up || stays_on && !forced {
            return None;
        }
        // What cannot be switched off stays on, and is switched on once more.
        let switched = !rail || !layout.nodes[node].has_down || !self.on.contains(&node);
        self.must(layout, switched, node, "is switched on twice");
        self.must(layout, self.inputs[node] == claims, node, "takes inputs that are not in place");
        self.inputs[node] = 0;
        let (meanwhile, fate) = self.faults.up(node, waits);
        if let Some(which) = meanwhile {
            if let Some(node) = layout.touched(node, &self.up, which) {
                self.toggle(node);
            }
        }
        self.events.push(Event::Up(node, fate));
        self.wish = Some(fate).filter(|fate| matches!(fate, Fate::Drop | Fate::Forget));
        Some(fate)
    }

    /// An init ends.
    fn left(&mut self, layout: &Layout, node: usize, fate: Option<Fate>) {
        let Node { rail, returns, .. } = layout.nodes[node];
        match fate {
            None | Some(Fate::Done) => {
                self.up.insert(node);
                self.slots[node] = Slot::Free;
                if rail && fate.is_some() {
                    self.on.insert(node);
                }
                if fate.is_none() {
                    self.events.push(Event::CameUp(node));
                }
            }
            Some(Fate::Error) => self.inputs[node] |= returns,
            Some(Fate::Panic | Fate::Drop | Fate::Forget) => {}
        }
    }

    fn take_down(&mut self, layout: &Layout, node: usize, forced: bool) -> Fate {
        let Node { rail, stays_on, has_down, gives_back, .. } = layout.nodes[node];
        self.must(layout, self.up.contains(&node), node, "goes down twice");
        self.must(layout, !self.out.contains(&node), node, "goes down while it is checked out");
        for user in self.up.clone().iter().filter(|user| layout.nodes[**user].holds.contains(&node)) {
            self.must(layout, false, node, &format!("goes down under v{}", layout.nodes[*user].label));
        }
        for lent in &layout.nodes[node].lent_down {
            self.must(layout, !self.out.contains(lent), node, "borrows what is checked out");
        }
        self.up.remove(&node);
        self.slots[node] = Slot::Down;
        if !has_down || stays_on && !forced {
            self.events.push(Event::WentDown(node));
            return Fate::Done;
        }
        let fate = self.faults.down(node);
        self.events.push(Event::Down(node, fate));
        let was_on = self.on.remove(&node);
        self.must(layout, was_on || !rail, node, "is switched off twice");
        if fate == Fate::Done {
            self.inputs[node] |= gives_back;
        }
        fate
    }

    /// Something begins or ends to use a shared node that is up.
    pub(crate) fn toggle(&mut self, node: usize) {
        self.slots[node] = if self.slots[node] == Slot::Busy { Slot::Free } else { Slot::Busy };
    }
}
