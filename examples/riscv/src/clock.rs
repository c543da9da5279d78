//! The clock tree, and microseconds from the machine timer, which counts the 32768 Hz crystal.
use e310x_hal::clock::{AonExt, Clocks, PrciExt};
use e310x_hal::e310x::{Aonclk, CLINT, Prci};
use e310x_hal::time::Hertz;

/// Both crystals of the board, the PLL bypassed.
pub fn start(prci: Prci, aonclk: Aonclk, hz: u32) -> Clocks {
    let core = prci.constrain().use_external(Hertz(hz)).coreclk(Hertz(hz));
    Clocks::freeze(core, aonclk.constrain().use_external(Hertz(32_768)))
}

/// The clock of the board.
pub struct MachineTimer;

impl bringup::Clock for MachineTimer {
    fn now() -> u32 {
        let ticks = CLINT::mtimer().mtime.read();
        // 1 000 000 / 32 768, exactly
        (ticks.wrapping_mul(15_625) / 512) as u32
    }
}
