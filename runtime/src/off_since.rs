//! When a rail was switched off.

use crate::Clock;
use core::cell::Cell;

/// Remembers when a rail went off, for one that must stay off for a while.
pub struct OffSince(Cell<Option<u32>>);

// SAFETY: every access is unsafe and made by the one token (S3).
unsafe impl Sync for OffSince {}

impl OffSince {
    /// It never went off.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        OffSince(Cell::new(None))
    }

    /// It goes off now.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline]
    pub unsafe fn note<C: Clock>(&'static self) {
        self.0.set(Some(C::now()));
    }

    /// When it went off, unless that was asked before. After more than 2³² microseconds the clock has wrapped: who counts
    /// from here may then wait once more, never less.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline]
    pub unsafe fn take(&'static self) -> Option<u32> {
        self.0.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::sync::atomic::{AtomicU32, Ordering};

    static NOW: AtomicU32 = AtomicU32::new(100);

    struct Ticks;

    impl Clock for Ticks {
        fn now() -> u32 {
            NOW.fetch_add(1, Ordering::Relaxed)
        }
    }

    #[test]
    fn it_is_known_once_when_it_went_off_last() {
        static OFF: OffSince = OffSince::new();
        // SAFETY: one thread.
        unsafe {
            assert_eq!(OFF.take(), None, "it never went off");
            OFF.note::<Ticks>();
            NOW.store(500, Ordering::Relaxed);
            OFF.note::<Ticks>();
            assert_eq!(OFF.take(), Some(500), "the last time counts");
            assert_eq!(OFF.take(), None, "once");
        }
    }
}
