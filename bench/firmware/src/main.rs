//! Boots boards and prints how long that takes, in microseconds.
//!
//!     cargo run --release        in QEMU; see .cargo/config.toml
#![no_std]
#![no_main]

mod hub;
mod time;

/// The boards of build.rs.
mod random {
    include!(concat!(env!("OUT_DIR"), "/random.rs"));
}

use cortex_m_semihosting::{debug, hprintln};
use embassy_executor::Spawner;

#[embassy_executor::main]
async fn main(_spawner: Spawner) {
    if let Some(p) = cortex_m::Peripherals::take() {
        time::start(p.SYST);
        hub::boot().await;
        random::boot().await;
        debug::exit(debug::EXIT_SUCCESS);
    }
    debug::exit(debug::EXIT_FAILURE);
}

/// Boots the board of a module, and prints the name and how long that takes.
#[macro_export]
macro_rules! time_boot {
    ($name:literal, $($board:ident)::+ $(, $wait:ident)?) => {{
        let fresh = $($board)::+::Fresh::take($($board)::+::Inputs {}).expect("taken twice");
        let start = $crate::time::now();
        let booted = fresh.boot()$(.$wait)?;
        let took = $crate::time::now() - start;
        assert!(booted.is_ok());
        cortex_m_semihosting::hprintln!("{} {}", $name, took);
    }};
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    hprintln!("{}", info);
    debug::exit(debug::EXIT_FAILURE);
    loop {
        cortex_m::asm::wfi();
    }
}
