//! What goes wrong, and when. Both sides ask for each init and deinit that runs, and for each rail that settles, so both
//! meet the same.

use crate::layout::Set;

/// What goes wrong at one call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Error,
    Panic,
    /// The future is dropped while it awaits this init.
    Drop,
    /// The same with `mem::forget`.
    Forget,
    /// While it awaits this init, another task begins or ends to use a shared node; then this happens.
    Meanwhile(u8, Then),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Then {
    Done,
    Error,
    Drop,
}

/// How a call ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fate {
    Done,
    Error,
    Panic,
    Drop,
    Forget,
}

/// The call with this number, from 0, meets this.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault {
    pub(crate) call: usize,
    pub(crate) kind: Kind,
}

#[derive(Clone, Default, Debug)]
pub(crate) struct Faults {
    pub(crate) fault: Option<Fault>,
    /// Whose init fails each time, or which rail does not settle.
    pub(crate) broken_up: Set,
    /// Whose deinit fails each time.
    pub(crate) broken_down: Set,
    /// How many calls there were.
    pub(crate) calls: usize,
}

impl Faults {
    fn next(&mut self) -> Option<Kind> {
        self.calls += 1;
        self.fault.filter(|fault| fault.call + 1 == self.calls).map(|fault| fault.kind)
    }

    /// An init runs, or a rail settles. What another task does meanwhile, and how it ends. `weak`: if the node is broken,
    /// it fails now.
    pub(crate) fn up(&mut self, node: usize, waits: bool, weak: bool) -> (Option<u8>, Fate) {
        let usual = if weak && self.broken_up.contains(&node) { Fate::Error } else { Fate::Done };
        match self.next() {
            None => (None, usual),
            Some(Kind::Error) => (None, Fate::Error),
            Some(Kind::Panic) => (None, Fate::Panic),
            // Only a future can be dropped.
            Some(Kind::Drop) if !waits => (None, Fate::Panic),
            Some(Kind::Forget | Kind::Meanwhile(..)) if !waits => (None, Fate::Error),
            Some(Kind::Drop) => (None, Fate::Drop),
            Some(Kind::Forget) => (None, Fate::Forget),
            Some(Kind::Meanwhile(which, Then::Done)) => (Some(which), usual),
            Some(Kind::Meanwhile(which, Then::Error)) => (Some(which), Fate::Error),
            Some(Kind::Meanwhile(which, Then::Drop)) => (Some(which), Fate::Drop),
        }
    }

    /// A deinit runs. How it ends.
    pub(crate) fn down(&mut self, node: usize) -> Fate {
        let usual = if self.broken_down.contains(&node) { Fate::Error } else { Fate::Done };
        match self.next() {
            None => usual,
            Some(Kind::Error | Kind::Forget | Kind::Meanwhile(..)) => Fate::Error,
            Some(Kind::Panic | Kind::Drop) => Fate::Panic,
        }
    }

    /// Error and attempt of what fails: different each time, so that none is taken for another.
    pub(crate) fn error(&self) -> (usize, u8) {
        (self.calls, (self.calls % 3 + 1) as u8)
    }
}

/// What happened to a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Event {
    Up(usize, Fate),
    /// A rail has settled, or has not.
    Settle(usize, Fate),
    /// It came up and nothing had to be done for it.
    CameUp(usize),
    Down(usize, Fate),
    /// It went down and nothing had to be done for it.
    WentDown(usize),
    /// It should have gone down and was in use.
    Stuck(usize),
}

/// Why a node that the board can do without is not up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Failure {
    None,
    Own {
        attempt: u8,
        cause: usize,
        rollback_failures: u8,
    },
    /// The failure of what it needs.
    Of(usize),
}

/// What an operation returned, or how it ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
    Done,
    /// So many steps of a teardown failed.
    Failures(u8),
    NotHeld(bringup::Root<usize, usize>),
    Failed {
        node: usize,
        attempt: u8,
        cause: usize,
        rollback_failures: u8,
    },
    Spent(usize),
    Down(usize),
    InUse(usize),
    TooManyHolds,
    Panicked,
    Dropped,
    Forgotten,
}
