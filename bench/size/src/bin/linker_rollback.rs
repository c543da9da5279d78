//! Functions that register themselves in a section of the linker, with rollback.
#![no_std]
#![no_main]

#[path = "../powered.rs"]
mod powered;
#[path = "../ways/registry_rollback.rs"]
mod registry_rollback;

use registry_rollback::{init_all, register};
use size_firmware::{
    BOOTING, clocks, eeprom, entry, gpio, i2c0, imu, lcd, report, span, spi0, touch, uart, v3v3, vlcd,
};

entry!(BOOTING, {
    report!(&span!(init_all()));
});

register! {
    CLOCKS "0.10" clocks::init, clocks::deinit;
    GPIO "0.20" gpio::init, gpio::deinit;
    VLCD "1.10" vlcd::init, vlcd::deinit;
    V3V3 "1.20" v3v3::init, v3v3::deinit;
    UART "2.10" uart::init, uart::deinit;
    I2C0 "2.20" i2c0::init, i2c0::deinit;
    SPI0 "2.30" spi0::init, spi0::deinit;
    IMU "3.10" powered::imu_init, imu::deinit;
    EEPROM "3.20" eeprom::init, eeprom::deinit;
    LCD "3.30" powered::lcd_init, lcd::deinit;
    TOUCH "3.40" touch::init, touch::deinit;
}
