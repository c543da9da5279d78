//! What is physically so, and what hardware would not survive.

use crate::fault::{Event, Failure, Fate, Faults};
use crate::layout::{Layout, Node, Set};
use std::collections::BTreeMap;

/// What is physically so.
pub(crate) struct World {
    pub(crate) faults: Faults,
    pub(crate) up: Set,
    pub(crate) on: Set,
    /// Rails that are on and have not settled, and whether they were switched on in the present call.
    pub(crate) rising: BTreeMap<usize, bool>,
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
            rising: BTreeMap::new(),
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
        self.settled_before(layout, node);
        self.borrow(layout, node);
        self.must(layout, !shared || self.slots[node] == Slot::Starting, node, "comes up without a start");
        if !has_up || stays_on && !forced {
            return None;
        }
        // What cannot be switched off stays on, and is switched on once more.
        let switched = !rail || !layout.nodes[node].has_down || !self.on.contains(&node);
        self.must(layout, switched, node, "is switched on twice");
        self.must(layout, self.inputs[node] == claims, node, "takes inputs that are not in place");
        self.inputs[node] = 0;
        let fate = self.run(layout, node, waits, !layout.nodes[node].fails_late);
        self.events.push(Event::Up(node, fate));
        Some(fate)
    }

    /// A rail that is on is waited for.
    pub(crate) fn settle(&mut self, layout: &Layout, node: usize, waits: bool) -> Fate {
        let rises = self.up.contains(&node) && self.rising.contains_key(&node);
        self.must(layout, rises, node, "is waited for, and does not rise");
        if layout.nodes[node].asks {
            self.borrow(layout, node);
        }
        let fate = self.run(layout, node, waits, layout.nodes[node].fails_late);
        self.events.push(Event::Settle(node, fate));
        fate
    }

    /// How something ends that may fail, and what another task does meanwhile.
    fn run(&mut self, layout: &Layout, node: usize, waits: bool, weak: bool) -> Fate {
        let (meanwhile, fate) = self.faults.up(node, waits, weak);
        if let Some(which) = meanwhile
            && let Some(node) = layout.touched(node, &self.up, which)
        {
            self.toggle(node);
        }
        self.wish = Some(fate).filter(|fate| matches!(fate, Fate::Drop | Fate::Forget));
        fate
    }

    /// What comes up finds every rail settled that it needs. It comes after others as far as the same call has brought
    /// them up.
    fn settled_before(&mut self, layout: &Layout, node: usize) {
        for rail in &layout.nodes[node].holds {
            let settled = !self.rising.contains_key(rail);
            self.must(layout, settled, node, &format!("comes up on v{}, which rises", layout.nodes[*rail].label));
        }
        // One that cannot be switched off and is down concerns nobody.
        let rises = |rail: &usize| self.up.contains(rail) && self.rising.get(rail) == Some(&true);
        let after = layout.nodes[node].after.iter().find(|rail| rises(rail));
        let prompt = (0..layout.nodes.len()).find(|rail| layout.nodes[*rail].prompt && rises(rail));
        self.must(layout, after.is_none(), node, "comes up after a rail that rises");
        self.must(layout, prompt.is_none(), node, "comes up beside a rail that others come after");
    }

    fn borrow(&mut self, layout: &Layout, node: usize) {
        for lent in &layout.nodes[node].lent_up {
            let here = !self.out.contains(lent) && self.slots[*lent] != Slot::Busy;
            self.must(layout, here, node, &format!("borrows v{}, which is in use", layout.nodes[*lent].label));
        }
    }

    /// An init ends.
    pub(crate) fn left(&mut self, layout: &Layout, node: usize, fate: Option<Fate>) {
        let Node { rail, returns, settles, .. } = layout.nodes[node];
        match fate {
            None | Some(Fate::Done) => {
                self.up.insert(node);
                self.slots[node] = Slot::Free;
                if rail && fate.is_some() {
                    self.on.insert(node);
                    if settles {
                        self.rising.insert(node, true);
                    }
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
        self.rising.remove(&node);
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
