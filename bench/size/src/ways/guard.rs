//! How an expert writes a boot by hand: what is up is a value, and the values are dropped in reverse order when `?` leaves early.
use size_support::{Error, Failure};

/// A node that is up, until it is dropped.
pub struct Up(fn());

impl Up {
    #[inline(always)]
    pub fn new<N>(node: N, init: fn() -> Result<(), Error>, deinit: fn()) -> Result<Self, Failure<N>> {
        match init() {
            Ok(()) => Ok(Up(deinit)),
            Err(cause) => Err(Failure { node, cause }),
        }
    }
}

impl Drop for Up {
    #[inline(always)]
    fn drop(&mut self) {
        (self.0)();
    }
}
