//! Storage of what the firmware hands over.

use core::cell::UnsafeCell;
use core::mem::MaybeUninit;

/// Storage of one `input`. Its fields leave and come back one by one, so it is never dropped as a whole.
pub struct Input<T>(UnsafeCell<MaybeUninit<T>>);

// SAFETY: every access is unsafe and made by the one token (S3), which goes to another context only if `T: Send`.
unsafe impl<T> Sync for Input<T> {}

impl<T> Input<T> {
    /// Empty.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        Input(UnsafeCell::new(MaybeUninit::uninit()))
    }

    /// Takes in what the firmware hands over.
    ///
    /// # Safety
    /// Once per program, by `Fresh::take` before there is a token.
    #[inline(always)]
    pub unsafe fn put(&'static self, value: T) {
        // SAFETY: nothing can have been claimed before (S3, S5).
        unsafe { (*self.0.get()).write(value) };
    }

    /// Moves out the field that `field` points to.
    ///
    /// # Safety
    /// The caller acts for the token (S3). `field` returns a pointer to an aligned field of what it is given, and does
    /// no more. That field is in place: the node that claims it, the only one to do so, is just starting (S5). A type
    /// that implements `Drop` has no fields to claim.
    #[inline(always)]
    pub unsafe fn claim<F>(&'static self, field: impl FnOnce(*mut T) -> *mut F) -> F {
        // SAFETY: in place (S5), and read once: from here on it counts as gone.
        unsafe { field(self.0.get().cast()).read() }
    }

    /// Where a claimed field goes back: in two steps, so that a value of another type is an error at the value.
    ///
    /// # Safety
    /// As for [`claim`](Self::claim), except that the field is out: the caller writes it (S5).
    #[inline(always)]
    pub unsafe fn place<F>(&'static self, field: impl FnOnce(*mut T) -> *mut F) -> *mut F {
        field(self.0.get().cast())
    }

    /// Moves all of it out.
    ///
    /// # Safety
    /// The caller acts for the token (S3). All of it is in place, and claimed by the one node that is just starting (S5).
    #[inline(always)]
    pub unsafe fn claim_whole(&'static self) -> T {
        // SAFETY: in place (S5), and read once: from here on it counts as gone.
        unsafe { (*self.0.get()).assume_init_read() }
    }

    /// Moves all of it back in.
    ///
    /// # Safety
    /// The caller acts for the token (S3), and all of it is out (S5).
    #[inline(always)]
    pub unsafe fn give_back_whole(&'static self, value: T) {
        // SAFETY: it is out (S5), so nothing is overwritten.
        unsafe { (*self.0.get()).write(value) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    struct Parts {
        left: Rc<()>,
        right: Rc<()>,
    }

    #[test]
    fn fields_leave_and_come_back_alone() {
        static INPUT: Input<Parts> = Input::new();
        let (left, right) = (Rc::new(()), Rc::new(()));
        // SAFETY: one thread; each field is claimed while it is in place and given back while it is out.
        unsafe {
            INPUT.put(Parts { left: left.clone(), right: right.clone() });
            for _ in 0..2 {
                let claimed = INPUT.claim(|parts| &raw mut (*parts).right);
                assert!(Rc::ptr_eq(&claimed, &right));
                assert_eq!((Rc::strong_count(&left), Rc::strong_count(&right)), (2, 2));
                INPUT.place(|parts| &raw mut (*parts).right).write(claimed);
            }
            drop(INPUT.claim(|parts| &raw mut (*parts).left));
        }
        assert_eq!((Rc::strong_count(&left), Rc::strong_count(&right)), (1, 2));
    }

    #[test]
    fn a_whole_input_leaves_and_comes_back() {
        static INPUT: Input<Rc<()>> = Input::new();
        let probe = Rc::new(());
        // SAFETY: one thread; claimed in place, given back while out.
        unsafe {
            INPUT.put(probe.clone());
            for _ in 0..2 {
                let claimed = INPUT.claim_whole();
                assert_eq!(Rc::strong_count(&probe), 2);
                INPUT.give_back_whole(claimed);
            }
            drop(INPUT.claim_whole());
        }
        assert_eq!(Rc::strong_count(&probe), 1);
    }
}
