//! The AXP209, a PMIC, as far as this board uses it: two of its linear regulators.
use crate::error::Error;
use embedded_hal::i2c::I2c;

const CHIP_VERSION: u8 = 0x03;
const OUTPUTS: u8 = 0x12;
/// LDO2 in the upper half, LDO4 in the lower one.
const LDO24_VOLTAGE: u8 = 0x28;

/// A regulator that can be switched.
#[derive(Clone, Copy)]
pub enum Ldo {
    Ldo2,
    Ldo4,
}

impl Ldo {
    /// Its bit in the register of the outputs.
    pub fn bit(self) -> u8 {
        match self {
            Ldo::Ldo2 => 1 << 2,
            Ldo::Ldo4 => 1 << 3,
        }
    }

    /// The voltage register with this regulator at so many millivolts. `None` if it cannot make those.
    fn at(self, millivolts: u16, register: u8) -> Option<u8> {
        /// What LDO4 can make.
        const LDO4: [u16; 16] =
            [1250, 1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000, 2500, 2700, 2800, 3000, 3100, 3200, 3300];
        match self {
            Ldo::Ldo2 => {
                let step = millivolts.checked_sub(1800)?;
                (step % 100 == 0 && step <= 1500).then_some(register & 0x0F | ((step / 100) as u8) << 4)
            }
            Ldo::Ldo4 => {
                let code = LDO4.iter().position(|known| *known == millivolts)?;
                Some(register & 0xF0 | code as u8)
            }
        }
    }
}

pub struct Axp209<B> {
    bus: B,
    address: u8,
}

impl<B: I2c> Axp209<B> {
    /// Asks the chip for its version, and changes nothing: what is on stays on.
    pub fn new(bus: B, address: u8) -> Result<Self, Error> {
        let mut chip = Axp209 { bus, address };
        if chip.read(CHIP_VERSION)? & 0x0F != 1 {
            return Err(Error::OtherChip);
        }
        Ok(chip)
    }

    /// Sets the voltage, then switches on.
    pub fn switch_on(&mut self, ldo: Ldo, millivolts: u16) -> Result<(), Error> {
        let voltage = ldo.at(millivolts, self.read(LDO24_VOLTAGE)?).ok_or(Error::Voltage)?;
        self.write(LDO24_VOLTAGE, voltage)?;
        let outputs = self.outputs()?;
        self.write(OUTPUTS, outputs | ldo.bit())
    }

    pub fn switch_off(&mut self, ldo: Ldo) -> Result<(), Error> {
        let outputs = self.outputs()?;
        self.write(OUTPUTS, outputs & !ldo.bit())
    }

    /// Which outputs are on, as the chip has it.
    pub fn outputs(&mut self) -> Result<u8, Error> {
        self.read(OUTPUTS)
    }

    fn read(&mut self, register: u8) -> Result<u8, Error> {
        let mut value = [0];
        self.bus.write_read(self.address, &[register], &mut value).map_err(|_| Error::NoAnswer)?;
        Ok(value[0])
    }

    fn write(&mut self, register: u8, value: u8) -> Result<(), Error> {
        self.bus.write(self.address, &[register, value]).map_err(|_| Error::NoAnswer)
    }
}
