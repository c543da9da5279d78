//! Firmware for the LM3S6965 evaluation board: brings up what `lm3s6965.board` describes and prints what it measures.
//!
//!     cargo run --release        in QEMU; see .cargo/config.toml
#![no_std]
#![no_main]

mod chip;
mod clock;
mod console;
mod devices;
mod error;
mod gpio;
mod i2c;
mod supply;

use bringup::Clock;
use core::fmt;
use cortex_m_semihosting::debug;
use ds1307::DateTimeAccess;
use lm3s6965 as _; // interrupt vectors

bringup::board!(include_str!("lm3s6965.board"));

#[cortex_m_rt::entry]
fn main() -> ! {
    exit(run())
}

fn run() -> Result<(), &'static str> {
    let p = chip::Peripherals::take().ok_or("peripherals taken twice")?;
    let cp = cortex_m::Peripherals::take().ok_or("core peripherals taken twice")?;
    let fresh = evb::Fresh::take(evb::Inputs { p, cp }).ok_or("board taken twice")?;

    let mut board = fresh.boot().map_err(|error| {
        log!("boot failed at `{}`: {}", error.node.name(), error.cause);
        log!("rolled back, {} failures; PG0 reads {}", error.rollback_failures, u8::from(chip::pg0_is_high()));
        "boot failed"
    })?;
    log!("board is up; PG0 reads {}", u8::from(chip::pg0_is_high()));
    report(&mut board).map_err(|_| "a device stopped answering")
}

/// The order that the macro worked out.
struct Order;

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        evb::GRAPH.boot_order().try_for_each(|node| write!(f, " {}", node.name))
    }
}

/// One value of every device.
fn report(board: &mut evb::Running) -> Result<(), error::Error> {
    use error::Error::NoAnswer;

    let degrees = board.tmp().read_temperature().map_err(|_| NoAnswer)?;
    let tenths = (degrees * 10.0) as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    log!("temperature    {sign}{}.{} C", tenths.abs() / 10, tenths.abs() % 10);

    log!("date and time  {}", board.rtc().datetime().map_err(|_| NoAnswer)?);

    let eeprom = board.eeprom();
    let boots = eeprom.read_byte(0).map_err(|_| NoAnswer)?;
    let written = clock::SysTick::now();
    eeprom.write_byte(0, boots.wrapping_add(1)).map_err(|_| NoAnswer)?;
    clock::SysTick::wait_until(written, 5_000); // write cycle of the EEPROM
    log!("boot counter   {} -> {}", boots, eeprom.read_byte(0).map_err(|_| NoAnswer)?);
    Ok(())
}

fn exit(result: Result<(), &'static str>) -> ! {
    debug::exit(match result {
        Ok(()) => debug::EXIT_SUCCESS,
        Err(why) => {
            log!("stopped: {why}");
            debug::EXIT_FAILURE
        }
    });
    loop {
        cortex_m::asm::wfi();
    }
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    log!("{info}");
    exit(Err("panic"))
}
