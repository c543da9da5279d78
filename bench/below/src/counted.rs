//! A rail that counts its users, as regulator frameworks do.
use below_firmware::{Error, Failure};
use core::sync::atomic::{AtomicU8, Ordering::Relaxed};

pub struct Users {
    count: AtomicU8,
    on: fn() -> Result<(), Error>,
    off: fn(),
}

impl Users {
    pub const fn new(on: fn() -> Result<(), Error>, off: fn()) -> Self {
        Users { count: AtomicU8::new(0), on, off }
    }
}

/// One user of a rail, until it is dropped.
pub struct Used(&'static Users);

impl Used {
    pub fn new<N>(node: N, rail: &'static Users) -> Result<Self, Failure<N>> {
        let count = rail.count.load(Relaxed);
        if count == 0 {
            (rail.on)().map_err(|cause| Failure { node, cause })?;
        }
        rail.count.store(count + 1, Relaxed);
        Ok(Used(rail))
    }
}

impl Drop for Used {
    fn drop(&mut self) {
        let count = self.0.count.load(Relaxed) - 1;
        self.0.count.store(count, Relaxed);
        if count == 0 {
            (self.0.off)();
        }
    }
}
