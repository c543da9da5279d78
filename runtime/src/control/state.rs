//! What changes while run-time control works.

use core::cell::Cell;

/// It is up.
pub(crate) const UP: u16 = 1;
/// Its init runs, or was forgotten half way.
pub(crate) const STARTING: u16 = 2;
/// Its inputs are not in place (S5).
pub(crate) const TAKEN: u16 = 4;
/// Its handle is checked out.
pub(crate) const OUT: u16 = 8;
/// It is held, and went down because a rail is suspended. Or a rail that stays on otherwise, and is off for that.
pub(crate) const SUSPENDED: u16 = 16;
/// A rail that is suspended itself.
pub(crate) const CUT: u16 = 32;
/// Belongs to what is being looked at.
pub(crate) const MARK: u16 = 64;
/// Came up, was released or has to go down, in the present call.
pub(crate) const NEW: u16 = 128;
/// Cannot be missing in the present call, optional or not.
pub(crate) const REQUIRED: u16 = 256;
/// A rail that is switched on and has not settled for all that is known.
pub(crate) const RISING: u16 = 512;

/// The state of a node or a level.
pub struct Vertex {
    flags: Cell<u16>,
    /// How many held roots need it.
    pub(crate) users: Cell<u16>,
    /// How often it is held itself.
    pub(crate) holds: Cell<u16>,
}

impl Vertex {
    /// Down and not held.
    #[allow(clippy::new_without_default)] // only ever in a static
    pub const fn new() -> Self {
        Vertex { flags: Cell::new(0), users: Cell::new(0), holds: Cell::new(0) }
    }

    #[inline]
    pub(crate) fn is(&self, flag: u16) -> bool {
        self.flags.get() & flag != 0
    }

    #[inline]
    pub(crate) fn set(&self, flags: u16) {
        self.flags.set(self.flags.get() | flags);
    }

    #[inline]
    pub(crate) fn clear(&self, flags: u16) {
        self.flags.set(self.flags.get() & !flags);
    }
}

/// The states of all nodes and levels of a board. All zero at first, so it lies in `.bss`.
pub struct State<const VERTICES: usize>([Vertex; VERTICES]);

// SAFETY: every access is made by the one token (S3), and no reference into it leaves this module.
unsafe impl<const VERTICES: usize> Sync for State<VERTICES> {}

impl<const VERTICES: usize> State<VERTICES> {
    /// Everything is down and nothing held.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        State([const { Vertex::new() }; VERTICES])
    }

    /// The states, by vertex.
    ///
    /// # Safety
    /// The caller acts for the token (S3), and lets no reference live longer than that.
    #[inline(always)]
    pub unsafe fn vertices(&self) -> &[Vertex] {
        &self.0
    }
}
