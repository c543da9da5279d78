//! Why a node did not come up.
use core::fmt;

/// Starts at 1, so that `Ok(())` is the zero byte: the generated boot code gets smaller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Error {
    /// The random number generator gives nothing.
    Silent = 1,
    /// The random number generator gives the same byte all the time.
    Stuck = 2,
    /// The input of the speaker is down or in use.
    NoInput = 3,
}

impl From<bringup::Unavailable> for Error {
    fn from(_: bringup::Unavailable) -> Self {
        Error::NoInput
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::Silent => "the noise source is silent",
            Error::Stuck => "the noise source is stuck",
            Error::NoInput => "the speaker has no input",
        })
    }
}
