//! Functions that register themselves in a section of the linker: no rollback.
#![no_std]
#![no_main]

#[path = "../powered.rs"]
mod powered;
#[path = "../ways/registry.rs"]
mod registry;

use registry::{init_all, register};
use size_firmware::{BOOTING, clocks, eeprom, entry, gpio, i2c0, report, span, spi0, touch, uart, v3v3, vlcd};

entry!(BOOTING, {
    report!(&span!(init_all()));
});

register! {
    CLOCKS "0.10" clocks::init;
    GPIO "0.20" gpio::init;
    VLCD "1.10" vlcd::init;
    V3V3 "1.20" v3v3::init;
    UART "2.10" uart::init;
    I2C0 "2.20" i2c0::init;
    SPI0 "2.30" spi0::init;
    IMU "3.10" powered::imu_init;
    EEPROM "3.20" eeprom::init;
    LCD "3.30" powered::lcd_init;
    TOUCH "3.40" touch::init;
}
