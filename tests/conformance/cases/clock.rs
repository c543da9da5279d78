//! Time that passes only when something waits for it, or when a case says so.

use super::trace;
use core::cell::Cell;
use critical_section::Mutex;

/// The clock of the boards.
pub(crate) struct Fake;

/// So early that it wraps in the middle of the cases.
static NOW: Mutex<Cell<u32>> = Mutex::new(Cell::new(u32::MAX - 1_000));

/// So many microseconds pass.
pub(crate) fn pass(us: u32) {
    critical_section::with(|section| {
        let now = NOW.borrow(section);
        now.set(now.get().wrapping_add(us));
    });
}

impl bringup::Clock for Fake {
    fn now() -> u32 {
        critical_section::with(|section| NOW.borrow(section).get())
    }

    fn wait_until(t0: u32, us: u32) {
        let left = us.saturating_sub(Self::now().wrapping_sub(t0));
        if left > 0 {
            pass(left);
            trace::waited(left);
        }
    }
}
