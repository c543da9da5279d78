//! What both sides know of a board: what its text says, and the order that the plan gives. Nodes have the numbers of
//! run-time control, which is that order; levels follow after them.

use crate::random::{self, Use, Vertex};
use bringup_compiler::plan::Plan;
use std::collections::BTreeSet;

pub(crate) type Set = BTreeSet<usize>;

#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) nodes: Vec<Node>,
    pub(crate) levels: usize,
    /// What each node is chosen by, and each level, and all levels together.
    pub(crate) keys: Vec<u8>,
    /// What straight-line code brings up, with the level in which it does.
    pub(crate) steps: Vec<(usize, usize)>,
    /// What a held node or level keeps up.
    pub(crate) closures: Vec<Set>,
    /// A level comes up without these.
    pub(crate) dispensable: Set,
}

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) label: usize,
    pub(crate) rail: bool,
    /// The level that it boots in on its own account.
    pub(crate) root_of: Option<usize>,
    pub(crate) deferred: bool,
    pub(crate) optional: bool,
    pub(crate) holds: Vec<usize>,
    /// What only comes up earlier, if it comes up in the same call.
    pub(crate) after: Vec<usize>,
    pub(crate) lent_up: Vec<usize>,
    pub(crate) lent_down: Vec<usize>,
    /// Its inputs, bit by bit.
    pub(crate) claims: u8,
    pub(crate) gives_back: u8,
    pub(crate) returns: u8,
    pub(crate) has_up: bool,
    pub(crate) has_down: bool,
    /// The firmware has `Dev` or `Irq`, and may use it at any time.
    pub(crate) shared: bool,
    /// The firmware can check it out.
    pub(crate) owned: bool,
    pub(crate) on_at_reset: bool,
    /// Only a suspension switches it off.
    pub(crate) stays_on: bool,
    pub(crate) can_suspend: bool,
    /// A rail that has to settle once it is switched on.
    pub(crate) settles: bool,
    /// It does so before anything else starts, because something comes after it.
    pub(crate) prompt: bool,
    /// It borrows what its init borrows once more, to ask whether it is good.
    pub(crate) asks: bool,
    /// Broken, it comes up and does not settle.
    pub(crate) fails_late: bool,
}

impl Layout {
    pub(crate) fn new(vertices: &[Vertex], levels: usize, plan: &Plan) -> Layout {
        let declared: Vec<usize> = (0..vertices.len()).filter(|at| !vertices[*at].raw.disabled).collect();
        let built: Vec<usize> = plan.control.order.iter().map(|number| declared[*number]).collect();
        let number = |at: usize| built.iter().position(|other| *other == at).expect("it is built");
        let nodes: Vec<Node> = built.iter().map(|at| node(vertices, *at, &built, &number)).collect();
        let of_plan = |id| plan.model.label(id)[1..].parse().map(number).expect("labels are v and a number");
        let steps = plan.steps.iter().map(|step| (of_plan(step.node), step.level.0 as usize)).collect();
        let mut closures: Vec<Set> = (0..nodes.len()).map(|at| closure(&nodes, [at])).collect();
        let booting =
            |asked_for: &dyn Fn(&Node) -> bool| closure(&nodes, (0..nodes.len()).filter(|at| asked_for(&nodes[*at])));
        let boots = booting(&|node| node.root_of.is_some() && !node.deferred);
        let required = booting(&|node| node.root_of.is_some() && !node.deferred && !node.optional);
        for level in 0..levels {
            let of_level = |at: &usize| nodes[*at].root_of == Some(level);
            closures.push(closure(&nodes, boots.iter().copied().filter(of_level)));
        }
        let dispensable = &boots - &required;
        let own = nodes.iter().map(|node| vertices[node.label].raw.key);
        let keys = own.chain([32, 96, 160, 224].into_iter().take(levels)).chain([255]).collect();
        Layout { nodes, levels, keys, steps, closures, dispensable }
    }

    /// What another task may begin or end to use while `starting` comes up; if possible something that this needs.
    pub(crate) fn touched(&self, starting: usize, up: &Set, which: u8) -> Option<usize> {
        let usable = |node: &usize| self.nodes[*node].shared && !self.nodes[starting].lent_up.contains(node);
        let usable: Set = up.iter().copied().filter(usable).collect();
        let needed = &usable & &self.closures[starting];
        self.nearest(which, if needed.is_empty() { usable } else { needed })
    }

    /// The one of them that is meant by a number.
    pub(crate) fn nearest(&self, number: u8, of: impl IntoIterator<Item = usize>) -> Option<usize> {
        random::nearest(number, of.into_iter(), |at| self.keys[at])
    }

    /// What goes down with the last node that needs it.
    pub(crate) fn is_support(&self, node: usize) -> bool {
        self.dispensable.contains(&node) && (self.nodes[node].rail || self.nodes[node].deferred)
    }
}

fn node(vertices: &[Vertex], at: usize, built: &[usize], number: &dyn Fn(usize) -> usize) -> Node {
    let vertex = &vertices[at];
    let (raw, parts) = (&vertex.raw, vertex.raw.parts);
    let sorted = |ids: &mut dyn Iterator<Item = usize>| {
        let ids: Set = ids.map(number).collect();
        ids.into_iter().collect::<Vec<_>>()
    };
    let typed = |at: &usize| vertices[*at].raw.parts.typed;
    let claims = if raw.rail { 0 } else { (1 << parts.claims) - 1 };
    let kept = |at: &usize| vertices[*at].with(&[Use::Shared, Use::SharedDown]).collect::<Vec<_>>();
    let shared = !raw.rail && parts.typed && (parts.irq || built.iter().any(|user| kept(user).contains(&at)));
    let settles = vertex.settles();
    let followed = built.iter().any(|user| vertices[*user].after().any(|to| to == at));
    Node {
        label: at,
        rail: raw.rail,
        root_of: (!raw.rail || raw.own_level).then_some(raw.level),
        deferred: raw.deferred,
        optional: raw.optional && !raw.rail,
        holds: sorted(&mut vertex.holds()),
        after: sorted(&mut vertex.after()),
        lent_up: sorted(&mut vertex.with(&[Use::Lent, Use::LentBoth]).filter(typed)),
        lent_down: sorted(&mut vertex.with(&[Use::LentDown, Use::LentBoth]).filter(typed)),
        claims,
        gives_back: if vertex.has_down() { claims & parts.gives_back } else { 0 },
        returns: claims & parts.returns,
        has_up: vertex.has_up(),
        has_down: vertex.has_down(),
        shared,
        owned: !raw.rail && parts.typed && !shared,
        on_at_reset: vertex.on_at_reset(),
        stays_on: vertex.on_at_reset() && raw.supply != random::Supply::AlwaysOn,
        can_suspend: vertex.is_switched(),
        settles,
        prompt: settles && followed,
        asks: vertex.has_good(),
        fails_late: settles && raw.key.is_multiple_of(2),
    }
}

/// What these nodes need, directly or not, and they themselves.
fn closure(nodes: &[Node], roots: impl IntoIterator<Item = usize>) -> Set {
    let mut pending: Vec<usize> = roots.into_iter().collect();
    let mut closure = Set::new();
    while let Some(node) = pending.pop() {
        if closure.insert(node) {
            pending.extend(&nodes[node].holds);
        }
    }
    closure
}
