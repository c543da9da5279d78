//! Stand-ins for drivers, so that the board runs at once. Put those of your chip in their place: what the board file says
//! about them stays the same.

use bringup::Dev;
use core::fmt;
use semihosting::println;

/// Why something does not come up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Error {
    /// The inputs of the board were taken before.
    Taken,
    /// Nothing answers.
    NoAnswer,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::Taken => "the board can be taken once",
            Error::NoAnswer => "no answer",
        })
    }
}

/// The bus is down, or in use.
impl From<bringup::Unavailable> for Error {
    fn from(_: bringup::Unavailable) -> Self {
        Error::NoAnswer
    }
}

/// A pin that switches a rail.
pub struct Switch(&'static str);

impl Switch {
    pub fn new(rail: &'static str) -> Self {
        println!("switch of {rail}");
        Switch(rail)
    }

    pub fn set(&mut self, on: bool) -> Result<(), Error> {
        println!("{} {}", self.0, if on { "on" } else { "off" });
        Ok(())
    }
}

/// A bus that several devices share.
pub struct Bus;

impl Bus {
    pub fn new(hz: u32) -> Self {
        println!("bus at {} kHz", hz / 1000);
        Bus
    }

    fn read(&mut self, address: u8) -> Result<u8, Error> {
        match address {
            0x48 => Ok(21),
            _ => Err(Error::NoAnswer),
        }
    }
}

/// A device on a bus.
pub struct Thermometer {
    bus: Dev<Bus>,
    address: u8,
}

impl Thermometer {
    pub fn new(bus: Dev<Bus>, address: u8) -> Result<Self, Error> {
        bus.with(|bus| bus.read(address))??;
        println!("thermometer at {address:#x}");
        Ok(Thermometer { bus, address })
    }

    /// Degrees Celsius.
    pub fn read(&mut self) -> Result<u8, Error> {
        self.bus.with(|bus| bus.read(self.address))?
    }

    pub fn stop(self) {
        println!("thermometer down");
    }
}
