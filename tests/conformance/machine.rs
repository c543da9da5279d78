//! Interrupts, on a host: a thread that comes in between.

use std::thread::{self, JoinHandle};

/// An interrupt on its way.
pub(crate) struct Pending(JoinHandle<()>);

/// Raises one.
pub(crate) fn pend(handler: fn()) -> Pending {
    Pending(thread::spawn(handler))
}

impl Pending {
    /// Its handler has run.
    pub(crate) fn finish(self) {
        self.0.join().expect("the handler runs to its end");
    }
}
