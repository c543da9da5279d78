//! The chips on the bus, each asked once whether it is there.
use crate::axp209::Axp209;
use crate::error::Error;
use crate::i2c::StellarisI2c;
use bringup::Dev;
use embedded_hal::i2c::I2c;
use xca9548a::{SlaveAddr, Xca9548a};

/// The shared bus: `Copy`, and an embedded-hal I2C bus like the one behind it.
pub type Bus = Dev<StellarisI2c>;

pub type Pmic = Axp209<Bus>;
pub type Isolator = Xca9548a<Bus>;
pub type Thermometer = lm75::Lm75<Bus, lm75::ic::Lm75>;

pub fn pmic(bus: Bus, address: u8) -> Result<Pmic, Error> {
    let mut pmic = Axp209::new(bus, address)?;
    crate::log!("up    pmic     AXP209 outputs read {:#04x}", pmic.outputs()?);
    Ok(pmic)
}

/// All branches cut off.
pub fn isolator(bus: Bus) -> Result<Isolator, Error> {
    let mut isolator = Xca9548a::new(bus, SlaveAddr::default());
    isolator.select_channels(0).map_err(|_| Error::NoAnswer)?;
    crate::log!("up    isolator PCA9548");
    Ok(isolator)
}

pub fn thermometer(bus: Bus, address: u8) -> Result<Thermometer, Error> {
    let mut thermometer = lm75::Lm75::new(bus, lm75::Address::from(address));
    thermometer.enable().map_err(|_| Error::NoAnswer)?;
    crate::log!("up    tmp      LM75 at {address:#x}");
    Ok(thermometer)
}

pub fn shut_down(mut thermometer: Thermometer) -> Result<(), Error> {
    let answer = thermometer.disable();
    crate::log!("down  tmp");
    answer.map_err(|_| Error::NoAnswer)
}

/// An image sensor. QEMU has none: a TMP421 plays it, which also has numbers of maker and part in two registers.
pub struct Camera {
    pub part: [u8; 2],
}

impl Camera {
    pub fn probe(mut bus: Bus, address: u8) -> Result<Self, Error> {
        const NUMBERS: [u8; 2] = [0xFE, 0xFF];
        let mut part = [0; 2];
        for (number, register) in part.iter_mut().zip(NUMBERS) {
            let answer = core::slice::from_mut(number);
            bus.write_read(address, &[register], answer).map_err(|_| Error::NoAnswer)?;
        }
        crate::log!("up    camera   part {:02x}{:02x} at {address:#x}", part[0], part[1]);
        Ok(Camera { part })
    }

    pub fn stop(self) {
        crate::log!("down  camera");
    }
}
