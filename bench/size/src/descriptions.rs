//! The devices, as a board manager has them described.
use crate::{manager::describe, powered};
use size_firmware::{clocks, codec, eeprom, gpio, i2c0, imu, lcd, spi0, touch, uart, v3v3, vlcd};

pub const DEVICES: usize = 12;

describe! {
    clocks clocks::init, needs [] None, init_skip false;
    gpio gpio::init, needs ["clocks"] None, init_skip false;
    vlcd vlcd::init, needs ["gpio"] None, init_skip false;
    v3v3 v3v3::init, needs ["gpio"] None, init_skip false;
    uart uart::init, needs ["clocks", "gpio"] None, init_skip false;
    i2c0 i2c0::init, needs ["clocks", "gpio"] None, init_skip false;
    spi0 spi0::init, needs ["clocks", "gpio"] None, init_skip false;
    imu powered::imu_init, needs ["i2c0"] Some("v3v3"), init_skip false;
    eeprom eeprom::init, needs ["i2c0"] Some("v3v3"), init_skip false;
    lcd powered::lcd_init, needs ["spi0"] Some("vlcd"), init_skip false;
    touch touch::init, needs ["i2c0"] Some("vlcd"), init_skip false;
    codec codec::init, needs ["i2c0"] Some("v3v3"), init_skip true;
}
