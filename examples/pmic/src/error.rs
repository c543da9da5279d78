//! Why a node or a rail did not come up.
use core::fmt;

/// Starts at 1, so that `Ok(())` is the zero byte: the generated boot code gets smaller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Error {
    /// The PLL did not lock.
    Pll = 1,
    /// The baud rate cannot be made from the system clock.
    BaudRate = 2,
    /// A switch does not read back as it was switched.
    Switch = 3,
    /// Nothing answers at the address of the device.
    NoAnswer = 4,
    /// Something else answers there.
    OtherChip = 5,
    /// The regulator cannot make this voltage.
    Voltage = 6,
    /// The rail was not good in time.
    Timeout = 7,
}

impl From<bringup::Timeout> for Error {
    fn from(_: bringup::Timeout) -> Self {
        Error::Timeout
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::Pll => "the PLL does not lock",
            Error::BaudRate => "the baud rate is out of reach",
            Error::Switch => "the switch does not follow",
            Error::NoAnswer => "no answer on the bus",
            Error::OtherChip => "another chip answers",
            Error::Voltage => "no such voltage",
            Error::Timeout => "the rail was not good in time",
        })
    }
}
