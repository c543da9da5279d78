//! Run-time control: holds are counted, what is missing comes up in order, what nobody holds goes down in reverse.
//!
//! A *root* is a node or a level. A node is up while a held root needs it, except while a rail that it needs is suspended,
//! and except an optional node that failed. All walks are O(nodes + edges).

mod access;
mod error;
mod release;
mod request;
mod state;
mod suspend;
mod table;
#[cfg(test)]
mod tests;
mod walk;

pub use access::{adopt, check_in, check_out, holds, is_here, is_up};
pub use error::{AcquireError, Refused, ReleaseError, Root};
pub use release::release;
pub use request::{Request, acquire, acquire_async};
pub use state::{State, Vertex};
pub use suspend::{resume, resume_async, suspend};
pub use table::{CLAIMS, Index, LOST_DOWN, LOST_FAILED, Lists, PROMPT, SETTLES, STAYS_ON, SUPPORT, TOLERATED, Table};

use crate::BootError;
use crate::token::Permit;
use crate::undo::Failures;

/// A board, as run-time control sees it. All its functions act for the token, which their [`Permit`] shows.
pub trait Board {
    /// Names a node.
    type Node;
    /// Names a level.
    type Level;
    /// Why an init fails.
    type Error;
    /// Type of a node's number in the table.
    type Index: Index;
    /// Type of a place in the lists of the table.
    type Offset: Index;
    /// Whether the table has nodes that settle.
    const SETTLES: bool;

    /// The graph.
    fn table(&self) -> &'static Table<Self::Index, Self::Offset>;
    /// The state of all vertices.
    fn vertices(&self, permit: Permit) -> &[Vertex];
    /// The name of a node.
    fn node(&self, node: usize) -> Self::Node;
    /// The name of a level, counted from 0.
    fn level(&self, level: usize) -> Self::Level;
    /// Whether something uses a shared node right now.
    fn is_busy(&self, permit: Permit, node: usize) -> bool;
    /// Makes a shared node ready to start. `false` if it is not down.
    fn begin(&self, permit: Permit, node: usize) -> bool;
    /// The start did not succeed.
    fn abandon(&self, permit: Permit, node: usize);
    /// Takes a node down, or answers `false`: it is in use, and still up. `forced` switches off what else stays on
    /// ([`STAYS_ON`]).
    fn down(&self, permit: Permit, node: usize, forced: bool, failures: &Failures) -> bool;
    /// Keeps the failure of a tolerated node, or forgets the last one. Few boards have such nodes.
    fn record(&self, permit: Permit, node: usize, failure: Option<BootError<Self::Node, Self::Error>>) {
        let _ = (permit, node, failure);
    }
    /// A tolerated node is left out because of a need that is not up.
    fn blame(&self, permit: Permit, node: usize, need: usize) {
        let _ = (permit, node, need);
    }
}

/// What there is to do for a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// Bring it up.
    Up {
        /// Also if it is a rail that boot leaves on ([`STAYS_ON`]).
        forced: bool,
    },
    /// It is a rail and up: return when it has settled.
    Settle,
}

impl Turn {
    /// Whether to switch on what boot leaves on as well.
    #[inline]
    pub fn is_forced(self) -> bool {
        self == Turn::Up { forced: true }
    }
}

/// What a bring-up returns: why it failed, and at which attempt, from 1.
pub type Attempt<E> = Result<(), (E, u8)>;

/// What `acquire` and `resume` return.
pub type Acquired<B, T = ()> = Result<T, AcquireError<<B as Board>::Node, <B as Board>::Level, <B as Board>::Error>>;
