//! The serial port of the debug probe.
use core::fmt::Write;
use stm32f4xx_hal::gpio::alt::usart2::{Rx, Tx};
use stm32f4xx_hal::pac::USART2;
use stm32f4xx_hal::prelude::*;
use stm32f4xx_hal::rcc::Rcc;
use stm32f4xx_hal::serial::config::{Config, InvalidConfig};
use stm32f4xx_hal::serial::{Serial, Serial2};

pub fn open(usart: USART2, tx: Tx, rx: Rx, baud: u32, rcc: &mut Rcc) -> Result<Serial2, InvalidConfig> {
    let mut serial = Serial::new(usart, (tx, rx), Config::default().baudrate(baud.bps()), rcc)?;
    let _ = writeln!(serial, "up    console  {baud} baud, core at {} MHz\r", rcc.clocks.sysclk().to_MHz());
    Ok(serial)
}

/// The peripheral and its pins, for the next [`open`].
pub fn release(mut serial: Serial2) -> (USART2, Tx, Rx) {
    let _ = writeln!(serial, "down  console\r");
    while serial.flush().is_err_and(|error| error == nb::Error::WouldBlock) {}
    match serial.release() {
        (usart, (Some(tx), Some(rx))) => (usart, tx, rx),
        _ => unreachable!("`open` gave it both pins"),
    }
}
