//! Firmware for STM32F4 boards: brings up what `plain.board` (or `flash.board`) describes and blinks.
//!
//!     cargo run --release                      in QEMU
//!     cargo run --release --features flash     in QEMU, which has no flash: fails and rolls back
//!     cargo nucleo, cargo black-pill           flash a real board, see README.md
#![no_std]
#![no_main]

mod chip;
mod clock;
mod console;
mod error;
#[cfg(feature = "flash")]
mod flash;

use bringup::Clock;
use core::fmt::Write;

#[cfg(not(feature = "flash"))]
bringup::board!(include_str!("plain.board"));
#[cfg(feature = "flash")]
bringup::board!(include_str!("flash.board"));

#[cortex_m_rt::entry]
fn main() -> ! {
    let Some(p) = chip::Peripherals::take() else { stop(false) };
    let Some(fresh) = f4::Fresh::take(f4::Inputs { p }) else { stop(false) };
    match fresh.boot() {
        Ok(running) => work(running),
        Err(error) => {
            // SAFETY: everything the boot had brought up is down again, so nothing uses the peripherals any more.
            report(error, unsafe { chip::Peripherals::steal() });
            stop(false)
        }
    }
}

/// The console went down with the board: open it once more.
fn report(error: f4::BootError, p: chip::Peripherals) {
    let mut rcc = chip::start_clocks(p.RCC, 16_000_000);
    let Ok(mut console) = console::open(p.USART2, p.USART2_TX, p.USART2_RX, 115_200, &mut rcc) else { return };
    let _ = writeln!(console, "boot failed at `{}`: {}\r", error.node.name(), error.cause);
    let _ = writeln!(console, "rolled back, {} failures\r", error.rollback_failures);
}

fn work(mut board: f4::Running) -> ! {
    let _ = writeln!(board.console(), "board is up\r");
    // in QEMU five blinks are enough
    for blink in 1.. {
        board.led().toggle();
        clock::SysTick::wait_until(clock::SysTick::now(), 100_000);
        let _ = writeln!(board.console(), "blink {blink}\r");
        if cfg!(feature = "qemu") && blink == 5 {
            break;
        }
    }
    stop(true)
}

/// The end: for QEMU with an exit status.
fn stop(_success: bool) -> ! {
    #[cfg(feature = "qemu")]
    {
        use cortex_m_semihosting::debug::{EXIT_FAILURE, EXIT_SUCCESS, exit};
        exit(if _success { EXIT_SUCCESS } else { EXIT_FAILURE });
    }
    loop {
        cortex_m::asm::wfi();
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    stop(false)
}
