//! Microseconds from the core's SysTick timer, which every Cortex-M has.
use core::sync::atomic::{AtomicU32, Ordering};
use cortex_m::peripheral::{SYST, syst::SystClkSource};
use stm32f4xx_hal::rcc::Rcc;

static MILLIS: AtomicU32 = AtomicU32::new(0);

/// The clock of the board.
pub struct SysTick;

/// One interrupt per millisecond from here on.
pub fn start(mut syst: SYST, rcc: &mut Rcc) {
    syst.set_clock_source(SystClkSource::Core);
    syst.set_reload(rcc.clocks.hclk().raw() / 1000 - 1);
    syst.clear_current();
    syst.enable_interrupt();
    syst.enable_counter();
}

impl bringup::Clock for SysTick {
    fn now() -> u32 {
        loop {
            let millis = MILLIS.load(Ordering::Relaxed);
            let (reload, left) = (SYST::get_reload(), SYST::get_current());
            // the same millisecond before and after: `left` belongs to it
            if millis == MILLIS.load(Ordering::Relaxed) {
                let micros = u64::from(reload - left.min(reload)) * 1000 / (u64::from(reload) + 1);
                return millis.wrapping_mul(1000).wrapping_add(micros as u32);
            }
        }
    }
}

#[cortex_m_rt::exception]
fn SysTick() {
    MILLIS.store(MILLIS.load(Ordering::Relaxed).wrapping_add(1), Ordering::Relaxed);
}
