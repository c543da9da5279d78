//! Why run-time control did not do what it was asked.

use crate::BootError;
use core::fmt;

/// What can be held.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Root<N, L> {
    /// A node.
    Node(N),
    /// Everything that boots in a level.
    Level(L),
    /// Every level.
    All,
}

/// A node, a level or all did not come up. What this call had brought up is down again, and nothing is held by it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AcquireError<N, E> {
    /// An init failed.
    Failed(BootError<N, E>),
    /// This node cannot come up again: its inputs were used up.
    Spent(N),
    /// This rail is suspended, and it is needed.
    Down(N),
    /// This node is needed for a moment and in use: checked out, or in a call further up the stack or across an
    /// `.await`. Or its init was forgotten half way.
    InUse(N),
    /// It, or one of several that were to be held, is held 32 768 times already.
    TooManyHolds,
}

/// A hold was not given up, or not without trouble.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReleaseError<N, L> {
    /// It is not held. Nothing was changed.
    NotHeld(Root<N, L>),
    /// This node would go down, or is needed to take another down, and is checked out or in use. Nothing was changed.
    InUse(N),
    /// The hold is gone and what had to go down is down, but so many steps on the way failed. 255 stands for more.
    Failures(u8),
}

/// Something that was asked of a node was refused, and nothing changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Refused<N> {
    /// The node is down.
    Down(N),
    /// The node is checked out or in use.
    InUse(N),
    /// The node would go down and could not come up again: it does not give its inputs back.
    Spent(N),
}

impl<N: fmt::Debug, L: fmt::Debug> fmt::Display for Root<N, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Root::Node(node) => write!(f, "{node:?}"),
            Root::Level(level) => write!(f, "level {level:?}"),
            Root::All => f.write_str("the board"),
        }
    }
}

impl<N: fmt::Debug, E: fmt::Debug> fmt::Display for AcquireError<N, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AcquireError::Failed(error) => error.fmt(f),
            AcquireError::Spent(node) => write!(f, "{node:?} cannot come up again: its inputs are used up"),
            AcquireError::Down(rail) => write!(f, "{rail:?} is suspended"),
            AcquireError::InUse(node) => write!(f, "{node:?} is in use"),
            AcquireError::TooManyHolds => f.write_str("it is held too often"),
        }
    }
}

impl<N: fmt::Debug, L: fmt::Debug> fmt::Display for ReleaseError<N, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReleaseError::NotHeld(root) => write!(f, "{root} is not held"),
            ReleaseError::InUse(node) => write!(f, "{node:?} is in use"),
            ReleaseError::Failures(1) => f.write_str("1 step of the teardown failed"),
            ReleaseError::Failures(count) => write!(f, "{count} steps of the teardown failed"),
        }
    }
}

impl<N: fmt::Debug> fmt::Display for Refused<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Down(node) => write!(f, "{node:?} is down"),
            Refused::InUse(node) => write!(f, "{node:?} is in use"),
            Refused::Spent(node) => write!(f, "{node:?} could not come up again"),
        }
    }
}

impl<N: fmt::Debug, E: fmt::Debug> core::error::Error for AcquireError<N, E> {}
impl<N: fmt::Debug, L: fmt::Debug> core::error::Error for ReleaseError<N, L> {}
impl<N: fmt::Debug> core::error::Error for Refused<N> {}
