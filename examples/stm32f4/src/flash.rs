//! A W25Q flash on SPI2, behind a load switch.
use crate::error::Error;
use bringup::Dev;
use core::fmt::Write;
use embedded_hal::spi::{MODE_0, SpiDevice};
use embedded_hal_bus::spi::{ExclusiveDevice, NoDelay};
use stm32f4xx_hal::gpio::alt::spi2::{Miso, Mosi, Sck};
use stm32f4xx_hal::gpio::{Output, PB0, PB12};
use stm32f4xx_hal::pac::SPI2;
use stm32f4xx_hal::prelude::*;
use stm32f4xx_hal::rcc::Rcc;
use stm32f4xx_hal::serial::Serial2;
use stm32f4xx_hal::spi::Spi;

pub type Spi2 = Spi<SPI2>;
pub type EnablePin = PB0<Output>;
pub type Flash = ExclusiveDevice<Dev<Spi2>, PB12<Output>, NoDelay>;

pub fn power(enable: &mut EnablePin, on: bool, console: &mut Serial2) {
    enable.set_state(on.into());
    let _ = writeln!(console, "{}  vflash\r", if on { "up  " } else { "down" });
}

pub fn bus(spi: SPI2, sck: Sck, miso: Miso, mosi: Mosi, rcc: &mut Rcc) -> Spi2 {
    Spi::new(spi, (Some(sck), Some(miso), Some(mosi)), MODE_0, 10.MHz(), rcc)
}

/// The peripheral and its pins, for the next [`bus`].
pub fn release_bus(bus: Spi2) -> (SPI2, Sck, Miso, Mosi) {
    match bus.release() {
        (spi, (Some(sck), Some(miso), Some(mosi))) => (spi, sck, miso, mosi),
        _ => unreachable!("`bus` gave it all three pins"),
    }
}

/// Asks the chip who it is: without one the bus reads all zeros or all ones.
pub fn open(bus: Dev<Spi2>, select: PB12, console: &mut Serial2) -> Result<Flash, Error> {
    const READ_ID: u8 = 0x9F;
    const WINBOND: u8 = 0xEF;
    let select = select.into_push_pull_output_in_state(stm32f4xx_hal::gpio::PinState::High);
    let Ok(mut flash) = ExclusiveDevice::new_no_delay(bus, select);
    let mut answer = [READ_ID, 0, 0, 0];
    flash.transfer_in_place(&mut answer).map_err(|_| Error::Spi)?;
    let [_, maker, kind, capacity] = answer;
    let _ = writeln!(console, "      flash    answers {maker:02x} {kind:02x} {capacity:02x}\r");
    if maker == WINBOND { Ok(flash) } else { Err(Error::NoFlash) }
}
