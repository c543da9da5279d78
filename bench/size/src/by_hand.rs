//! The boot by hand.
use crate::guard::Up;
use size_firmware::{Failure, clocks, delay_us, eeprom, gpio, i2c0, imu, lcd, spi0, touch, uart, v3v3, vlcd};

#[derive(Clone, Copy)]
pub enum Node {
    Clocks,
    Gpio,
    Vlcd,
    V3v3,
    Uart,
    I2c0,
    Spi0,
    Imu,
    Eeprom,
    Lcd,
    Touch,
    #[allow(dead_code)] // only run-time control starts it
    Codec,
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn init_all() -> Result<(), Failure<Node>> {
    let clocks = Up::new(Node::Clocks, clocks::init, clocks::deinit)?;
    let gpio = Up::new(Node::Gpio, gpio::init, gpio::deinit)?;
    let vlcd = Up::new(Node::Vlcd, vlcd::init, vlcd::deinit)?;
    let v3v3 = Up::new(Node::V3v3, v3v3::init, v3v3::deinit)?;
    let uart = Up::new(Node::Uart, uart::init, uart::deinit)?;
    let i2c0 = Up::new(Node::I2c0, i2c0::init, i2c0::deinit)?;
    let spi0 = Up::new(Node::Spi0, spi0::init, spi0::deinit)?;
    delay_us(5_000); // v3v3
    let imu = Up::new(Node::Imu, imu::init, imu::deinit)?;
    let eeprom = Up::new(Node::Eeprom, eeprom::init, eeprom::deinit)?;
    delay_us(5_000); // vlcd, which has had as much
    let lcd = Up::new(Node::Lcd, lcd::init, lcd::deinit)?;
    let touch = Up::new(Node::Touch, touch::init, touch::deinit)?;
    core::mem::forget((clocks, gpio, vlcd, v3v3, uart, i2c0, spi0, imu, eeprom, lcd, touch));
    Ok(())
}
