//! A mistake on request, to see that it is found.
use core::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// What the USB driver does not give back when it goes down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Forget {
    /// It gives everything back.
    Nothing,
    /// Its interrupt handler.
    Handler,
    /// Its buffer.
    Memory,
}

static MISTAKE: AtomicU8 = AtomicU8::new(Forget::Nothing as u8);

pub(crate) fn make(mistake: Forget) {
    MISTAKE.store(mistake as u8, Relaxed);
}

pub(crate) fn drop_unless<T>(mistake: Forget, value: T) {
    if MISTAKE.load(Relaxed) == mistake as u8 {
        core::mem::forget(value);
    }
}
