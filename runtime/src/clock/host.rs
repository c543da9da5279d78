//! The clock of the operating system.

use super::{Clock, remaining};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The clock of the operating system, for boards that run on a host: `clock = bringup::clock::Std;`.
///
/// A wait puts the thread to sleep. So does [`sleep`](Clock::sleep) when it is polled: other futures of that thread rest
/// meanwhile.
pub struct Std;

impl Clock for Std {
    fn now() -> u32 {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed().as_micros() as u32
    }

    fn wait_until(t0: u32, us: u32) {
        while let Some(left) = remaining(Self::now(), t0, us) {
            std::thread::sleep(Duration::from_micros(left.into()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::fake::{ready_after, send};

    #[test]
    fn it_sleeps_long_enough() {
        let t0 = Std::now();
        Std::wait_until(t0, 2_000);
        assert!(Std::now().wrapping_sub(t0) >= 2_000);
    }

    #[test]
    fn it_sleeps_long_enough_in_a_future() {
        let t0 = Std::now();
        let sleep = send(Std::sleep(t0, 2_000, 1));
        assert_eq!(ready_after(sleep), (1, ()));
        assert!(Std::now().wrapping_sub(t0) >= 2_000);
    }
}
