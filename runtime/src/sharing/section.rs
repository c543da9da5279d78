//! Without an atomic compare-and-swap. Loads and stores alone would do outside the critical section, but not every such
//! target has atomic ones.

use super::{Flag, State};
use crate::{Local, Unavailable};
use critical_section::Mutex;

/// A [`State`] that is reached in a critical section only.
pub(super) struct Byte(Mutex<Local>);

impl Flag for Byte {
    #[allow(clippy::declare_interior_mutable_const)] // each use starts a place of its own
    const DOWN: Self = Byte(Mutex::new(Local::DOWN));

    #[inline]
    fn is(&self, state: State) -> bool {
        critical_section::with(|section| self.0.borrow(section).is(state))
    }

    #[inline]
    fn set(&self, state: State) {
        critical_section::with(|section| self.0.borrow(section).set(state));
    }

    #[inline]
    fn leave_free(&self, to: State) -> Result<(), Unavailable> {
        critical_section::with(|section| self.0.borrow(section).leave_free(to))
    }
}
