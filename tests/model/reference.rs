//! Run-time control as its rules word it. Nothing is counted and nothing is marked: what is held, who needs whom and what
//! may be missing is worked out anew whenever it is asked for.

use crate::fault::{Event, Failure, Faults, Outcome};
use crate::layout::{Layout, Node, Set};
use crate::steps::{Goal, Panicked};
use bringup::Root;

pub(crate) struct Reference<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) faults: Faults,
    /// How often each node is held, and after them each level.
    pub(crate) held: Vec<usize>,
    pub(crate) up: Set,
    /// Checked out.
    pub(crate) out: Set,
    /// Shared nodes in use.
    pub(crate) busy: Set,
    /// Whose init was forgotten half way.
    pub(crate) half: Set,
    /// Suspended rails.
    pub(crate) cut: Set,
    /// What a suspension took down, and the rails that it switched off although they stay on otherwise.
    pub(crate) suspended: Set,
    /// Rails that are on.
    pub(crate) on: Set,
    /// Those that have not settled.
    pub(crate) rising: Set,
    /// The inputs of each node that are in place, bit by bit.
    pub(crate) inputs: Vec<u8>,
    pub(crate) failures: Vec<Failure>,
    pub(crate) events: Vec<Event>,
}

impl<'a> Reference<'a> {
    pub(crate) fn new(layout: &'a Layout) -> Self {
        let nodes = layout.nodes.len();
        Reference {
            layout,
            faults: Faults::default(),
            held: vec![0; layout.closures.len()],
            up: Set::new(),
            out: Set::new(),
            busy: Set::new(),
            half: Set::new(),
            cut: Set::new(),
            suspended: Set::new(),
            on: (0..nodes).filter(|node| layout.nodes[*node].on_at_reset).collect(),
            rising: Set::new(),
            inputs: layout.nodes.iter().map(|node| node.claims).collect(),
            failures: vec![Failure::None; nodes],
            events: Vec::new(),
        }
    }

    /// What straight-line code does: the steps of the first levels, each of which is held once afterwards.
    pub(crate) fn boot(&mut self, levels: usize) {
        let steps =
            |levels| self.layout.steps.iter().filter(move |(_, level)| *level < levels).map(|(node, _)| *node);
        let goal = Goal {
            nodes: steps(levels).collect(),
            coming: steps(self.layout.levels).collect(),
            required: Set::new(),
            waits: false,
        };
        assert!(self.bring_up(&goal).is_ok(), "only what is dispensable is broken");
        for level in 0..levels {
            self.held[self.layout.nodes.len() + level] += 1;
        }
    }

    pub(crate) fn acquire(&mut self, roots: std::ops::Range<usize>, waits: bool) -> Outcome {
        self.forget();
        let nodes: Set = roots.clone().flat_map(|root| self.layout.closures[root].clone()).collect();
        let mut required = self.needed_by_held_nodes();
        if roots.start < self.layout.nodes.len() {
            required.extend(&nodes);
        }
        let goal = Goal { coming: nodes.clone(), nodes, required, waits };
        if let Some(refusal) = self.refusal(&goal) {
            return refusal;
        }
        match self.bring_up(&goal) {
            Ok(_) => {
                self.forget_suspension(&goal);
                roots.for_each(|root| self.held[root] += 1);
                Outcome::Done
            }
            Err(stop) => self.undo(stop),
        }
    }

    pub(crate) fn release(&mut self, roots: std::ops::Range<usize>) -> Outcome {
        self.forget();
        let nodes = self.layout.nodes.len();
        let name = match roots.start.checked_sub(nodes) {
            None => Root::Node(roots.start),
            Some(level) if roots.len() == 1 => Root::Level(level),
            Some(_) => Root::All,
        };
        let held: Vec<usize> = roots.filter(|root| self.held[*root] > 0).collect();
        if held.is_empty() {
            return Outcome::NotHeld(name);
        }
        held.iter().for_each(|root| self.held[*root] -= 1);
        let leaving: Set = self.up.iter().copied().filter(|node| !self.is_held(*node)).collect();
        if let Some(obstacle) = self.reversed(&leaving).into_iter().find_map(|node| self.obstacle(node)) {
            held.iter().for_each(|root| self.held[*root] += 1);
            return Outcome::InUse(obstacle);
        }
        match self.take_down(&leaving) {
            Err(Panicked) => Outcome::Panicked,
            Ok(0) => Outcome::Done,
            Ok(failures) => Outcome::Failures(failures),
        }
    }

    pub(crate) fn suspend(&mut self, rail: usize) -> Outcome {
        self.forget();
        if self.cut.contains(&rail) {
            return Outcome::Done;
        }
        if !self.up.contains(&rail) {
            return Outcome::Down(rail);
        }
        let leaving: Set =
            self.up.iter().copied().filter(|node| self.layout.closures[*node].contains(&rail)).collect();
        for node in self.reversed(&leaving) {
            if let Some(obstacle) = self.obstacle(node) {
                return Outcome::InUse(obstacle);
            }
            if self.node(node).gives_back != self.node(node).claims {
                return Outcome::Spent(node);
            }
        }
        self.cut.insert(rail);
        self.suspended.extend(&leaving);
        match self.take_down(&leaving) {
            Err(Panicked) => Outcome::Panicked,
            Ok(0) => Outcome::Done,
            Ok(failures) => Outcome::Failures(failures),
        }
    }

    pub(crate) fn resume(&mut self, rail: usize, waits: bool) -> Outcome {
        self.forget();
        if !self.cut.remove(&rail) {
            return Outcome::Done;
        }
        let blocked = |node: &usize| !self.layout.closures[*node].is_disjoint(&self.cut);
        let mut nodes: Set = self.suspended.iter().copied().filter(|node| !blocked(node)).collect();
        let mut required = self.needed_by_held_nodes();
        required.extend(&self.layout.closures[rail]);
        // What they need comes along. Only an optional node that is held and down, so that it has failed, does not get
        // another chance.
        loop {
            let needs = nodes.iter().flat_map(|node| &self.node(*node).holds).copied();
            let is_down = |node: &usize| !self.up.contains(node) && !nodes.contains(node);
            let failed = |node: &usize| {
                let optional = self.layout.dispensable.contains(node) && !self.layout.is_support(*node);
                optional && self.is_held(*node) && !required.contains(node)
            };
            let more: Set = needs.filter(|node| is_down(node) && !failed(node)).collect();
            if more.is_empty() {
                break;
            }
            nodes.extend(more);
        }
        let goal = Goal { coming: nodes.clone(), nodes, required, waits };
        if let Some(refusal) = self.refusal(&goal) {
            self.cut.insert(rail);
            return refusal;
        }
        match self.bring_up(&goal) {
            Ok(came) => {
                self.forget_suspension(&goal);
                // What came up only to switch on a rail that stays on without users.
                let leaving: Set = came.into_iter().filter(|node| !self.is_held(*node)).collect();
                match self.take_down(&leaving) {
                    Err(Panicked) => Outcome::Panicked,
                    Ok(_) => Outcome::Done,
                }
            }
            Err(stop) => {
                if stop.outcome != Outcome::Forgotten {
                    self.cut.insert(rail);
                }
                self.undo(stop)
            }
        }
    }

    pub(crate) fn check_out(&mut self, node: usize) -> Outcome {
        if !self.up.contains(&node) {
            return Outcome::Down(node);
        }
        if !self.out.insert(node) {
            return Outcome::InUse(node);
        }
        Outcome::Done
    }

    /// Whether a held root needs it.
    pub(crate) fn is_held(&self, node: usize) -> bool {
        self.held.iter().zip(&self.layout.closures).any(|(held, closure)| *held > 0 && closure.contains(&node))
    }

    pub(crate) fn node(&self, node: usize) -> &'a Node {
        &self.layout.nodes[node]
    }

    /// A rail that is up is not suspended, and neither is what nobody holds any more, unless it is to be switched on again.
    fn forget(&mut self) {
        let up = self.up.clone();
        self.cut.retain(|rail| !up.contains(rail));
        let waiting = |node: &usize| !up.contains(node) && (self.is_held(*node) || self.node(*node).stays_on);
        self.suspended = self.suspended.iter().copied().filter(waiting).collect();
    }

    /// What had its chance to come up. A rail that should stay on and is off has to be switched on some time.
    fn forget_suspension(&mut self, goal: &Goal) {
        let off = |node: &usize| self.layout.nodes[*node].stays_on && !self.up.contains(node);
        self.suspended.retain(|node| !goal.nodes.contains(node) || off(node));
    }

    fn needed_by_held_nodes(&self) -> Set {
        let held = (0..self.layout.nodes.len()).filter(|node| self.held[*node] > 0);
        held.flat_map(|node| self.layout.closures[node].clone()).collect()
    }

    /// Teardown order.
    pub(crate) fn reversed(&self, nodes: &Set) -> Vec<usize> {
        nodes.iter().rev().copied().collect()
    }

    pub(crate) fn is_in_use(&self, node: usize) -> bool {
        self.out.contains(&node) || self.busy.contains(&node)
    }

    pub(crate) fn obstacle(&self, node: usize) -> Option<usize> {
        std::iter::once(node).chain(self.node(node).lent_down.iter().copied()).find(|other| self.is_in_use(*other))
    }

    pub(crate) fn is_spent(&self, node: usize) -> bool {
        self.inputs[node] != self.node(node).claims
    }

    pub(crate) fn can_be_missing(&self, node: usize, goal: &Goal) -> bool {
        self.layout.dispensable.contains(&node) && !goal.required.contains(&node)
    }

    /// What stands in the way before anything is done.
    fn refusal(&self, goal: &Goal) -> Option<Outcome> {
        let down = |node: &usize| goal.nodes.contains(node) && !self.up.contains(node);
        (0..self.layout.nodes.len()).filter(down).find_map(|node| {
            if self.cut.contains(&node) {
                return Some(Outcome::Down(node));
            }
            if self.half.contains(&node) {
                return Some(Outcome::InUse(node));
            }
            (self.is_spent(node) && !self.can_be_missing(node, goal)).then_some(Outcome::Spent(node))
        })
    }
}
