//! Storage of a leaf: a part that no other part keeps a handle of.

use core::cell::UnsafeCell;
use core::mem::MaybeUninit;
use core::ops::{Deref, DerefMut};

/// Storage of a leaf's handle. No flag of its own: the token's type or the node's count says whether it is full.
pub struct Slot<T>(UnsafeCell<MaybeUninit<T>>);

// SAFETY: every access is unsafe and made by the one token (S3), which goes to another context only if `T: Send`.
unsafe impl<T> Sync for Slot<T> {}

impl<T> Slot<T> {
    /// Empty.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        Slot(UnsafeCell::new(MaybeUninit::uninit()))
    }

    /// Fills the slot.
    ///
    /// # Safety
    /// The caller acts for the token (S3) and the slot is empty (S2).
    #[inline(always)]
    pub unsafe fn put(&'static self, value: T) {
        // SAFETY: nothing else accesses an empty slot (S2, S3).
        unsafe { (*self.0.get()).write(value) };
    }

    /// Empties the slot.
    ///
    /// # Safety
    /// The caller acts for the token (S3), the slot is full (S2) and no reference to its value is left.
    #[inline(always)]
    pub unsafe fn take(&'static self) -> T {
        // SAFETY: full (S2), and read once: from here on it counts as empty.
        unsafe { (*self.0.get()).assume_init_read() }
    }

    /// The value.
    ///
    /// # Safety
    /// The slot is full (S2) and stays so, and nothing else accesses it, for as long as the caller lets the reference
    /// live: an accessor ties it to the borrow of the token (S3), `into_static` consumes the token (S7).
    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    pub unsafe fn get(&'static self) -> &'static mut T {
        // SAFETY: full and exclusive by the contract; a static never moves (S1).
        unsafe { (*self.0.get()).assume_init_mut() }
    }

    /// The value, for the length of one init expression.
    ///
    /// # Safety
    /// The caller acts for the token (S3), the slot is full (S2), and stays full and otherwise untouched until the
    /// [`Lend`] is dropped.
    #[inline(always)]
    pub unsafe fn lend(&'static self) -> Lend<T> {
        // SAFETY: the contract is the same; what leaves `Lend` is bounded by a borrow of it.
        Lend(unsafe { self.get() })
    }
}

/// `&mut T` to a leaf that cannot outlive the local variable it stands in.
pub struct Lend<T: 'static>(&'static mut T);

impl<T> Deref for Lend<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        self.0
    }
}

impl<T> DerefMut for Lend<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    #[test]
    fn a_value_goes_in_and_out_and_is_dropped_once() {
        static SLOT: Slot<Rc<()>> = Slot::new();
        let probe = Rc::new(());
        for _ in 0..2 {
            // SAFETY: one test, one thread; put and take alternate.
            let out = unsafe {
                SLOT.put(probe.clone());
                SLOT.take()
            };
            assert_eq!(Rc::strong_count(&probe), 2);
            drop(out);
            assert_eq!(Rc::strong_count(&probe), 1);
        }
    }

    #[test]
    fn get_and_lend_reach_the_same_value() {
        static SLOT: Slot<u32> = Slot::new();
        // SAFETY: one test, one thread; full from here on; no reference outlives its statement.
        unsafe { SLOT.put(1) };
        {
            // SAFETY: as above.
            let mut lend = unsafe { SLOT.lend() };
            *lend += 1;
            assert_eq!(*lend, 2);
        }
        // SAFETY: as above.
        unsafe { *SLOT.get() += 1 };
        // SAFETY: as above.
        assert_eq!(unsafe { SLOT.take() }, 3);
    }
}
