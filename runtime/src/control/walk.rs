//! Steps that all operations share.

use super::set::Set;
use super::state::{Marks, State};
use super::table::{Sets, Table};
use super::{Board, Root};
use crate::token::Permit;
use crate::undo::Failures;
use core::cell::Cell;
use core::ops::Range;

/// A board and the right to act on it. Numbers that the table does not know are passed over: there is no panic here.
pub(crate) struct Walk<'a, B> {
    pub(crate) board: &'a B,
    pub(crate) permit: Permit,
}

impl<B> Clone for Walk<'_, B> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<B> Copy for Walk<'_, B> {}

impl<'a, B: Board> Walk<'a, B> {
    #[inline(always)]
    pub(crate) fn new(board: &'a B, permit: Permit) -> Self {
        Walk { board, permit }
    }

    #[inline(always)]
    pub(crate) fn table(self) -> &'static Table<B::Set, B::Sets> {
        self.board.table()
    }

    #[inline(always)]
    pub(crate) fn state(self) -> &'a State<B::Set> {
        self.board.state(self.permit)
    }

    #[inline(always)]
    pub(crate) fn marks(self) -> &'a Marks<B::Set> {
        self.board.marks(self.permit)
    }

    /// How often a vertex is held.
    #[inline(always)]
    pub(crate) fn holds(self, vertex: usize) -> &'a Cell<u16> {
        let holds = &self.state().holds;
        debug_assert!(vertex < holds.len());
        // SAFETY: who has a permit asks for vertices of the board only, and there is one count for each.
        &unsafe { holds.get_unchecked(vertex) }.0
    }

    /// Whether there is no room for another hold of a vertex: 32 768 are the most, because a test for the sign takes no constant.
    #[inline(always)]
    pub(crate) fn is_full(self, vertex: usize) -> bool {
        (self.holds(vertex).get() as i16) < 0
    }

    /// All nodes and levels.
    #[inline(always)]
    pub(crate) fn vertices(self) -> Range<usize> {
        0..self.state().holds.len()
    }

    /// All nodes, in the order in which they come up.
    #[inline(always)]
    pub(crate) fn order(self) -> Range<usize> {
        0..self.table().nodes
    }

    /// The first of these nodes. Without one, how many nodes there are.
    #[inline(never)]
    fn first(self, nodes: B::Set) -> usize {
        let mut node = 0;
        while node < self.table().nodes && !nodes.has(node) {
            node += 1;
        }
        node
    }

    /// The first of these nodes, if there is one.
    #[inline(always)]
    pub(crate) fn any(self, nodes: B::Set) -> Option<usize> {
        if nodes.is_empty() { None } else { Some(self.first(nodes)) }
    }

    /// What a node or a level is called.
    #[inline(always)]
    pub(crate) fn root(self, root: usize) -> Root<B::Node, B::Level> {
        match root.checked_sub(self.table().nodes) {
            None => Root::Node(self.board.node(root)),
            Some(level) => Root::Level(self.board.level(level)),
        }
    }

    /// One hold of `root` more. It is checked before that there is room for it.
    #[inline(always)]
    pub(crate) fn hold(self, root: usize) {
        let holds = self.holds(root);
        holds.set(holds.get().wrapping_add(1));
    }

    /// One hold less of `root`, which has one.
    #[inline(always)]
    pub(crate) fn release(self, root: usize) {
        let holds = self.holds(root);
        holds.set(holds.get().wrapping_sub(1));
    }

    /// What is down because of a suspension.
    #[inline(always)]
    pub(crate) fn suspended(self) -> B::Set {
        let marks = self.marks();
        if marks.suspends.get() { marks.suspended.get() } else { B::Set::EMPTY }
    }

    /// What is suspended itself.
    #[inline(always)]
    pub(crate) fn cut(self) -> B::Set {
        let marks = self.marks();
        if marks.suspends.get() { marks.cut.get() } else { B::Set::EMPTY }
    }

    /// Rails that an earlier call has left rising.
    #[inline(always)]
    pub(crate) fn rising(self) -> B::Set {
        let marks = self.marks();
        if marks.rises.get() { marks.rising.get() } else { B::Set::EMPTY }
    }

    /// These rails may be left rising.
    #[inline(always)]
    pub(crate) fn leave_rising(self, rails: B::Set) {
        if !rails.is_empty() {
            let marks = self.marks();
            marks.rises.set(true);
            marks.rising.set(marks.rising.get().or(rails));
        }
    }

    /// This rail has settled, or is off.
    #[inline(always)]
    pub(crate) fn settled(self, rail: usize) {
        let marks = self.marks();
        if marks.rises.get() {
            marks.rising.remove(rail);
        }
    }

    /// Before each call: a rail that is up is not suspended, and neither is what nobody holds any more.
    #[inline(always)]
    pub(crate) fn begin(self) {
        let marks = self.marks();
        if marks.suspends.get() {
            let up = self.state().up.get();
            let waiting = self.needed().or(self.table().stays_on).without(up);
            marks.cut.set(marks.cut.get().without(up));
            marks.suspended.set(marks.suspended.get().and(waiting));
        }
    }

    /// A node that cannot be borrowed.
    #[inline(always)]
    pub(crate) fn in_use(self, node: usize) -> bool {
        self.marks().out.has(node) || self.board.is_busy(self.permit, node)
    }

    /// The first of these nodes that cannot be borrowed.
    #[inline(always)]
    pub(crate) fn lent_away(self, nodes: B::Set) -> Option<usize> {
        if nodes.is_empty() {
            return None;
        }
        self.order().find(|node| nodes.has(*node) && self.in_use(*node))
    }

    /// Whether what `node` borrows is there. If not, what of it is not.
    #[inline(always)]
    pub(crate) fn borrow(self, node: usize) -> Result<(), usize> {
        let table = self.table();
        // What its teardown borrows must be in place in case of a rollback.
        let out = table.lent_down.of(node).and(self.marks().out.get());
        let lent = self.lent_away(table.lent_up.of(node));
        let lent = lent.or_else(|| self.any(out));
        lent.map_or(Ok(()), Err)
    }

    /// What keeps `node` from going down.
    #[inline(always)]
    pub(crate) fn obstacle(self, node: usize) -> Option<usize> {
        if self.in_use(node) { Some(node) } else { self.lent_away(self.table().lent_down.of(node)) }
    }

    /// Takes a node down. `false`: it is in use, and still up.
    pub(crate) fn take_down(self, node: usize, failures: &Failures) -> bool {
        let (table, state, marks) = (self.table(), self.state(), self.marks());
        // What is checked out is not in its place: nothing may take it from there, or borrow it (S2).
        if marks.out.has(node) || !marks.out.get().and(table.lent_down.of(node)).is_empty() {
            failures.count();
            return false;
        }
        // If the deinit panics, the node is no longer up, and its inputs are lost (S9).
        state.up.remove(node);
        let step = Failures::new();
        let forced = self.suspended().has(node);
        if !self.board.down(self.permit, node, forced, &step) {
            state.up.add(node);
            failures.count();
            return false;
        }
        failures.add(&step);
        // A rail that stays on goes on rising.
        if forced || !table.stays_on.has(node) {
            self.settled(node);
        }
        if table.claims.has(node) && !table.lost_down.has(node) && step.get() == 0 {
            marks.taken.remove(node);
        }
        true
    }

    /// Takes these down, which are up, in reverse order, unless something needs them that is stuck. What all that is stuck
    /// needs.
    #[inline(never)]
    pub(crate) fn sweep(self, nodes: B::Set, failures: &Failures) -> B::Set {
        let mut needed = B::Set::EMPTY;
        for node in self.order().rev() {
            if nodes.has(node) && (needed.has(node) || !self.take_down(node, failures)) {
                needed = needed.or(self.table().needs.of(node));
            }
        }
        needed
    }
}
