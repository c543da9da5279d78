//! What happened, in order.
use core::sync::atomic::{AtomicU16, AtomicUsize, Ordering::Relaxed};

pub(crate) const UP: u8 = b'+';
pub(crate) const DOWN: u8 = b'-';
pub(crate) const TRANSFER: u8 = b'@';
pub(crate) const DELAY: u8 = b'~';
pub(crate) const SUCCESS: u8 = b'#';
pub(crate) const FAILURE: u8 = b'!';

const ROOM: usize = 512;

#[unsafe(link_section = ".noinit.events")]
static EVENTS: [AtomicU16; ROOM] = [const { AtomicU16::new(0) }; ROOM];
#[unsafe(link_section = ".noinit.count")]
static COUNT: AtomicUsize = AtomicUsize::new(0);

#[inline(always)]
pub(crate) fn clear() {
    COUNT.store(0, Relaxed);
}

/// Notes one event. Kept short, as it becomes a part of every driver.
#[inline(always)]
pub(crate) fn note(kind: u8, number: u8) {
    let count = COUNT.load(Relaxed);
    EVENTS[count % ROOM].store(u16::from_le_bytes([kind, number]), Relaxed);
    COUNT.store(count + 1, Relaxed);
}

/// Calls `print` with each event: its kind and number.
#[inline(always)]
pub(crate) fn each(mut print: impl FnMut(u8, u8)) {
    let mut index = 0;
    while index < COUNT.load(Relaxed) {
        let [kind, number] = EVENTS[index % ROOM].load(Relaxed).to_le_bytes();
        print(kind, number);
        index += 1;
    }
}
