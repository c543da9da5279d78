//! A boot that waits, generated or by hand, to be counted: the bytes of the image, and what the boot executes.
#![no_std]
#![no_main]

#[cfg(feature = "by-hand")]
mod by_hand;
mod clock;
mod drivers;

use core::hint::black_box;
use cortex_m_semihosting::debug::{self, EXIT_FAILURE, EXIT_SUCCESS};

#[cfg(not(feature = "by-hand"))]
mod generated {
    use crate::clock::Clock;
    use crate::drivers::{Error, driver_down as down, driver_up as up};
    bringup::board!(include_str!("hub.board"));
}

#[cfg(not(feature = "by-hand"))]
fn boot() -> bool {
    use generated::hub;
    let Some(fresh) = hub::Fresh::take(hub::Inputs {}) else { return false };
    match fresh.boot() {
        Ok(_) => true,
        Err(error) => black_box((error.node as u8, error.cause)).0 == u8::MAX,
    }
}

#[cfg(feature = "by-hand")]
fn boot() -> bool {
    let Some(fresh) = by_hand::Fresh::take() else { return false };
    match fresh.boot() {
        Ok(()) => true,
        Err(error) => black_box((error.node as u8, error.cause)).0 == u8::MAX,
    }
}

#[cortex_m_rt::entry]
fn main() -> ! {
    drivers::mark_begin();
    let up = boot();
    drivers::mark_end();
    debug::exit(if up { EXIT_SUCCESS } else { EXIT_FAILURE });
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
