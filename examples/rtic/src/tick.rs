//! SysTick as a countdown.
use crate::chip::CORE_HZ;
use cortex_m::peripheral::{SYST, syst::SystClkSource};

/// Its handler is a task, see `main.rs`. `irq;` in the board gives that task and the others a handle.
pub struct Tick {
    timer: SYST,
    /// Milliseconds; 0 is no alarm.
    left: u32,
}

impl Tick {
    /// One interrupt per millisecond from here on.
    pub fn start(mut timer: SYST) -> Self {
        timer.set_clock_source(SystClkSource::Core);
        timer.set_reload(CORE_HZ / 1000 - 1);
        timer.clear_current();
        timer.enable_interrupt();
        timer.enable_counter();
        crate::log!("up    tick");
        Tick { timer, left: 0 }
    }

    pub fn stop(mut self) -> SYST {
        self.timer.disable_counter();
        self.timer.disable_interrupt();
        crate::log!("down  tick");
        self.timer
    }

    pub fn alarm(&mut self, millis: u32) {
        self.left = millis;
    }

    /// Once per interrupt. Whether the alarm goes off now.
    pub fn count(&mut self) -> bool {
        let rings = self.left == 1;
        self.left = self.left.saturating_sub(1);
        rings
    }
}
