//! Microseconds from the core's SysTick timer, which every Cortex-M has.
use crate::chip::CORE_HZ;
use core::sync::atomic::{AtomicU32, Ordering};
use cortex_m::peripheral::{SYST, syst::SystClkSource};

const TICKS_PER_MS: u32 = CORE_HZ / 1000;
const _: () = assert!(TICKS_PER_MS * 1000 == CORE_HZ && TICKS_PER_MS <= 1 << 24);

static MILLIS: AtomicU32 = AtomicU32::new(0);

/// The clock of the board.
pub struct SysTick;

/// One interrupt per millisecond from here on.
pub fn start(mut syst: SYST) {
    syst.set_clock_source(SystClkSource::Core);
    syst.set_reload(TICKS_PER_MS - 1);
    syst.clear_current();
    syst.enable_interrupt();
    syst.enable_counter();
}

impl bringup::Clock for SysTick {
    fn now() -> u32 {
        loop {
            let millis = MILLIS.load(Ordering::Relaxed);
            let elapsed = TICKS_PER_MS - 1 - SYST::get_current();
            // the same millisecond before and after: `elapsed` belongs to it
            if millis == MILLIS.load(Ordering::Relaxed) {
                return millis.wrapping_mul(1000).wrapping_add(elapsed * 1000 / TICKS_PER_MS);
            }
        }
    }
}

#[cortex_m_rt::exception]
fn SysTick() {
    MILLIS.store(MILLIS.load(Ordering::Relaxed).wrapping_add(1), Ordering::Relaxed);
}
