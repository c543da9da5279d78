//! What needs what.

use super::Board;
use super::set::Set;
use super::table::Sets;
use super::walk::Walk;
use crate::undo::Failures;
use core::ops::Range;

impl<B: Board> Walk<'_, B> {
    /// All that these need, and they themselves.
    #[inline(never)]
    pub(crate) fn below(self, mut set: B::Set) -> B::Set {
        for vertex in self.vertices().rev() {
            if set.has(vertex) {
                set = set.or(self.table().needs.of(vertex));
            }
        }
        set
    }

    /// All that these need, and they themselves.
    #[inline(always)]
    pub(crate) fn below_roots(self, roots: Range<usize>) -> B::Set {
        let mut set = B::Set::EMPTY;
        each(roots, |root| set = set.or(self.closure(root)));
        if self.has_closures() { set } else { self.below(set) }
    }

    #[inline(always)]
    fn has_closures(self) -> bool {
        !self.table().closures.is_empty()
    }

    /// A vertex and what it needs, or it alone where the table does not have that.
    #[inline(always)]
    fn closure(self, vertex: usize) -> B::Set {
        if self.has_closures() { self.table().closures.of(vertex) } else { B::Set::of(vertex) }
    }

    /// What a node needs: with closures more than what it needs itself, so that one table does for most boards.
    #[inline(always)]
    pub(crate) fn needs(self, node: usize) -> B::Set {
        if self.has_closures() { self.closure(node) } else { self.table().needs.of(node) }
    }

    /// All that need one of these, and they themselves.
    pub(crate) fn above(self, mut set: B::Set) -> B::Set {
        for node in self.order() {
            if !self.table().needs.of(node).and(set).is_empty() {
                set.add(node);
            }
        }
        set
    }

    /// Takes down what is up, and no held node or level needs.
    #[inline(never)]
    pub(crate) fn sweep_not_needed(self, failures: &Failures) {
        self.sweep(self.state().up.get().without(self.needed_here()), failures);
    }

    /// Nodes that are held themselves.
    #[inline(always)]
    pub(crate) fn held_nodes(self) -> B::Set {
        let mut nodes = B::Set::EMPTY;
        self.order().filter(|node| self.holds(*node).get() != 0).for_each(|node| nodes.add(node));
        nodes
    }

    /// What held nodes and levels need.
    #[inline(never)]
    pub(crate) fn needed(self) -> B::Set {
        self.needed_here()
    }

    /// The same for the one function that every firmware with run-time control has.
    #[inline(always)]
    fn needed_here(self) -> B::Set {
        let mut set = B::Set::EMPTY;
        for vertex in self.vertices().rev() {
            if self.holds(vertex).get() != 0 {
                set = set.or(self.closure(vertex));
            }
        }
        if self.has_closures() { set } else { self.below(set) }
    }
}

/// Each of `roots`, of which there is one at least: a loop that ends after one root is none, whatever it is optimised for.
#[inline(always)]
pub(crate) fn each(roots: Range<usize>, mut f: impl FnMut(usize)) {
    let mut root = roots.start;
    loop {
        f(root);
        root = root.wrapping_add(1);
        if root >= roots.end {
            break;
        }
    }
}
