//! The story of `..` on a Cortex-M3.
//!
//!     cargo run --release        in QEMU; see .cargo/config.toml
#![no_std]
#![no_main]

use core::fmt::Write;
use cortex_m_semihosting::debug::{self, EXIT_FAILURE, EXIT_SUCCESS};
use cortex_m_semihosting::hio;
use lm3s6965 as _; // interrupt vectors
use soft_reset::Forget;

#[cortex_m_rt::entry]
fn main() -> ! {
    exit(story())
}

fn story() -> Result<(), &'static str> {
    let mut out = hio::hstdout().map_err(|()| "no output")?;
    soft_reset::run(&mut out, Forget::Nothing)
}

fn exit(result: Result<(), &'static str>) -> ! {
    if let (Err(wrong), Ok(mut out)) = (result, hio::hstdout()) {
        // whether or not anybody hears it, the exit status says the same
        let _ = writeln!(out, "stopped: {wrong}");
    }
    debug::exit(if result.is_ok() { EXIT_SUCCESS } else { EXIT_FAILURE });
    loop {
        cortex_m::asm::wfi();
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    exit(Err("panic"))
}
