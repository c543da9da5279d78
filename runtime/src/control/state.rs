//! What changes while run-time control works.

use super::set::{Kept, Set};
use core::cell::Cell;

/// What is up and what is held. All zero at first, so it lies in `.bss`.
pub struct State<S, E: ?Sized = [Holds]> {
    /// Nodes that are up.
    pub(crate) up: Kept<S>,
    /// How often each of them is: nodes, and after them levels.
    pub(crate) holds: E,
}

/// How often a node or a level is held.
pub struct Holds(pub(crate) Cell<u16>);

// SAFETY: every access is made by the one token (S3), and no reference into it leaves this module.
unsafe impl<S, E: ?Sized> Sync for State<S, E> {}

impl<S: Set, const VERTICES: usize> State<S, [Holds; VERTICES]> {
    /// Everything is down and nothing held.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        State { up: Kept::new(), holds: [const { Holds(Cell::new(0)) }; VERTICES] }
    }
}

/// What few nodes ever are. A set that nothing of the firmware fills takes neither room nor code: the compiler sees that it
/// stays empty.
pub struct Marks<S> {
    /// Whose init is awaited, or was forgotten half way.
    pub(crate) starting: Kept<S>,
    /// Whose inputs are not in place (S5).
    pub(crate) taken: Kept<S>,
    /// Whose handle is checked out.
    pub(crate) out: Kept<S>,
    /// A rail was left rising at some time. If not, the next one is empty.
    pub(crate) rises: Cell<bool>,
    /// Rails that an earlier call has switched on, and that have not settled for all that is known.
    pub(crate) rising: Kept<S>,
    /// Something was suspended at some time. If not, the next two are empty.
    pub(crate) suspends: Cell<bool>,
    /// What is held, and went down because a rail is suspended. And rails that stay on otherwise, and are off for that.
    pub(crate) suspended: Kept<S>,
    /// Rails that are suspended themselves.
    pub(crate) cut: Kept<S>,
}

// SAFETY: as for `State`.
unsafe impl<S> Sync for Marks<S> {}

impl<S: Set> Marks<S> {
    /// None.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        Marks {
            starting: Kept::new(),
            taken: Kept::new(),
            out: Kept::new(),
            rises: Cell::new(false),
            rising: Kept::new(),
            suspends: Cell::new(false),
            suspended: Kept::new(),
            cut: Kept::new(),
        }
    }
}
