//! What a bring-up does, one turn after the other.

use super::Request;
use crate::BootError;
use crate::control::set::Set;
use crate::control::table::Sets;
use crate::control::{AcquireError, Acquired, Attempt, Board};
use crate::undo::Failures;

/// What went wrong with a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Its init.
    Up,
    /// It is a rail, up, and has not settled.
    Settle,
}

impl<'a, B: Board> Request<'a, B> {
    /// The next node to start, and the rails that have to settle before. After the last one, how many nodes there are;
    /// `None`: nothing starts before these rails have settled.
    #[inline(always)]
    pub(super) fn next(&mut self) -> (Option<usize>, B::Set) {
        let walk = self.walk;
        let (table, state) = (walk.table(), walk.state());
        if let Some(rail) = self.prompt.take() {
            return (None, B::Set::of(rail));
        }
        loop {
            // SAFETY: it is counted up to there, and no further.
            unsafe { core::hint::assert_unchecked(self.at <= table.nodes) };
            let up = state.up.get();
            let open = self.goal.without(up).without(self.missed);
            while self.at < table.nodes && !open.has(self.at) {
                self.at += 1;
            }
            let node = self.at;
            let last = node == table.nodes;
            if !last && self.must_miss(node) {
                continue;
            }
            // What else rises in the end was forgotten by another call, and waits for whoever needs it.
            let needs = if last { self.goal } else { walk.needs(node) };
            let mut rising = self.rising.or(walk.rising()).and(table.settles);
            // What rises is up, unless a failure that is tolerated took it down, or it stays on and so goes on rising.
            if !table.tolerated.is_empty() || !table.stays_on.is_empty() {
                rising = rising.and(up);
            }
            return (Some(node), rising.and(needs));
        }
    }

    /// Leaves out what something tolerated that failed is missing for.
    #[inline(always)]
    fn must_miss(&mut self, node: usize) -> bool {
        let (walk, table) = (self.walk, self.walk.table());
        if table.tolerated.is_empty() {
            return false;
        }
        let missing = table.needs.of(node).without(walk.state().up.get());
        if missing.is_empty() && !walk.marks().taken.has(node) {
            return false;
        }
        self.missed.add(node);
        if let Some(need) = walk.any(missing) {
            walk.board.blame(walk.permit, node, need);
        }
        self.tidy(&Failures::new());
        true
    }

    /// The rails have settled, and so the node may start; or it was the last, and this is the end. Whether to switch on what
    /// boot leaves on as well. The error is a node that is in use.
    #[inline(always)]
    pub(super) fn start(&mut self, node: usize) -> Result<Option<bool>, usize> {
        let (walk, table) = (self.walk, self.walk.table());
        if node == table.nodes {
            self.commit();
            return Ok(None);
        }
        // SAFETY: it is counted up to there, and no further.
        unsafe { core::hint::assert_unchecked(node < table.nodes) };
        walk.borrow(node)?;
        if !walk.board.begin(walk.permit, node) {
            return Err(node);
        }
        if table.claims.has(node) {
            walk.marks().taken.add(node);
        }
        self.current = Some(node);
        Ok(Some(walk.suspended().has(node)))
    }

    /// One of `rails` did not settle. Those before it have. Without a `failure`, something is in use that it borrows for that.
    #[inline(always)]
    pub(super) fn unsettled(&mut self, rail: usize, rails: B::Set, failure: Option<B::Failure>) -> Acquired<B> {
        for settled in (0..rail).filter(|settled| rails.has(*settled)) {
            self.rising.remove(settled);
        }
        match (failure, self.walk.borrow(rail)) {
            (Some(failure), _) => self.failed(rail, Turn::Settle, failure),
            (None, borrowed) => Err(self.refuse(borrowed.err().unwrap_or(rail))),
        }
    }

    /// How its init went. `forced`: it was not left as boot leaves it.
    #[inline(always)]
    pub(super) fn came(&mut self, node: usize, forced: bool, attempt: Attempt<B>) -> Acquired<B> {
        let (table, state) = (self.walk.table(), self.walk.state());
        if let Err(failure) = attempt {
            return self.failed(node, Turn::Up, failure);
        }
        self.current = None;
        state.up.add(node);
        if !table.settles.is_empty() && (!table.stays_on.has(node) || forced) {
            self.rising.add(node);
        }
        if table.prompt.has(node) && self.rising.or(self.walk.rising()).has(node) {
            self.prompt = Some(node);
        }
        if table.tolerated.has(node) {
            self.walk.board.record(self.walk.permit, node, None);
        }
        Ok(())
    }

    #[inline(always)]
    fn failed(&mut self, node: usize, turn: Turn, failure: B::Failure) -> Acquired<B> {
        let walk = self.walk;
        let (table, marks) = (walk.table(), walk.marks());
        self.abandon();
        if table.claims.has(node) && !table.lost_failed.has(node) {
            marks.taken.remove(node);
        }
        let failures = Failures::new();
        let mut tolerated = self.tolerates(node);
        if turn == Turn::Settle {
            // It is up: it goes down by itself, or with the rest, even if an earlier call has switched it on.
            self.before.remove(node);
            let step = Failures::new();
            tolerated = tolerated && walk.take_down(node, &step);
            // What is stuck is counted with the rest.
            if tolerated {
                failures.add(&step);
            }
        }
        if tolerated {
            self.missed.add(node);
            self.tidy(&failures);
        } else {
            self.roll_back(&failures);
        }
        let (cause, attempt) = B::attempt(failure);
        let error = BootError { node: walk.board.node(node), attempt, cause, rollback_failures: failures.get() };
        if tolerated {
            walk.board.record(walk.permit, node, Some(error));
            return Ok(());
        }
        Err(AcquireError::Failed(error))
    }

    /// Whether this call goes on without `node`.
    #[inline(always)]
    fn tolerates(&self, node: usize) -> bool {
        self.walk.table().tolerated.has(node) && !self.required.has(node)
    }
}
