//! Time that passes only when something waits for it, or when a case says so.

use super::trace;
use bringup::Clock;
use core::cell::Cell;
use core::future::{Future, poll_fn};
use core::task::Poll;
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

/// How many microseconds `what` takes.
pub(crate) fn time<T>(what: impl FnOnce() -> T) -> (u32, T) {
    let start = Fake::now();
    let value = what();
    (Fake::now().wrapping_sub(start), value)
}

impl Clock for Fake {
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

    /// Not over the first time it is asked, unless it has been for long.
    fn sleep(t0: u32, us: u32, _: u32) -> impl Future<Output = ()> {
        let mut asked = false;
        poll_fn(move |context| {
            if Self::now().wrapping_sub(t0) < us && !core::mem::replace(&mut asked, true) {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            Self::wait_until(t0, us);
            Poll::Ready(())
        })
    }
}
