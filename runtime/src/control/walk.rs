//! Steps that all operations share.

use super::state::{CUT, MARK, NEW, OUT, REQUIRED, RISING, SUSPENDED, TAKEN, UP, Vertex};
use super::table::{CLAIMS, Index, LOST_DOWN, STAYS_ON};
use super::{Board, Root};
use crate::token::Permit;
use crate::undo::Failures;
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
    pub(crate) fn new(board: &'a B, permit: Permit) -> Self {
        Walk { board, permit }
    }

    #[inline]
    pub(crate) fn vertex(self, vertex: usize) -> Option<&'a Vertex> {
        self.board.vertices(self.permit).get(vertex)
    }

    #[inline]
    pub(crate) fn is(self, vertex: usize, flag: u16) -> bool {
        self.vertex(vertex).is_some_and(|vertex| vertex.is(flag))
    }

    #[inline]
    pub(crate) fn set(self, vertex: usize, flags: u16) {
        if let Some(vertex) = self.vertex(vertex) {
            vertex.set(flags);
        }
    }

    #[inline]
    pub(crate) fn clear(self, vertex: usize, flags: u16) {
        if let Some(vertex) = self.vertex(vertex) {
            vertex.clear(flags);
        }
    }

    /// Whether the table says so of a node.
    #[inline]
    pub(crate) fn has(self, node: usize, quality: u8) -> bool {
        self.board.table().traits.get(node).is_some_and(|traits| traits & quality != 0)
    }

    /// All nodes, in the order in which they come up.
    #[inline]
    pub(crate) fn order(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + use<B> {
        self.board.table().order.iter().map(|node| node.get())
    }

    #[inline]
    pub(crate) fn needs(self, vertex: usize) -> impl Iterator<Item = usize> + use<B> {
        self.board.table().needs.of(vertex)
    }

    pub(crate) fn nodes(self) -> usize {
        self.board.table().order.len()
    }

    /// The vertices of all levels.
    pub(crate) fn levels(self) -> Range<usize> {
        self.nodes()..self.board.vertices(self.permit).len()
    }

    /// What a range of roots is called.
    pub(crate) fn root(self, roots: &Range<usize>) -> Root<B::Node, B::Level> {
        match roots.start.checked_sub(self.nodes()) {
            None => Root::Node(self.board.node(roots.start)),
            Some(level) if roots.len() == 1 => Root::Level(self.board.level(level)),
            Some(_) => Root::All,
        }
    }

    pub(crate) fn clear_all(self, flags: u16) {
        for vertex in self.board.vertices(self.permit) {
            vertex.clear(flags);
        }
    }

    /// Before each call: clears what the last one left, also if it was forgotten or ended by a panic. A rail that was
    /// rising then still does.
    pub(crate) fn begin(self) {
        self.clear_all(MARK | NEW | REQUIRED);
        for node in self.order() {
            let Some(vertex) = self.vertex(node) else { continue };
            if vertex.is(UP) {
                vertex.clear(SUSPENDED | CUT);
            } else if vertex.users.get() == 0 && !self.has(node, STAYS_ON) {
                vertex.clear(SUSPENDED);
            }
        }
    }

    /// Marks what `root` needs, itself included. Other marks stay.
    pub(crate) fn mark(self, root: usize) {
        self.set(root, MARK);
        for node in self.needs(root) {
            self.set(node, MARK);
        }
        for node in self.order().rev().filter(|node| self.is(*node, MARK)) {
            for need in self.needs(node) {
                self.set(need, MARK);
            }
        }
    }

    /// Marks what needs something marked.
    pub(crate) fn mark_users(self) {
        for node in self.order() {
            if self.needs(node).any(|need| self.is(need, MARK)) {
                self.set(node, MARK);
            }
        }
    }

    /// Marks as required `root` if it is a node, what is held as a node, and what those need.
    pub(crate) fn require(self, root: usize) {
        for node in self.order().rev() {
            let held = self.vertex(node).is_some_and(|vertex| vertex.holds.get() > 0);
            if node == root || held || self.is(node, REQUIRED) {
                self.set(node, REQUIRED);
                for need in self.needs(node) {
                    self.set(need, REQUIRED);
                }
            }
        }
    }

    /// One hold of `root` less. What it needs loses a user with the last one.
    pub(crate) fn uncount(self, root: usize) {
        let Some(vertex) = self.vertex(root) else { return };
        vertex.holds.set(vertex.holds.get().saturating_sub(1));
        if vertex.holds.get() == 0 {
            self.clear_all(MARK);
            self.mark(root);
            for vertex in self.board.vertices(self.permit).iter().filter(|vertex| vertex.is(MARK)) {
                vertex.users.set(vertex.users.get().saturating_sub(1));
            }
        }
    }

    /// One hold of `root` more.
    pub(crate) fn count(self, root: usize) {
        let Some(vertex) = self.vertex(root) else { return };
        if vertex.holds.get() == 0 {
            self.clear_all(MARK);
            self.mark(root);
            for vertex in self.board.vertices(self.permit).iter().filter(|vertex| vertex.is(MARK)) {
                vertex.users.set(vertex.users.get().saturating_add(1));
            }
        }
        vertex.holds.set(vertex.holds.get().saturating_add(1));
    }

    /// A node that cannot be borrowed.
    pub(crate) fn in_use(self, node: usize) -> bool {
        self.is(node, OUT) || self.board.is_busy(self.permit, node)
    }

    /// The first of `nodes` that has to settle.
    #[inline]
    pub(crate) fn rising(self, mut nodes: impl Iterator<Item = usize>) -> Option<usize> {
        if B::SETTLES { nodes.find(|node| self.is(*node, UP) && self.is(*node, RISING)) } else { None }
    }

    /// What is moved or borrowed when `node` goes down.
    fn touched(self, node: usize) -> impl Iterator<Item = usize> + use<B> {
        core::iter::once(node).chain(self.board.table().lent_down.of(node))
    }

    /// What keeps `node` from going down.
    pub(crate) fn obstacle(self, node: usize) -> Option<usize> {
        self.touched(node).find(|other| self.in_use(*other))
    }

    /// Takes a node down. `false`: it is in use, and still up.
    pub(crate) fn take_down(self, node: usize, failures: &Failures) -> bool {
        // What is checked out is not in its place: nothing may take it from there, or borrow it (S2).
        if self.touched(node).any(|other| self.is(other, OUT)) {
            failures.count();
            return false;
        }
        // If the deinit panics, the node is no longer up, and its inputs are lost (S9).
        self.clear(node, UP);
        let step = Failures::new();
        let forced = self.is(node, SUSPENDED);
        if !self.board.down(self.permit, node, forced, &step) {
            self.set(node, UP);
            failures.count();
            return false;
        }
        failures.add(&step);
        // A rail that stays on goes on rising.
        if B::SETTLES && (forced || !self.has(node, STAYS_ON)) {
            self.clear(node, RISING);
        }
        if self.has(node, CLAIMS) && !self.has(node, LOST_DOWN) && step.get() == 0 {
            self.clear(node, TAKEN);
        }
        true
    }

    /// Takes down, in reverse order, every node that is up and chosen, unless one that is stuck needs it.
    pub(crate) fn sweep(self, failures: &Failures, chosen: impl Fn(&Vertex) -> bool) {
        self.clear_all(MARK);
        for node in self.order().rev() {
            let Some(vertex) = self.vertex(node).filter(|vertex| vertex.is(UP) && chosen(vertex)) else { continue };
            if vertex.is(MARK) || !self.take_down(node, failures) {
                for need in self.needs(node) {
                    self.set(need, MARK);
                }
            }
        }
    }
}
