//! With an atomic compare-and-swap.

use super::{Flag, State};
use crate::Unavailable;
use core::sync::atomic::{AtomicU8, Ordering};

/// A [`State`] as a number.
pub(super) struct Byte(AtomicU8);

impl Flag for Byte {
    #[allow(clippy::declare_interior_mutable_const)] // each use starts a place of its own
    const DOWN: Self = Byte(AtomicU8::new(State::Down as u8));

    #[inline(always)]
    fn is(&self, state: State) -> bool {
        self.0.load(Ordering::Relaxed) == state as u8
    }

    #[inline(always)]
    fn set(&self, state: State) {
        self.0.store(state as u8, Ordering::Release);
    }

    #[inline(always)]
    fn leave_free(&self, to: State) -> Result<(), Unavailable> {
        // What it was comes out of the same access: after a second one BUSY could look like DOWN.
        match self.0.compare_exchange(State::Free as u8, to as u8, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => Ok(()),
            Err(state) if state == State::Busy as u8 => Err(Unavailable::Busy),
            Err(_) => Err(Unavailable::Down),
        }
    }
}
