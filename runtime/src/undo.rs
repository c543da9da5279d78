//! Rollback.

use crate::token::Permit;
use core::cell::Cell;
use core::mem::ManuallyDrop;

/// Takes one node down again unless disarmed. Guards are locals, so they run in exact reverse order: on `?`, on a
/// panic that unwinds, and when the future of an `async` boot is dropped (S9). Without captures it has no size.
#[must_use = "a guard that is dropped at once undoes at once"]
pub struct Undo<F: FnMut()>(pub F);

impl<F: FnMut()> Undo<F> {
    /// The boot succeeded.
    #[inline(always)]
    pub fn disarm(self) {
        let _ = ManuallyDrop::new(self);
    }
}

impl<F: FnMut()> Drop for Undo<F> {
    #[inline(always)]
    fn drop(&mut self) {
        (self.0)();
    }
}

/// The guard that calls `down`. Generated code has one for each node: without a closure there, rustc has less to check.
#[inline(always)]
pub fn undo<R>(permit: Permit, down: impl Fn(Permit) -> R) -> Undo<impl FnMut()> {
    Undo(move || {
        down(permit);
    })
}

/// The same for a `down` that counts what fails.
#[inline(always)]
pub fn undo_counting<R>(
    permit: Permit,
    failures: &Failures,
    down: impl Fn(Permit, &Failures) -> R,
) -> Undo<impl FnMut()> {
    Undo(move || {
        down(permit, failures);
    })
}

/// How many steps of a rollback failed. Stays at 255 from there on.
#[derive(Default)]
pub struct Failures(Cell<u8>);

// SAFETY: it is a local of what acts for the token, and reached by nothing else (S3). So the future of a boot can move to
// another context, with the reference to it that the guards hold.
unsafe impl Sync for Failures {}

impl Failures {
    /// None yet.
    pub const fn new() -> Self {
        Failures(Cell::new(0))
    }

    /// One more.
    #[inline]
    pub fn count(&self) {
        self.0.set(self.0.get().saturating_add(1));
    }

    /// As many more as `others` are.
    #[inline]
    pub fn add(&self, others: &Failures) {
        self.0.set(self.0.get().saturating_add(others.get()));
    }

    /// So many.
    #[inline]
    pub fn get(&self) -> u8 {
        self.0.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::vec::Vec;

    fn boot(fail: bool, log: &RefCell<Vec<u8>>) -> Result<(), ()> {
        let first = Undo(|| log.borrow_mut().push(1));
        let second = Undo(|| log.borrow_mut().push(2));
        let third = Undo(|| log.borrow_mut().push(3));
        if fail {
            return Err(());
        }
        third.disarm();
        second.disarm();
        first.disarm();
        Ok(())
    }

    #[test]
    fn failure_undoes_in_reverse() {
        let log = RefCell::default();
        assert_eq!(boot(true, &log), Err(()));
        assert_eq!(*log.borrow(), [3, 2, 1]);
    }

    #[test]
    fn success_undoes_nothing() {
        let log = RefCell::default();
        assert_eq!(boot(false, &log), Ok(()));
        assert_eq!(*log.borrow(), []);
    }

    #[test]
    fn without_captures_a_guard_has_no_size() {
        fn down() {}
        assert_eq!(size_of_val(&ManuallyDrop::new(Undo(down))), 0);
    }

    #[test]
    fn the_count_of_failures_saturates() {
        let failures = Failures::new();
        assert_eq!(failures.get(), 0);
        failures.count();
        assert_eq!(failures.get(), 1);
        (0..300).for_each(|_| failures.count());
        assert_eq!(failures.get(), 255);
    }
}
