//! A clock made of a delay.

use super::Clock;
use core::marker::PhantomData;
use embedded_hal::delay::DelayNs;

/// A clock for firmware that has a delay and no counter: `clock = bringup::clock::Delay<crate::SysTick>;`.
///
/// It cannot tell how much time has passed, so it delays for what no earlier wait has covered, even if the inits in between
/// took longer than that. The boot takes longer than with a counter, and waits long enough all the same; see
/// [`Clock::wait`]. It blocks in an `async` boot too.
///
/// A board names the type of its clock, not a value, so `D` is made anew for each wait. A delay that owns a timer stays in a
/// static, and a type without fields stands for it:
///
/// ```
/// # mod cortex_m { pub mod delay { pub struct Delay; impl Delay { pub fn delay_us(&mut self, _us: u32) {} } } }
/// use core::cell::Cell;
/// use critical_section::Mutex;
/// use embedded_hal::delay::DelayNs;
///
/// static DELAY: Mutex<Cell<Option<cortex_m::delay::Delay>>> = Mutex::new(Cell::new(None));
///
/// /// The delay that `main` leaves here before it boots the board.
/// #[derive(Default)]
/// struct SysTick;
///
/// impl DelayNs for SysTick {
///     fn delay_ns(&mut self, ns: u32) {
///         self.delay_us(ns.div_ceil(1_000));
///     }
///
///     fn delay_us(&mut self, us: u32) {
///         // taken out, so that interrupts are served during the delay
///         let mut delay = critical_section::with(|cs| DELAY.borrow(cs).take()).expect("not set up");
///         delay.delay_us(us);
///         critical_section::with(|cs| DELAY.borrow(cs).set(Some(delay)));
///     }
/// }
///
/// bringup::board! {
///     board sensors;
///     clock = bringup::clock::Delay<crate::SysTick>;
///     rail supply { enable = crate::supply_on(); ramp = 5ms; }
///     thermometer: crate::Thermometer { power = &supply; init = crate::Thermometer; }
/// }
/// # struct Thermometer;
/// # fn supply_on() {}
/// # fn main() {
/// # let delay = cortex_m::delay::Delay;
/// # critical_section::with(|cs| DELAY.borrow(cs).set(Some(delay)));
/// # assert!(sensors::Fresh::take(sensors::Inputs {}).unwrap().boot().is_ok());
/// # }
/// ```
pub struct Delay<D>(PhantomData<fn() -> D>);

impl<D: DelayNs + Default> Clock for Delay<D> {
    const COUNTS: bool = false;

    /// Always 0.
    #[inline]
    fn now() -> u32 {
        0
    }

    /// Delays for all of `us`.
    #[inline]
    fn wait_until(_t0: u32, us: u32) {
        if us > 0 {
            D::default().delay_us(us);
        }
    }

    /// Delays for `left`.
    #[inline]
    fn wait(t0: u32, _us: u32, left: u32) {
        Self::wait_until(t0, left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::fake::{ready_after, send};
    use std::{cell::RefCell, thread_local, vec::Vec};

    thread_local! {
        static MICROS: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    }

    #[derive(Default)]
    struct Timer;

    impl DelayNs for Timer {
        fn delay_ns(&mut self, _ns: u32) {
            unreachable!("microseconds are asked for as such");
        }
        fn delay_us(&mut self, us: u32) {
            MICROS.with_borrow_mut(|micros| micros.push(us));
        }
    }

    type Micros = Delay<Timer>;

    #[test]
    fn rails_that_ramp_together_are_waited_for_once() {
        MICROS.take();
        let t0 = Micros::now();
        Micros::wait(t0, 5_000, 5_000);
        Micros::wait(t0, 10_000, 5_000);
        Micros::wait(t0, 8_000, 0);
        assert_eq!(MICROS.take(), [5_000, 5_000], "10 ms in all, and no delay of nothing");
        assert_eq!(Micros::now(), t0);
    }

    #[test]
    fn a_wait_that_nothing_is_known_of_is_a_whole_one() {
        MICROS.take();
        Micros::wait_until(0, 1 << 31);
        Micros::wait_until(0, 0);
        assert_eq!(MICROS.take(), [1 << 31]);
    }

    #[test]
    fn in_a_future_it_delays_for_the_same() {
        MICROS.take();
        let sleep = send(Micros::sleep(0, 10_000, 5_000));
        assert!(MICROS.take().is_empty(), "not before it is polled");
        assert_eq!(ready_after(sleep), (1, ()));
        assert_eq!(MICROS.take(), [5_000]);
    }
}
