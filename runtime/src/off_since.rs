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

    /// Returns when it has been off for `us` microseconds. After more than 2³² microseconds the clock has wrapped: it may
    /// then wait once more, never less.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline]
    pub unsafe fn wait<C: Clock>(&'static self, us: u32) {
        if let Some(since) = self.0.take() {
            C::wait_until(since, us);
        }
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
    fn the_rest_is_measured_from_the_last_switch_off() {
        static OFF: OffSince = OffSince::new();
        // SAFETY: one thread.
        unsafe {
            OFF.wait::<Ticks>(1_000);
            assert_eq!(NOW.load(Ordering::Relaxed), 100, "it never went off");
            OFF.note::<Ticks>();
            OFF.wait::<Ticks>(10);
            assert_eq!(NOW.load(Ordering::Relaxed), 111);
            NOW.store(500, Ordering::Relaxed);
            OFF.note::<Ticks>();
            NOW.store(700, Ordering::Relaxed);
            OFF.wait::<Ticks>(10);
            assert_eq!(NOW.load(Ordering::Relaxed), 701, "long enough already");
        }
    }
}
