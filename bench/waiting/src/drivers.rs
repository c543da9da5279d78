//! Drivers that the compiler sees nothing of. What they execute is not counted.

use core::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Starts at 1, so that `Ok(())` is the zero byte.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Error {
    Failed = 1,
}

static FAILING: AtomicU32 = AtomicU32::new(0);

#[unsafe(no_mangle)]
#[inline(never)]
pub fn driver_up(number: u32) -> Result<(), Error> {
    if number == FAILING.load(Relaxed) { Err(Error::Failed) } else { Ok(()) }
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn driver_down(number: u32) {
    FAILING.store(number, Relaxed);
}

/// Microseconds. A look at it takes so many of them that nobody looks twice.
#[unsafe(no_mangle)]
#[inline(never)]
#[cfg(not(feature = "no-wait"))]
pub fn driver_now() -> u32 {
    static NOW: AtomicU32 = AtomicU32::new(0);
    NOW.store(NOW.load(Relaxed).wrapping_add(10_000), Relaxed);
    NOW.load(Relaxed)
}

/// What is counted begins.
#[unsafe(no_mangle)]
#[inline(never)]
pub fn mark_begin() {
    cortex_m::asm::nop();
}

/// What is counted ends.
#[unsafe(no_mangle)]
#[inline(never)]
pub fn mark_end() {
    // Not the same as above, or they would be one function.
    cortex_m::asm::nop();
    cortex_m::asm::nop();
}
