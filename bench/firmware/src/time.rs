//! Time: a counter of microseconds, a timer that wakes tasks, and what the boards wait with.

use bringup::Clock;
use core::cell::RefCell;
use core::task::Waker;
use cortex_m::peripheral::SYST;
use cortex_m::peripheral::syst::SystClkSource;
use critical_section::Mutex;
use embassy_time_driver::Driver;
use embassy_time_queue_utils::Queue;
use embedded_hal::delay::DelayNs;

/// The counter of the board and what it is divided by.
const COUNTER: *const u32 = 0x4002_8018 as *const u32;
const PRESCALE: *mut u32 = 0x4002_801C as *mut u32;

const MHZ: u32 = 25;

/// The counter counts microseconds from here on.
pub fn start(mut syst: SYST) {
    // SAFETY: a register of a block that nothing else uses.
    unsafe { PRESCALE.write_volatile(MHZ - 1) };
    syst.set_clock_source(SystClkSource::Core);
    syst.enable_interrupt();
}

/// Microseconds. It does not wrap within an hour.
pub fn now() -> u32 {
    // SAFETY: a register that can be read at any time, without effect.
    unsafe { COUNTER.read_volatile() }
}

/// A clock that tells the time.
pub struct Counter;

impl Clock for Counter {
    fn now() -> u32 {
        now()
    }
}

/// A delay that cannot tell the time.
#[derive(Default)]
pub struct Spin;

impl DelayNs for Spin {
    fn delay_ns(&mut self, ns: u32) {
        self.delay_us(ns.div_ceil(1_000));
    }

    fn delay_us(&mut self, us: u32) {
        spend(us);
    }
}

/// Keeps the processor busy, by as many instructions as QEMU executes in this time: 32 ns each, two to a round.
#[inline(never)]
pub fn spend(us: u32) {
    cortex_m::asm::delay(us * (1_000 / 8) / (2 * 32 / 8));
}

/// Waits with the counter.
pub fn wait(us: u32) {
    Counter::wait_until(now(), us);
}

/// Leaves the processor to others meanwhile.
pub async fn nap(us: u64) {
    embassy_time::Timer::after_micros(us).await;
}

embassy_time_driver::time_driver_impl!(static TIME: Time = Time(Mutex::new(RefCell::new(Queue::new()))));

struct Time(Mutex<RefCell<Queue>>);

impl Driver for Time {
    fn now(&self) -> u64 {
        now().into()
    }

    fn schedule_wake(&self, at: u64, waker: &Waker) {
        critical_section::with(|cs| {
            let mut queue = self.0.borrow_ref_mut(cs);
            if queue.schedule_wake(at, waker) {
                serve(&mut queue);
            }
        });
    }
}

/// Wakes whoever is due, and sets the alarm for the next.
fn serve(queue: &mut Queue) {
    const LONGEST: u64 = 0xFF_FFFF / MHZ as u64;
    let time = u64::from(now());
    let left = queue.next_expiration(time).saturating_sub(time).clamp(1, LONGEST) as u32;
    // SAFETY: only here, and in a critical section.
    let syst = unsafe { &mut *SYST::PTR.cast_mut() };
    // SAFETY: as above. A write to the counter starts it anew.
    unsafe {
        syst.rvr.write(left * MHZ);
        syst.cvr.write(0);
        syst.csr.modify(|bits| bits | 1);
    }
}

#[cortex_m_rt::exception]
fn SysTick() {
    critical_section::with(|cs| serve(&mut TIME.0.borrow_ref_mut(cs)));
}
