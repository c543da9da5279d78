//! Time, for boards that wait.

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
pub trait Clock {
    /// Microseconds since any moment, wrapping at 2³².
    fn now() -> u32;

    /// Returns once `us` microseconds, at most 2³¹, have passed since [`now`](Self::now) was `t0`. At once if that is so
    /// already. A clock that can sleep, or that a longer wait would wrap more than once, brings its own.
    #[inline]
    fn wait_until(t0: u32, us: u32) {
        while remaining(Self::now(), t0, us).is_some() {
            core::hint::spin_loop();
        }
    }
}

/// How many of the `us` microseconds after `t0` are left at `now`. Right across a wrap of the counter.
#[inline]
fn remaining(now: u32, t0: u32, us: u32) -> Option<u32> {
    us.checked_sub(now.wrapping_sub(t0)).filter(|left| *left > 0)
}

/// The clock of the operating system, for boards that run on a host.
#[cfg(feature = "std")]
pub struct Std;

#[cfg(feature = "std")]
impl Clock for Std {
    fn now() -> u32 {
        static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
        START.get_or_init(std::time::Instant::now).elapsed().as_micros() as u32
    }

    fn wait_until(t0: u32, us: u32) {
        while let Some(left) = remaining(Self::now(), t0, us) {
            std::thread::sleep(std::time::Duration::from_micros(left.into()));
        }
    }
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn a_clock_of_one_function_waits_across_the_wrap() {
        struct Ticks;
        static NOW: AtomicU32 = AtomicU32::new(u32::MAX - 4);
        impl Clock for Ticks {
            fn now() -> u32 {
                NOW.fetch_add(1, Ordering::Relaxed)
            }
        }
        Ticks::wait_until(u32::MAX - 4, 10);
        assert_eq!(NOW.load(Ordering::Relaxed), 6, "ten ticks after the start, and one reading more");
    }

    #[cfg(feature = "std")]
    #[test]
    fn the_host_clock_sleeps_long_enough() {
        let t0 = Std::now();
        Std::wait_until(t0, 2_000);
        assert!(Std::now().wrapping_sub(t0) >= 2_000);
    }
}
