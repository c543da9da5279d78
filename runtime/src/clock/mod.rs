//! Time, for boards that wait.
//!
//! `clock = PATH;` in the `.board` file names the type of the clock. What there is ready-made, each behind a feature:
//!
//! | Type | Feature | When `boot` waits | When an `async` boot waits |
//! |---|---|---|---|
//! | `clock::Std` | `std` | the thread sleeps | the thread sleeps |
//! | `clock::Delay<D>` | `embedded-hal` | `D` delays for what no earlier wait has covered | the same |
//! | `clock::Embassy` | `embassy-time` | it spins | other tasks run |
//!
//! Everything else that counts becomes one with a single function, see [`Clock`].

#[cfg(feature = "embedded-hal")]
mod delay;
#[cfg(feature = "embassy-time")]
mod embassy;
#[cfg(test)]
pub(crate) mod fake;
#[cfg(feature = "std")]
mod host;

#[cfg(feature = "embedded-hal")]
pub use delay::Delay;
#[cfg(feature = "embassy-time")]
pub use embassy::Embassy;
#[cfg(feature = "std")]
pub use host::Std;

use core::future::{Future, poll_fn};
use core::task::Poll;

/// What a board waits with: `clock = PATH;` in the `.board` file names a type that implements this.
///
/// ```
/// # fn timer_count() -> u32 { 0 }
/// /// A free-running 1 MHz timer.
/// struct Timer;
///
/// impl bringup::Clock for Timer {
///     fn now() -> u32 {
///         timer_count()
///     }
/// }
/// ```
///
/// All times are microseconds. A wait is for at most 2³¹ of them, some 35 minutes, and counts from a moment that is
/// given as what [`now`](Self::now) returned then, so that what runs in between is not waited for again. The counter may
/// wrap in between. Once it has gone all the way round since that moment, a wait may last as if the moment were
/// younger: longer than needed, never shorter.
///
/// A counter in coarser steps than a microsecond has been at `t0` for up to a step when it is read. Its clock brings a
/// [`wait_until`](Self::wait_until) that waits for that step as well.
pub trait Clock {
    /// Whether [`now`](Self::now) tells the time. `false`: it is the same number always, so nobody keeps it.
    const COUNTS: bool = true;

    /// Microseconds since any moment, wrapping at 2³².
    ///
    /// Always the same number where nothing counts; such a clock brings its own [`wait_until`](Self::wait_until) and
    /// [`wait`](Self::wait).
    fn now() -> u32;

    /// Returns once `us` microseconds, at most 2³¹, have passed since [`now`](Self::now) was `t0`. At once if that is so
    /// already. Left out, it spins; a clock that can sleep brings its own.
    #[inline]
    fn wait_until(t0: u32, us: u32) {
        while remaining(Self::now(), t0, us).is_some() {
            core::hint::spin_loop();
        }
    }

    /// [`wait_until`](Self::wait_until), for a clock that can delay but not tell the time as well. It is what a boot
    /// calls.
    ///
    /// `left` is the part of `us` that no other wait since `t0` has covered, known when the board is compiled. Who cannot
    /// know how long `t0` is past delays for `left`, and so for each moment once: two rails that are switched on together
    /// and ramp for 5 and 10 ms are waited for with `wait(t0, 5_000, 5_000)` and `wait(t0, 10_000, 5_000)`, which is 10 ms
    /// in all and not 15. What nodes do between the waits comes on top of that; a clock that tells the time subtracts it.
    ///
    /// Left out, it ignores `left` and calls `wait_until`.
    #[inline]
    fn wait(t0: u32, us: u32, left: u32) {
        let _ = left;
        Self::wait_until(t0, us);
    }

    /// [`wait`](Self::wait) for an `async` boot, which awaits it. A clock with a timer that wakes a task brings its own.
    ///
    /// Left out, it blocks by `wait` when it is polled, and is ready then: correct, but nothing else runs meanwhile.
    #[inline]
    fn sleep(t0: u32, us: u32, left: u32) -> impl Future<Output = ()> {
        // an `async` block would keep a state besides
        poll_fn(move |_| {
            Self::wait(t0, us, left);
            Poll::Ready(())
        })
    }
}

/// How many of the `us` microseconds after `t0` are left at `now`. Right across a wrap of the counter.
#[inline]
fn remaining(now: u32, t0: u32, us: u32) -> Option<u32> {
    us.checked_sub(now.wrapping_sub(t0)).filter(|left| *left > 0)
}

#[cfg(test)]
mod tests {
    use super::fake::{Fake, Stuck, ready_after, send};
    use super::*;
    use core::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn what_is_left_counts_down_to_nothing() {
        assert_eq!(remaining(100, 100, 10), Some(10));
        assert_eq!(remaining(109, 100, 10), Some(1));
        assert_eq!(remaining(110, 100, 10), None);
        assert_eq!(remaining(5_000, 100, 10), None);
        assert_eq!(remaining(100, 100, 0), None);
    }

    #[test]
    fn what_is_left_is_right_across_the_wrap() {
        let t0 = u32::MAX - 3;
        assert_eq!(remaining(t0, t0, 10), Some(10));
        assert_eq!(remaining(u32::MAX, t0, 10), Some(7));
        assert_eq!(remaining(0, t0, 10), Some(6));
        assert_eq!(remaining(5, t0, 10), Some(1));
        assert_eq!(remaining(6, t0, 10), None);
        assert_eq!(remaining(t0.wrapping_add(1 << 31), t0, 1 << 31), None);
        assert_eq!(remaining(t0.wrapping_add((1 << 31) - 1), t0, 1 << 31), Some(1));
    }

    static NOW: AtomicU32 = AtomicU32::new(u32::MAX - 4);

    struct Ticks;

    impl Clock for Ticks {
        fn now() -> u32 {
            NOW.fetch_add(1, Ordering::Relaxed)
        }
    }

    #[test]
    fn a_clock_of_one_function_waits_across_the_wrap() {
        Ticks::wait_until(u32::MAX - 4, 10);
        assert_eq!(NOW.load(Ordering::Relaxed), 6, "ten ticks after the start, and one reading more");
        Ticks::wait(6, 10, 1);
        assert_eq!(NOW.load(Ordering::Relaxed), 17, "`left` is for clocks that cannot tell the time");
        let sleep = send(Ticks::sleep(17, 10, 1));
        assert!(size_of_val(&sleep) <= 12, "no more than what it is told");
        assert_eq!(NOW.load(Ordering::Relaxed), 17, "nothing before it is polled");
        assert_eq!(ready_after(sleep), (1, ()));
        assert_eq!(NOW.load(Ordering::Relaxed), 28);
    }

    #[test]
    fn a_clock_with_a_wait_of_its_own_sleeps_by_it() {
        Stuck::start();
        assert_eq!(ready_after(send(Stuck::sleep(0, 10_000, 5_000))), (1, ()));
        assert_eq!(Stuck::delays(), [5_000]);
    }

    #[test]
    fn a_sleep_of_its_own_lets_others_run() {
        Fake::start(u32::MAX - 1);
        let t0 = Fake::now();
        assert_eq!(ready_after(send(Fake::sleep(t0, 10, 10))), (2, ()));
        assert_eq!(Fake::now(), 8);
        assert_eq!(ready_after(Fake::sleep(t0, 10, 10)), (1, ()), "that long ago already");
    }
}
