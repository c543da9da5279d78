//! Run-time control: holds are counted, what is missing comes up in order, what nobody holds goes down in reverse.
//!
//! A *root* is a node or a level. A node is up while a held root needs it, except while a rail that it needs is suspended,
//! and except an optional node that failed. What that means is worked out from the holds whenever it is asked. All walks are
//! O(nodes + edges), and for large boards O(nodes²) of single bits.

mod access;
mod error;
mod needs;
mod release;
mod request;
mod set;
mod state;
mod suspend;
mod table;
#[cfg(test)]
mod tests;
mod walk;

pub use access::{adopt, check_in, check_out, handle, holds, is_here, is_up, put_back, take_out};
pub use error::{AcquireError, Refused, ReleaseError, Root};
pub use release::release;
pub use request::{Request, acquire, acquire_async};
pub use set::Set;
pub use state::{Holds, Marks, State};
pub use suspend::{resume, resume_async, suspend};
pub use table::{Index, Lists, Masks, Sets, Table};

use crate::BootError;
use crate::token::Permit;
use crate::undo::Failures;

/// A board, as run-time control sees it. All its functions act for the token, which their [`Permit`] shows.
///
/// What a board does not have costs nothing: its sets in the table are empty, and so the code for it is dropped.
pub trait Board {
    /// Names a node.
    type Node;
    /// Names a level.
    type Level;
    /// Why an init fails.
    type Error;
    /// What a failed bring-up returns: the error, and the attempt where one of several can be the last.
    type Failure;
    /// Holds all nodes and levels.
    type Set: Set;
    /// The form of the lists in the table.
    type Sets: Sets<Self::Set>;

    /// The graph.
    fn table(&self) -> &'static Table<Self::Set, Self::Sets>;
    /// What is up and what is held.
    fn state(&self, permit: Permit) -> &State<Self::Set>;
    /// What few nodes ever are.
    fn marks(&self, permit: Permit) -> &Marks<Self::Set>;
    /// The name of a node.
    fn node(&self, node: usize) -> Self::Node;
    /// The name of a level, counted from 0.
    fn level(&self, level: usize) -> Self::Level;
    /// Why a bring-up failed, and at which attempt, from 1.
    fn attempt(failure: Self::Failure) -> (Self::Error, u8);
    /// Whether something uses a shared node right now.
    fn is_busy(&self, permit: Permit, node: usize) -> bool;
    /// Makes a shared node ready to start. `false` if it is not down.
    fn begin(&self, permit: Permit, node: usize) -> bool;
    /// The start did not succeed.
    fn abandon(&self, permit: Permit, node: usize);
    /// Takes a node down, or answers `false`: it is in use, and still up. `forced` switches off what else stays on.
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

/// What a bring-up returns.
pub type Attempt<B> = Result<(), <B as Board>::Failure>;

/// What `acquire` and `resume` return.
pub type Acquired<B, T = ()> = Result<T, AcquireError<<B as Board>::Node, <B as Board>::Error>>;
