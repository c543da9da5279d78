//! Microseconds from the machine timer, which counts by itself.

/// What it counts in a microsecond.
const TICKS_PER_US: u64 = {{hz}} / 1_000_000;

/// The clock of the board.
pub struct Ticks;

/// Nothing to start.
pub fn start() {}

impl bringup::Clock for Ticks {
    fn now() -> u32 {
        (riscv::register::time::read64() / TICKS_PER_US) as u32
    }
}
