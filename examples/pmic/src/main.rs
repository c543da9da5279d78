//! Firmware for a board whose PMIC sits on the bus of the devices that it supplies. Each line it prints starts with the
//! time at which it came about.
//!
//!     cargo run --release        in QEMU; see .cargo/config.toml
#![no_std]
#![no_main]

mod axp209;
#[path = "../../lm3s6965/src/chip.rs"]
mod chip;
#[path = "../../lm3s6965/src/clock.rs"]
mod clock;
mod console;
mod devices;
mod error;
#[path = "../../lm3s6965/src/gpio.rs"]
mod gpio;
#[path = "../../lm3s6965/src/i2c.rs"]
mod i2c;
mod story;
mod supply;

use core::fmt;
use cortex_m_semihosting::debug;
use lm3s6965 as _; // interrupt vectors

bringup::board!(include_str!("pmic.board"));

#[cortex_m_rt::entry]
fn main() -> ! {
    exit(run())
}

fn run() -> Result<(), &'static str> {
    console::title(format_args!("order{}", Order));
    let p = chip::Peripherals::take().ok_or("peripherals taken twice")?;
    let cp = cortex_m::Peripherals::take().ok_or("core peripherals taken twice")?;
    let fresh = cam::Fresh::take(cam::Inputs { p, cp }).ok_or("board taken twice")?;

    let running = fresh.boot().map_err(|error| {
        log!("boot failed at `{}`: {}", error.node.name(), error.cause);
        log!("rolled back, {} failures; PG0 reads {}", error.rollback_failures, u8::from(chip::pg0_is_high()));
        "boot failed"
    })?;
    log!("board is up");
    story::tell(running.into_board())
}

/// The order that the macro worked out.
struct Order;

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        cam::GRAPH.boot_order().try_for_each(|node| write!(f, " {}", node.name))
    }
}

fn exit(result: Result<(), &'static str>) -> ! {
    if let Err(why) = result {
        log!("stopped: {why}");
    }
    console::print();
    debug::exit(if result.is_ok() { debug::EXIT_SUCCESS } else { debug::EXIT_FAILURE });
    loop {
        cortex_m::asm::wfi();
    }
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    log!("{info}");
    exit(Err("panic"))
}
