//! What makes the token unique.

#[cfg(not(target_has_atomic = "8"))]
use core::cell::Cell;
#[cfg(target_has_atomic = "8")]
use core::sync::atomic::{AtomicBool, Ordering};

/// Says yes once, whoever asks: main, another thread or an interrupt handler (S3).
pub struct Once {
    #[cfg(target_has_atomic = "8")]
    taken: AtomicBool,
    #[cfg(not(target_has_atomic = "8"))]
    taken: critical_section::Mutex<Cell<bool>>,
}

#[cfg(target_has_atomic = "8")]
impl Once {
    /// Not yet taken.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        Once { taken: AtomicBool::new(false) }
    }

    /// `true` for the first caller.
    #[inline]
    pub fn take(&self) -> bool {
        !self.taken.swap(true, Ordering::Relaxed)
    }
}

#[cfg(not(target_has_atomic = "8"))]
impl Once {
    /// Not yet taken.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        Once { taken: critical_section::Mutex::new(Cell::new(false)) }
    }

    /// `true` for the first caller.
    #[inline]
    pub fn take(&self) -> bool {
        critical_section::with(|section| !self.taken.borrow(section).replace(true))
    }
}

#[cfg(test)]
mod tests {
    use super::Once;

    #[test]
    fn only_one_of_many_threads_gets_it() {
        static ONCE: Once = Once::new();
        let winners: usize = std::thread::scope(|scope| {
            let threads: std::vec::Vec<_> = (0..8).map(|_| scope.spawn(|| usize::from(ONCE.take()))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        assert_eq!(winners, 1);
        assert!(!ONCE.take());
    }
}
