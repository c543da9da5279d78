//! The nodes, in the order in which they come up.
use crate::{powered, steps::Step};
use size_firmware::{clocks, eeprom, gpio, i2c0, imu, lcd, spi0, touch, uart, v3v3, vlcd};

pub static STEPS: [Step; 11] = [
    Step { up: clocks::init, down: clocks::deinit },
    Step { up: gpio::init, down: gpio::deinit },
    Step { up: vlcd::init, down: vlcd::deinit },
    Step { up: v3v3::init, down: v3v3::deinit },
    Step { up: uart::init, down: uart::deinit },
    Step { up: i2c0::init, down: i2c0::deinit },
    Step { up: spi0::init, down: spi0::deinit },
    Step { up: powered::imu_init, down: imu::deinit },
    Step { up: eeprom::init, down: eeprom::deinit },
    Step { up: powered::lcd_init, down: lcd::deinit },
    Step { up: touch::init, down: touch::deinit },
];
