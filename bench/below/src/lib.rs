//! A board of nine steps: a clock, GPIO and a watchdog, two rails, two buses, two devices that need both rails. Each pair of binaries
//! brings it up without and with one thing that the plan of a board knows and a person would have to keep in mind.
#![no_std]

#[path = "../../size/src/delay.rs"]
mod delay;
mod drivers;

pub use delay::Delay;
pub use drivers::{plain, sure, zero};
pub use size_support::{Error, Failure, delay_us, entry, report, span};

size_support::drivers! {
    clocks = 0,
    gpio = 1,
    watchdog = 2,
    vio = 3,
    vcam = 4,
    i2c = 5,
    spi = 6,
    imu = 7,
    camera = 8,
}

/// How many steps there are.
pub const STEPS: u8 = 9;

/// The steps, for what is written by hand.
#[derive(Clone, Copy)]
pub enum Node {
    Clocks,
    Gpio,
    Watchdog,
    Vio,
    Vcam,
    I2c,
    Spi,
    Imu,
    Camera,
}
