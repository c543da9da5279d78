//! The devices, as Zephyr would list them.
use crate::levels::{Device, State};
use crate::{levels::devices, powered};
use size_firmware::{clocks, codec, eeprom, gpio, i2c0, imu, lcd, spi0, touch, uart, v3v3, vlcd};

devices! {
    CLOCKS clocks 0 clocks::init, deferred false;
    GPIO gpio 1 gpio::init, deferred false;
    VLCD vlcd 2 vlcd::init, deferred false;
    V3V3 v3v3 3 v3v3::init, deferred false;
    UART uart 4 uart::init, deferred false;
    I2C0 i2c0 5 i2c0::init, deferred false;
    SPI0 spi0 6 spi0::init, deferred false;
    IMU imu 7 powered::imu_init, deferred false;
    EEPROM eeprom 8 eeprom::init, deferred false;
    LCD lcd 9 powered::lcd_init, deferred false;
    TOUCH touch 10 touch::init, deferred false;
    CODEC codec 11 codec::init, deferred true;
}

pub static LEVELS: [&[&Device]; 4] =
    [&[&CLOCKS, &GPIO], &[&VLCD, &V3V3], &[&UART, &I2C0, &SPI0], &[&IMU, &EEPROM, &LCD, &TOUCH, &CODEC]];
