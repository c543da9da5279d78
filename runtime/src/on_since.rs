//! When a rail was switched on.

use crate::Clock;
use core::cell::Cell;

/// Remembers when a rail was switched on, for whoever waits until it has settled.
pub struct OnSince(Cell<u32>);

// SAFETY: every access is unsafe and made by the one token (S3).
unsafe impl Sync for OnSince {}

impl OnSince {
    /// It never was.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        OnSince(Cell::new(0))
    }

    /// It is now.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline]
    pub unsafe fn note<C: Clock>(&'static self) {
        if C::COUNTS {
            self.0.set(C::now());
        }
    }

    /// When that was, in microseconds of the clock. Of a rail that never was switched on, 0.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline]
    pub unsafe fn get(&'static self) -> u32 {
        self.0.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Noon;

    impl Clock for Noon {
        fn now() -> u32 {
            12
        }
    }

    #[test]
    fn the_last_time_is_remembered() {
        static ON: OnSince = OnSince::new();
        // SAFETY: one thread.
        unsafe {
            assert_eq!(ON.get(), 0);
            ON.note::<Noon>();
            assert_eq!((ON.get(), ON.get()), (12, 12));
        }
    }
}
