//! Which driver came up, and which went down, in which order and how often.
use crate::by_hand;
use core::sync::atomic::{AtomicU8, AtomicUsize, Ordering::Relaxed};

/// A driver that is up, for as long as this exists.
pub(crate) struct Up(&'static str);

impl Up {
    pub(crate) fn new(name: &'static str) -> Self {
        INITS.add(name);
        Up(name)
    }
}

impl Drop for Up {
    fn drop(&mut self) {
        DEINITS.add(self.0);
    }
}

/// More than two boots and ten soft resets need.
const CAPACITY: usize = 256;

/// Names, in the order in which they came.
pub(crate) struct Log {
    /// Positions in the lists.
    names: [AtomicU8; CAPACITY],
    /// Over [`CAPACITY`]: some were lost.
    length: AtomicUsize,
}

pub(crate) static INITS: Log = Log::new();
pub(crate) static DEINITS: Log = Log::new();

impl Log {
    const fn new() -> Self {
        Log { names: [const { AtomicU8::new(0) }; CAPACITY], length: AtomicUsize::new(0) }
    }

    fn add(&self, name: &str) {
        let length = self.length.load(Relaxed);
        let position = names().position(|known| known == name);
        if let Some(entry) = self.names.get(length) {
            // a driver that the lists do not know is no name at all, and equal to none
            entry.store(position.map_or(u8::MAX, |position| position as u8), Relaxed);
        }
        self.length.store(length.saturating_add(1), Relaxed);
    }

    /// How many there were so far.
    pub(crate) fn length(&self) -> usize {
        self.length.load(Relaxed)
    }

    /// Whether exactly these came after the first `start`.
    pub(crate) fn since(&self, start: usize, expected: impl Iterator<Item = &'static str>) -> bool {
        let entries = self.names.get(start..self.length()).unwrap_or_default();
        let found = entries.iter().map(|entry| names().nth(entry.load(Relaxed).into()));
        self.length() >= start && self.length() <= CAPACITY && found.eq(expected.map(Some))
    }
}

/// All of the lists.
fn names() -> impl Iterator<Item = &'static str> {
    by_hand::LEVELS.iter().flat_map(|(_, names)| names.iter().copied())
}
