//! The clock of embassy.

use super::{Clock, remaining};
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::Poll;
use embassy_time::{Duration, Instant, TICK_HZ, Timer};

/// The clock of `embassy-time`, with whatever time driver the firmware has: `clock = bringup::clock::Embassy;`.
///
/// In an `async` boot, other tasks run while it waits. A blocking one spins, as `embassy_time::block_for` does.
pub struct Embassy;

/// How long ago the tick at `t0` may have begun.
const TICK: u32 = tick_us(TICK_HZ);

/// Length of a tick in microseconds, rounded up; 0 if it is no longer than one.
const fn tick_us(hz: u64) -> u32 {
    if hz < 1_000_000 { 1_000_000_u64.div_ceil(hz) as u32 } else { 0 }
}

/// For how long to wait since the beginning of a tick, so that it is `us` since any moment of it.
const fn since_begin(us: u32, tick: u32) -> u32 {
    if us == 0 { 0 } else { us.saturating_add(tick) }
}

/// When `us` microseconds will certainly have passed since `t0`, unless they have.
fn due(t0: u32, us: u32) -> Option<Instant> {
    let now = Instant::now();
    let left = remaining(now.as_micros() as u32, t0, since_begin(us, TICK))?;
    Some(now.saturating_add(Duration::from_micros(left.into())))
}

impl Clock for Embassy {
    #[inline]
    fn now() -> u32 {
        Instant::now().as_micros() as u32
    }

    #[inline]
    fn wait_until(t0: u32, us: u32) {
        if let Some(due) = due(t0, us) {
            while Instant::now() < due {
                core::hint::spin_loop();
            }
        }
    }

    #[inline]
    fn sleep(t0: u32, us: u32, _left: u32) -> impl Future<Output = ()> {
        // a timer rests once even if it is due
        let mut timer = due(t0, us).map(Timer::at);
        poll_fn(move |context| match &mut timer {
            Some(timer) => Pin::new(timer).poll(context),
            None => Poll::Ready(()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::fake::{ready_after, send};
    use core::sync::atomic::{AtomicU64, Ordering::Relaxed};
    use core::task::Waker;
    use embassy_time_driver::Driver;
    use std::sync::{Mutex, MutexGuard};

    /// Runs one tick ahead whenever somebody looks, and jumps to when it is to wake somebody.
    struct Time {
        now: AtomicU64,
        woken: AtomicU64,
    }

    embassy_time_driver::time_driver_impl!(
        static TIME: Time = Time { now: AtomicU64::new(0), woken: AtomicU64::new(0) }
    );

    impl Driver for Time {
        fn now(&self) -> u64 {
            self.now.fetch_add(1, Relaxed)
        }

        fn schedule_wake(&self, at: u64, waker: &Waker) {
            self.now.store(at, Relaxed);
            self.woken.fetch_add(1, Relaxed);
            waker.wake_by_ref();
        }
    }

    /// It is `now`, and nobody else's test changes that.
    fn start(now: u64) -> MutexGuard<'static, ()> {
        static ONE: Mutex<()> = Mutex::new(());
        let guard = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        TIME.now.store(now, Relaxed);
        TIME.woken.store(0, Relaxed);
        guard
    }

    /// When the low 32 bits are about to wrap, some time after the start.
    const WRAP: u64 = 3 << 32;

    #[test]
    fn it_spins_across_the_wrap() {
        let _guard = start(WRAP - 4);
        let t0 = Embassy::now();
        assert_eq!(t0, u32::MAX - 3);
        Embassy::wait_until(t0, 10);
        assert_eq!(TIME.now.load(Relaxed), WRAP + 7, "ten ticks later, and one reading more");
        Embassy::wait(t0, 10, 10);
        assert_eq!(TIME.now.load(Relaxed), WRAP + 8, "one look shows that it is over");
        assert_eq!(TIME.woken.load(Relaxed), 0);
    }

    #[test]
    fn it_sleeps_across_the_wrap() {
        let _guard = start(WRAP - 4);
        let t0 = Embassy::now();
        let sleep = send(Embassy::sleep(t0, 1_000_000, 1));
        assert!(size_of_val(&sleep) <= size_of::<Timer>());
        assert_eq!(ready_after(sleep), (2, ()), "asleep once");
        assert_eq!(TIME.woken.load(Relaxed), 1);
        assert_eq!(TIME.now.load(Relaxed), WRAP - 4 + 1_000_000 + 1, "and one reading more");
    }

    #[test]
    fn the_longest_wait_is_not_cut_short() {
        let _guard = start(WRAP - 4);
        let t0 = Embassy::now();
        assert_eq!(ready_after(Embassy::sleep(t0, 1 << 31, 0)), (2, ()));
        assert_eq!(TIME.now.load(Relaxed), WRAP - 4 + (1 << 31) + 1);
    }

    #[test]
    fn what_is_over_is_ready_at_once() {
        let _guard = start(WRAP + 100);
        assert_eq!(ready_after(Embassy::sleep(50, 50, 50)), (1, ()), "since a moment");
        assert_eq!(ready_after(Embassy::sleep(u32::MAX, 50, 50)), (1, ()), "since before the wrap");
        assert_eq!(ready_after(Embassy::sleep(Embassy::now(), 0, 0)), (1, ()), "nothing to wait for");
        assert_eq!(TIME.woken.load(Relaxed), 0);
    }

    #[test]
    fn a_coarse_tick_is_waited_for_as_well() {
        assert_eq!(tick_us(1_000_000), 0);
        assert_eq!(tick_us(64_000_000), 0);
        assert_eq!(tick_us(32_768), 31);
        assert_eq!(tick_us(1_000), 1_000);
        assert_eq!(tick_us(1), 1_000_000);
        assert_eq!(since_begin(20, 31), 51);
        assert_eq!(since_begin(0, 31), 0, "nothing to wait for");
    }
}
