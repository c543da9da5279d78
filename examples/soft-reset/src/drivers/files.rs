//! The flash chip, and the blocks on it.
use crate::chip::{Memory, SPI1};
use crate::error::Error;
use crate::trace::Up;
use bringup::Dev;

const BLOCK: u32 = 4096;

pub(crate) struct Spi {
    bus: SPI1,
    _up: Up,
}

impl Spi {
    pub(crate) fn new(bus: SPI1) -> Self {
        Spi { bus, _up: Up::new("spi") }
    }

    /// One block over the bus.
    fn transfer(&mut self) -> u32 {
        BLOCK
    }

    pub(crate) fn release(self) -> SPI1 {
        self.bus
    }
}

pub(crate) struct Storage {
    bus: Dev<Spi>,
    _cache: Memory,
    _up: Up,
}

impl Storage {
    pub(crate) fn new(bus: Dev<Spi>) -> Result<Self, Error> {
        let cache = Memory::take(bus.with(Spi::transfer)?)?;
        Ok(Storage { bus, _cache: cache, _up: Up::new("storage") })
    }

    /// The size of a block, from its header.
    pub(crate) fn block(&mut self) -> Result<u32, Error> {
        Ok(self.bus.with(Spi::transfer)?)
    }

    /// The cache goes to the chip.
    pub(crate) fn flush(self) -> Result<(), Error> {
        self.bus.with(Spi::transfer)?;
        Ok(())
    }
}
