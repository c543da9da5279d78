//! Interrupts, on a host: a thread that comes in between.

use std::thread::{self, JoinHandle};
use std::time::Duration;

/// An interrupt on its way.
pub(crate) struct Pending(JoinHandle<()>);

/// Raises one, and lets it run as far as it gets.
pub(crate) fn pend(handler: fn()) -> Pending {
    let thread = thread::spawn(handler);
    for _ in 0..20 {
        if thread.is_finished() {
            break;
        }
        thread::sleep(Duration::from_millis(1));
    }
    Pending(thread)
}

impl Pending {
    /// Its handler has run.
    pub(crate) fn finish(self) {
        self.0.join().expect("the handler runs to its end");
    }
}
