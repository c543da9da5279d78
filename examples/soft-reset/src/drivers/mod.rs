//! The drivers. Each owns what it takes from the chip, and its `release` gives its peripheral back.
//!
//! An `init` that can fail after it has taken its peripheral returns it with the error: `init (p.RTC) = …` in
//! `mcu.board` puts it back, so that the next attempt finds it.

mod files;
mod pins;
mod serial;
mod system;

pub(crate) use files::{Spi, Storage};
pub(crate) use pins::{ExtInt, Led, Pins, Servo, Timers};
pub(crate) use serial::{Readline, Uart, Usb};
pub(crate) use system::{Machine, PendSv, Rtc, Script};
