//! Microseconds from the core's SysTick timer, which nearly every Cortex-M has.

use core::sync::atomic::{AtomicU32, Ordering};
use cortex_m::peripheral::{SYST, syst::SystClkSource};

/// What SysTick counts in a millisecond: the core's clock after a reset.
const TICKS_PER_MS: u32 = {{hz}} / 1000;

static MILLIS: AtomicU32 = AtomicU32::new(0);

/// The clock of the board.
pub struct Ticks;

/// One interrupt per millisecond from here on.
pub fn start(mut syst: SYST) {
    syst.set_clock_source(SystClkSource::Core);
    syst.set_reload(TICKS_PER_MS - 1);
    syst.clear_current();
    syst.enable_interrupt();
    syst.enable_counter();
}

impl bringup::Clock for Ticks {
    fn now() -> u32 {
        loop {
            let millis = MILLIS.load(Ordering::Relaxed);
            let elapsed = TICKS_PER_MS - 1 - SYST::get_current();
            // the same millisecond before and after: `elapsed` belongs to it
            if millis == MILLIS.load(Ordering::Relaxed) {
                let micros = elapsed * 1000 / TICKS_PER_MS;
                return millis.wrapping_mul(1000).wrapping_add(micros);
            }
        }
    }
}

#[cortex_m_rt::exception]
fn SysTick() {
    let millis = MILLIS.load(Ordering::Relaxed);
    MILLIS.store(millis.wrapping_add(1), Ordering::Relaxed);
}
