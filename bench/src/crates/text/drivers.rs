//! Simulated parts: each thing that one does is a line, with the microseconds since the start.

mod peripherals;

pub use peripherals::Peripherals;

use embedded_hal::i2c::{ErrorKind, ErrorType, I2c as Bus, Operation};
use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static TIME: AtomicU32 = AtomicU32::new(0);
static LEFT: AtomicU32 = AtomicU32::new(u32::MAX);

/// Why a part does not come up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Error {
    NoAnswer = 1,
    Arbitration,
}

/// Lets the step fail that has so many before it.
pub fn fail_after(steps: u32) {
    LEFT.store(steps, Relaxed);
}

/// Microseconds since the start. Nothing takes time but waiting.
pub fn now() -> u32 {
    TIME.load(Relaxed)
}

pub fn wait_until(time: u32) {
    TIME.fetch_max(time, Relaxed);
}

fn event(what: std::fmt::Arguments) {
    // A reader that has gone away is no reason to panic.
    let _ = writeln!(std::io::stdout(), "{:6} {what}", now());
}

/// A step that can fail.
fn step() -> Result<(), Error> {
    let left = LEFT.load(Relaxed);
    LEFT.store(left.wrapping_sub(1), Relaxed);
    if left == 0 { Err(Error::NoAnswer) } else { Ok(()) }
}

pub fn rail(number: u16, on: bool) -> Result<(), Error> {
    if on {
        step()?;
    }
    event(format_args!("rail {number} {}", if on { "on" } else { "off" }));
    Ok(())
}

/// What an I2C controller is made from.
pub struct Port(pub(crate) u16);

pub struct Clock(u16, u32);

impl Clock {
    pub fn start(number: u16, hz: u32) -> Result<Clock, Error> {
        step()?;
        event(format_args!("clock {number} at {hz} Hz"));
        Ok(Clock(number, hz))
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        event(format_args!("clock {} stops", self.0));
    }
}

pub struct I2c(Port);

impl I2c {
    pub fn new(port: Port, clock: &mut Clock, hz: u32) -> Result<I2c, Error> {
        step()?;
        event(format_args!("i2c {} divides by {}", port.0, clock.1 / hz));
        Ok(I2c(port))
    }

    pub fn disable(&mut self) {
        event(format_args!("i2c {} stops", self.0.0));
    }
}

impl embedded_hal::i2c::Error for Error {
    fn kind(&self) -> ErrorKind {
        ErrorKind::Other
    }
}

impl ErrorType for I2c {
    type Error = Error;
}

impl Bus for I2c {
    fn transaction(&mut self, address: u8, operations: &mut [Operation<'_>]) -> Result<(), Error> {
        for operation in operations {
            match operation {
                Operation::Write(bytes) => event(format_args!("i2c {} {address:#x} takes {bytes:x?}", self.0.0)),
                Operation::Read(bytes) => bytes.fill(address),
            }
        }
        Ok(())
    }
}

macro_rules! chip {
    ($name:ident, $id:literal $(, $setting:ident: $ty:ty)?) => {
        pub struct $name<B: Bus> {
            bus: B,
            address: u8,
        }

        impl<B: Bus> $name<B> {
            pub fn new(mut bus: B, address: u8 $(, $setting: $ty)?) -> Result<Self, Error> {
                step()?;
                bus.write(address, &[$id, 1]).map_err(|_| Error::Arbitration)?;
                $(bus.write(address, &$setting.to_be_bytes()).map_err(|_| Error::Arbitration)?;)?
                Ok($name { bus, address })
            }

            pub fn read(&mut self) -> Result<u8, Error> {
                let mut value = [0];
                self.bus.write_read(self.address, &[$id, 2], &mut value).map_err(|_| Error::Arbitration)?;
                Ok(value[0])
            }
        }

        impl<B: Bus> Drop for $name<B> {
            fn drop(&mut self) {
                let _ = self.bus.write(self.address, &[$id, 0]);
            }
        }
    };
}

chip!(Imu, 0x1a, rate: u32);
chip!(Barometer, 0x2b);
chip!(Eeprom, 0x3c, size: u32);
chip!(Expander, 0x4d);
