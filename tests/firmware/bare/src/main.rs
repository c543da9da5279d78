//! A board whose drivers cannot panic, so that a panic path in the image could only come from generated code.
#![no_std]
#![no_main]

#[cfg(feature = "control")]
mod control;
mod drivers;

use cortex_m_semihosting::debug::{self, EXIT_FAILURE, EXIT_SUCCESS};
#[cfg(not(feature = "control"))]
use drivers::{FAILING, Peripherals};
use lm3s6965 as _; // interrupt vectors

#[cfg(not(any(feature = "boot-only", feature = "control")))]
bringup::board!(include_str!("bare.board"));
#[cfg(feature = "boot-only")]
include!("../../../../target/firmware/boot_only.rs");

#[cfg(not(feature = "control"))]
fn run() -> bool {
    const PIN: u32 = 0x2000;
    FAILING.store(if cfg!(feature = "absent") { PIN } else { 0 }, core::sync::atomic::Ordering::Relaxed);
    match bare::Fresh::take(bare::Inputs { p: Peripherals { I2C: 0x1000, PIN } }) {
        // rail, clocks, bus, two devices, display
        Some(fresh) => fresh.boot().is_ok() && drivers::steps() == 6,
        None => false,
    }
}

#[cfg(feature = "control")]
use control::run;

#[cortex_m_rt::entry]
fn main() -> ! {
    debug::exit(if run() { EXIT_SUCCESS } else { EXIT_FAILURE });
    loop {
        cortex_m::asm::wfi();
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {
        cortex_m::asm::wfi();
    }
}
