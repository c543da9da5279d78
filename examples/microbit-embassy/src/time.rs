//! Time on TIMER0: the driver behind `embassy_time`, and the clock of the board.
//!
//! embassy-nrf brings a driver on RTC1. TIMER0 counts microseconds, which is what ramps are given in, and QEMU has it.
use core::cell::RefCell;
use core::task::Waker;
use critical_section::Mutex;
use embassy_nrf::interrupt::typelevel::Interrupt as _;
use embassy_nrf::interrupt::typelevel::TIMER0;
use embassy_nrf::pac::interrupt;
use embassy_nrf::timer::{Frequency, Timer};
use embassy_nrf::{Peri, peripherals};
use embassy_time_driver::Driver;
use embassy_time_queue_utils::Queue;

// Compare registers: one takes the counter, one fires when it wraps, one when the next task is due.
const NOW: usize = 0;
const WRAP: usize = 1;
const ALARM: usize = 2;

embassy_time_driver::time_driver_impl!(static TIME: Time = Time(Mutex::new(RefCell::new(None))));

struct Time(Mutex<RefCell<Option<Counter>>>);

struct Counter {
    timer: Timer<'static>,
    /// Times that the 32-bit counter has wrapped, and its value when this was last checked.
    wraps: u32,
    last: u32,
    queue: Queue,
}

/// From here on time passes; before, it is 0.
pub fn start(timer: Peri<'static, peripherals::TIMER0>) {
    let mut timer = Timer::new(timer);
    timer.set_frequency(Frequency::F1MHz);
    timer.cc(WRAP).write(0);
    timer.regs().intenset().write(|w| {
        w.set_compare(WRAP, true);
        w.set_compare(ALARM, true);
    });
    timer.start();
    critical_section::with(|cs| {
        *TIME.0.borrow_ref_mut(cs) = Some(Counter { timer, wraps: 0, last: 0, queue: Queue::new() });
    });
    // SAFETY: the handler below needs nothing but `TIME`, which is complete.
    unsafe { TIMER0::enable() };
}

impl Counter {
    /// The counter made 64 bits wide. The interrupt at each wrap calls this, so none is missed.
    fn now(&mut self) -> u64 {
        let low = self.timer.cc(NOW).capture();
        if low < self.last {
            self.wraps = self.wraps.wrapping_add(1);
        }
        self.last = low;
        u64::from(self.wraps) << 32 | u64::from(low)
    }

    /// Wakes whoever is due, and sets the alarm for the next.
    fn serve(&mut self) {
        loop {
            let now = self.now();
            let next = self.queue.next_expiration(now);
            if next - now > u64::from(u32::MAX) {
                return; // the interrupt at the wrap comes first
            }
            self.timer.cc(ALARM).clear_events();
            self.timer.cc(ALARM).write(next as u32);
            // an alarm that was set too late would come after the next wrap
            if self.now() < next {
                return;
            }
        }
    }
}

impl Driver for Time {
    fn now(&self) -> u64 {
        critical_section::with(|cs| self.0.borrow_ref_mut(cs).as_mut().map_or(0, Counter::now))
    }

    fn schedule_wake(&self, at: u64, waker: &Waker) {
        critical_section::with(|cs| {
            if let Some(counter) = self.0.borrow_ref_mut(cs).as_mut()
                && counter.queue.schedule_wake(at, waker)
            {
                counter.serve();
            }
        });
    }
}

#[interrupt]
fn TIMER0() {
    critical_section::with(|cs| {
        if let Some(counter) = TIME.0.borrow_ref_mut(cs).as_mut() {
            counter.timer.cc(WRAP).clear_events();
            counter.timer.cc(ALARM).clear_events();
            counter.serve();
        }
    });
}

/// The clock of the board.
pub struct Micros;

impl bringup::Clock for Micros {
    fn now() -> u32 {
        TIME.now() as u32
    }
}
