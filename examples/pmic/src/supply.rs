//! What switches the rails of this board. Whoever switches reads back what the hardware made of it.
use crate::axp209::Ldo;
use crate::devices::{Isolator, Pmic};
use crate::error::Error;
use crate::gpio::Port;

/// A rail that a regulator of the PMIC makes.
pub struct Regulator {
    rail: &'static str,
    ldo: Ldo,
    millivolts: u16,
}

pub const VSENS: Regulator = Regulator { rail: "vsens", ldo: Ldo::Ldo2, millivolts: 3000 };
pub const VCAM: Regulator = Regulator { rail: "vcam", ldo: Ldo::Ldo4, millivolts: 2800 };

impl Regulator {
    pub fn on(&self, pmic: &mut Pmic) -> Result<(), Error> {
        pmic.switch_on(self.ldo, self.millivolts)?;
        self.check(pmic, true)
    }

    pub fn off(&self, pmic: &mut Pmic) -> Result<(), Error> {
        pmic.switch_off(self.ldo)?;
        self.check(pmic, false)
    }

    /// Whether the PMIC has it on.
    pub fn is_on(&self, pmic: &mut Pmic) -> Result<bool, Error> {
        Ok(pmic.outputs()? & self.ldo.bit() != 0)
    }

    fn check(&self, pmic: &mut Pmic, on: bool) -> Result<(), Error> {
        let outputs = pmic.outputs()?;
        crate::log!("{}  {:<8} AXP209 outputs read {outputs:#04x}", direction(on), self.rail);
        follows((outputs & self.ldo.bit() != 0) == on)
    }
}

/// A rail that is the level of a pin of port G.
pub struct Pin {
    rail: &'static str,
    number: u8,
}

pub const XCLK: Pin = Pin { rail: "xclk", number: 0 };
pub const RESET: Pin = Pin { rail: "reset", number: 1 };

impl Pin {
    pub fn high(&self, portg: &mut Port) -> Result<(), Error> {
        self.drive(portg, true)
    }

    pub fn low(&self, portg: &mut Port) -> Result<(), Error> {
        self.drive(portg, false)
    }

    fn drive(&self, portg: &mut Port, high: bool) -> Result<(), Error> {
        let pin = 1 << self.number;
        let as_driven = portg.drive(pin, high);
        let level = u8::from(portg.read(pin) != 0);
        crate::log!("{}  {:<8} PG{} reads {level}", direction(high), self.rail, self.number);
        follows(as_driven)
    }
}

/// Connects the sensors' branch of the bus, which is channel 0, or cuts it off.
pub fn connect_branch(isolator: &mut Isolator, on: bool) -> Result<(), Error> {
    const CHANNEL_0: u8 = 1;
    let wanted = if on { CHANNEL_0 } else { 0 };
    isolator.select_channels(wanted).map_err(|_| Error::NoAnswer)?;
    let channels = isolator.get_channel_status().map_err(|_| Error::NoAnswer)?;
    crate::log!("{}  branch   PCA9548 channels read {channels:#04x}", direction(on));
    follows(channels == wanted)
}

fn direction(up: bool) -> &'static str {
    if up { "up  " } else { "down" }
}

fn follows(it_does: bool) -> Result<(), Error> {
    if it_does { Ok(()) } else { Err(Error::Switch) }
}
