//! Why a driver does not come up, or not go down.

/// Starts at 1, so that `Ok(())` is the zero byte: the generated boot code gets smaller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Error {
    /// The interrupt has a handler already.
    Registered = 1,
    /// The timer runs already.
    Runs = 2,
    /// The heap is full.
    NoMemory = 3,
    /// A driver below is down or in use.
    Unavailable = 4,
}

impl From<bringup::Unavailable> for Error {
    fn from(_: bringup::Unavailable) -> Self {
        Error::Unavailable
    }
}
