//! The published drivers of the two chips, each asked once whether its chip is there.
use crate::error::Error;
use crate::i2c::StellarisI2c;
use bringup::{Atomic, Dev};
use eeprom24x::{Eeprom24x, SlaveAddr, addr_size::TwoBytes, page_size::B32, unique_serial};

/// The shared bus. With `share = atomic;` it can be used from every task, and so can what is built on it.
pub type Bus = Dev<StellarisI2c, Atomic>;

pub type Thermometer = lm75::Lm75<Bus, lm75::ic::Lm75>;
pub type Eeprom = Eeprom24x<Bus, B32, TwoBytes, unique_serial::No>;

pub fn thermometer(bus: Bus, address: u8) -> Result<Thermometer, Error> {
    let mut thermometer = lm75::Lm75::new(bus, lm75::Address::from(address));
    thermometer.enable().map_err(|_| Error::NoAnswer)?;
    crate::log!("up    tmp      LM75 at {address:#x}");
    Ok(thermometer)
}

pub fn shut_down(mut thermometer: Thermometer) -> Result<(), Error> {
    let answer = thermometer.disable();
    crate::log!("down  tmp");
    answer.map_err(|_| Error::NoAnswer)
}

pub fn eeprom(bus: Bus) -> Result<Eeprom, Error> {
    let mut eeprom = Eeprom24x::new_24x32(bus, SlaveAddr::default());
    eeprom.read_byte(0).map_err(|_| Error::NoAnswer)?;
    crate::log!("up    eeprom   24x32");
    Ok(eeprom)
}

pub fn let_go(eeprom: Eeprom) {
    eeprom.destroy();
    crate::log!("down  eeprom");
}
