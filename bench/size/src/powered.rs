//! The first device on each rail waits until that has settled: where inits are in a table, so must be the wait.
use size_firmware::{Error, delay_us, imu, lcd};

/// The first on v3v3.
pub fn imu_init() -> Result<(), Error> {
    delay_us(5_000);
    imu::init()
}

/// The first on vlcd, which has had as much by now.
pub fn lcd_init() -> Result<(), Error> {
    delay_us(5_000);
    lcd::init()
}
