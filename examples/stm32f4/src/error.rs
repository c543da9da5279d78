//! Why a node did not come up.
use core::fmt;

/// Starts at 1, so that `Ok(())` is the zero byte: the generated boot code gets smaller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(dead_code)] // without feature `flash`
pub enum Error {
    /// The baud rate cannot be made from the bus clock.
    BaudRate = 1,
    /// No flash chip of this family on the bus.
    NoFlash = 2,
    /// The bus failed.
    Spi = 3,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::BaudRate => "the baud rate is out of reach",
            Error::NoFlash => "no W25Q flash answers",
            Error::Spi => "the SPI bus failed",
        })
    }
}

impl From<stm32f4xx_hal::serial::config::InvalidConfig> for Error {
    fn from(_: stm32f4xx_hal::serial::config::InvalidConfig) -> Self {
        Error::BaudRate
    }
}
