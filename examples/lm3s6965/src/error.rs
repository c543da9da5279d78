//! Why a node did not come up.
use core::fmt;

/// Starts at 1, so that `Ok(())` is the zero byte: the generated boot code gets smaller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Error {
    /// The PLL did not lock.
    Pll = 1,
    /// The baud rate cannot be made from the system clock.
    BaudRate = 2,
    /// The enable pin does not read back as it was driven.
    Supply = 3,
    /// Nothing answers at the address of the device.
    NoAnswer = 4,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::Pll => "the PLL does not lock",
            Error::BaudRate => "the baud rate is out of reach",
            Error::Supply => "the enable pin does not follow",
            Error::NoAnswer => "no answer on the bus",
        })
    }
}
