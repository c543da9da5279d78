//! Firmware for the HiFive1: brings up what `hifive1.board` describes and shows the colours of its LED.
//!
//!     cargo run --release        in QEMU
#![no_std]
#![no_main]

mod clock;
mod console;
mod pins;
mod supply;

use bringup::Clock;
use clock::MachineTimer;
use core::fmt::Write;
use e310x_hal::DeviceResources;
use embedded_hal::digital::OutputPin;
use hifive1 as _; // linker script
use semihosting::process::ExitCode;

bringup::board!(include_str!("hifive1.board"));

#[riscv_rt::entry]
fn main() -> ! {
    let success = DeviceResources::take()
        .and_then(|chip| hifive::Fresh::take(hifive::Inputs { p: chip.peripherals, pins: chip.pins.into() }))
        .and_then(|fresh| fresh.boot().ok())
        .is_some_and(|board| work(board).is_ok());
    (if success { ExitCode::SUCCESS } else { ExitCode::FAILURE }).exit_process()
}

fn work(mut board: hifive::Running) -> core::fmt::Result {
    writeln!(board.console(), "board is up")?;
    show(&mut board, "red", |board| board.red())?;
    show(&mut board, "green", |board| board.green())?;
    show(&mut board, "blue", |board| board.blue())?;
    board.console().drain();
    Ok(())
}

/// One colour for a tenth of a second.
fn show<D: OutputPin>(
    board: &mut hifive::Running,
    colour: &str,
    diode: impl Fn(&mut hifive::Running) -> &mut D,
) -> core::fmt::Result {
    let started = MachineTimer::now();
    let _ = diode(board).set_high();
    MachineTimer::wait_until(started, 100_000);
    let _ = diode(board).set_low();
    writeln!(board.console(), "{colour}")
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    ExitCode::FAILURE.exit_process()
}
