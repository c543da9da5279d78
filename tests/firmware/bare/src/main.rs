//! A board whose drivers cannot panic, so that a panic path in the image could only come from generated code.
#![no_std]
#![no_main]

mod drivers;

use cortex_m_semihosting::debug::{self, EXIT_FAILURE, EXIT_SUCCESS};
use drivers::{FAILING, Peripherals};
use lm3s6965 as _; // interrupt vectors

bringup::board!(include_str!("bare.board"));

const PIN: u32 = 0x2000;

#[cortex_m_rt::entry]
fn main() -> ! {
    FAILING.store(if cfg!(feature = "absent") { PIN } else { 0 }, core::sync::atomic::Ordering::Relaxed);
    let success = match bare::Fresh::take(bare::Inputs { p: Peripherals { I2C: 0x1000, PIN } }) {
        // rail, clocks, bus, two devices, display
        Some(fresh) => fresh.boot().is_ok() && drivers::steps() == 6,
        None => false,
    };
    debug::exit(if success { EXIT_SUCCESS } else { EXIT_FAILURE });
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
