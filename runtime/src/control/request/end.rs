//! How a bring-up ends: everything is up, or what it brought up goes down.

use super::{Request, Task};
use crate::control::needs::each;
use crate::control::set::Set;
use crate::control::table::Sets;
use crate::control::{AcquireError, Board};
use crate::undo::Failures;

impl<B: Board> Request<'_, B> {
    /// Something is in use that is needed for a moment.
    pub(super) fn refuse(&mut self, lent: usize) -> AcquireError<B::Node, B::Error> {
        self.roll_back(&Failures::new());
        AcquireError::InUse(self.walk.board.node(lent))
    }

    #[inline(always)]
    pub(super) fn abandon(&mut self) {
        if let Some(node) = self.current.take() {
            self.walk.board.abandon(self.walk.permit, node);
        }
    }

    /// After a tolerated failure: takes down what came up only for it.
    pub(super) fn tidy(&mut self, failures: &Failures) {
        let walk = self.walk;
        let (table, state) = (walk.table(), walk.state());
        // Taken down, a rail would be off for good that stays on.
        let back = table.stays_on.and(walk.suspended());
        let lonely = table.support.without(self.before).without(walk.held_nodes()).without(back);
        let mut needed = B::Set::EMPTY;
        for node in walk.order().rev() {
            if state.up.has(node) && lonely.has(node) && !needed.has(node) && walk.take_down(node, failures) {
                self.missed.add(node);
            } else if state.up.has(node) || self.goal.has(node) && !self.missed.has(node) {
                needed = needed.or(table.needs.of(node));
            }
        }
    }

    /// What has to be up is, or tolerated.
    #[inline(always)]
    pub(super) fn commit(&mut self) {
        self.finished = true;
        let walk = self.walk;
        let (table, state, marks) = (walk.table(), walk.state(), walk.marks());
        if marks.suspends.get() {
            // What stays on and is off has to be switched on some time.
            let off = table.stays_on.without(state.up.get());
            marks.suspended.set(marks.suspended.get().without(self.goal.without(off)));
        }
        match &self.task {
            Task::Acquire { roots } => {
                each(roots.clone(), |root| walk.hold(root));
            }
            // What came up only to switch on a rail that nobody uses now.
            Task::Resume { .. } => {
                walk.sweep(state.up.get().without(self.before).without(walk.needed()), &Failures::new());
            }
        }
    }

    /// Takes down what this call brought up.
    #[inline(always)]
    pub(super) fn roll_back(&mut self, failures: &Failures) {
        self.finished = true;
        let (walk, state) = (self.walk, self.walk.state());
        if let Task::Resume { rail } = self.task {
            walk.marks().cut.add(rail);
        }
        let stuck = walk.sweep(state.up.get().without(self.before), failures);
        if !stuck.is_empty() {
            walk.leave_rising(self.rising.and(state.up.get()));
        }
    }
}

impl<B: Board> Drop for Request<'_, B> {
    fn drop(&mut self) {
        self.walk.leave_rising(self.rising.and(self.walk.state().up.get()));
        if !self.finished {
            self.abandon();
            self.roll_back(&Failures::new());
        }
    }
}
