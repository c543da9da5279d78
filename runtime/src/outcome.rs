//! What became of a node that the board can do without.

use core::cell::{Cell, UnsafeCell};

/// Whether straight-line code brought the node up, and why its last init failed.
pub struct Outcome<E: 'static> {
    up: Cell<bool>,
    lost: Cell<bool>,
    failure: UnsafeCell<Option<E>>,
    /// The node that failed in its place.
    culprit: Cell<Option<&'static Outcome<E>>>,
}

// SAFETY: every access is unsafe and made by the one token (S3), which goes to another context only if `E: Send`.
unsafe impl<E> Sync for Outcome<E> {}

impl<E> Outcome<E> {
    /// Down, and nothing went wrong yet.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        Outcome {
            up: Cell::new(false),
            lost: Cell::new(false),
            failure: UnsafeCell::new(None),
            culprit: Cell::new(None),
        }
    }

    /// The node is up.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn came(&'static self) {
        self.up.set(true);
    }

    /// Whether straight-line code left it up.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn is_up(&'static self) -> bool {
        self.up.get()
    }

    /// The node goes down. Whether it was up.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn leave(&'static self) -> bool {
        self.up.replace(false)
    }

    /// Straight-line code did not get all its inputs back: from a failed init, or a teardown.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn lose(&'static self) {
        self.lost.set(true);
    }

    /// Whether inputs of it are gone (S5).
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn is_lost(&'static self) -> bool {
        self.lost.get()
    }

    /// Keeps why its init failed, or forgets it.
    ///
    /// # Safety
    /// The caller acts for the token (S3), and no reference from [`failure`](Self::failure) is left.
    #[inline]
    pub unsafe fn record(&'static self, failure: Option<E>) {
        self.culprit.set(None);
        // SAFETY: exclusive by the contract; the old value is dropped in place.
        unsafe { *self.failure.get() = failure };
    }

    /// It is left out because of `need`, or of what that was left out for.
    ///
    /// # Safety
    /// As for [`record`](Self::record).
    pub unsafe fn blame(&'static self, need: &'static Outcome<E>) {
        // SAFETY: the contract is the same.
        unsafe { self.record(None) };
        self.culprit.set(Some(need.culprit.get().unwrap_or(need)));
    }

    /// Why its init failed, or that of the node it was left out for.
    ///
    /// # Safety
    /// The caller acts for the token (S3), and ties the reference to a borrow of it.
    #[inline]
    pub unsafe fn failure(&'static self) -> Option<&'static E> {
        let this = self.culprit.get().unwrap_or(self);
        // SAFETY: nothing writes while the token is borrowed.
        unsafe { (*this.failure.get()).as_ref() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    #[test]
    fn it_is_down_until_it_came_and_leaves_once() {
        static OUTCOME: Outcome<u8> = Outcome::new();
        // SAFETY: one thread.
        unsafe {
            assert!(!OUTCOME.is_up());
            assert!(!OUTCOME.leave());
            OUTCOME.came();
            assert!(OUTCOME.is_up());
            assert!(OUTCOME.leave());
            assert!(!OUTCOME.leave());
        }
    }

    #[test]
    fn what_is_left_out_fails_with_what_it_needs() {
        static FIRST: Outcome<u8> = Outcome::new();
        static SECOND: Outcome<u8> = Outcome::new();
        static THIRD: Outcome<u8> = Outcome::new();
        // SAFETY: one thread, and no reference outlives its line.
        unsafe {
            FIRST.record(Some(7));
            SECOND.blame(&FIRST);
            THIRD.blame(&SECOND);
            assert_eq!((SECOND.failure(), THIRD.failure()), (Some(&7), Some(&7)));
            THIRD.record(Some(9));
            assert_eq!((SECOND.failure(), THIRD.failure()), (Some(&7), Some(&9)));
            THIRD.blame(&SECOND);
            THIRD.record(None);
            FIRST.record(None);
            assert_eq!((SECOND.failure(), THIRD.failure()), (None, None));
        }
    }

    #[test]
    fn inputs_once_lost_stay_lost() {
        static OUTCOME: Outcome<u8> = Outcome::new();
        // SAFETY: one thread.
        unsafe {
            OUTCOME.came();
            assert!(!OUTCOME.is_lost());
            OUTCOME.lose();
            assert!(OUTCOME.leave());
            assert!(OUTCOME.is_lost());
        }
    }

    #[test]
    fn the_last_failure_is_kept_and_the_one_before_dropped() {
        static OUTCOME: Outcome<Rc<u8>> = Outcome::new();
        let (first, second) = (Rc::new(1), Rc::new(2));
        // SAFETY: one thread, and no reference outlives its line.
        unsafe {
            assert_eq!(OUTCOME.failure(), None);
            OUTCOME.record(Some(first.clone()));
            assert_eq!(OUTCOME.failure(), Some(&first));
            OUTCOME.record(Some(second.clone()));
            assert_eq!((Rc::strong_count(&first), OUTCOME.failure()), (1, Some(&second)));
            OUTCOME.record(None);
            assert_eq!((Rc::strong_count(&second), OUTCOME.failure()), (1, None));
        }
    }
}
