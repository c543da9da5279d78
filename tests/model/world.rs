//! What is physically so, and what hardware would not survive.

use crate::fault::{Event, Failure, Fate, Faults};
use crate::layout::{Layout, Node, Set};

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

impl World {
    pub(crate) fn new(layout: &Layout) -> World {
        let nodes = layout.nodes.len();
        World {
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
        }
    }

    pub(crate) fn must(&mut self, layout: &Layout, right: bool, node: usize, what: &str) {
        if !right {
            self.wrong.push(format!("v{} {what}", layout.nodes[node].label));
        }
    }

    /// An init begins. `None` if there is nothing to run.
    pub(crate) fn enter(&mut self, layout: &Layout, node: usize, forced: bool, waits: bool) -> Option<Fate> {
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
        if let Some(which) = meanwhile
            && let Some(node) = layout.touched(node, &self.up, which)
        {
            self.toggle(node);
        }
        self.events.push(Event::Up(node, fate));
        self.wish = Some(fate).filter(|fate| matches!(fate, Fate::Drop | Fate::Forget));
        Some(fate)
    }

    /// An init ends.
    pub(crate) fn left(&mut self, layout: &Layout, node: usize, fate: Option<Fate>) {
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

    pub(crate) fn take_down(&mut self, layout: &Layout, node: usize, forced: bool) -> Fate {
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
