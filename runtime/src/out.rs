//! A handle that the firmware checked out.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

/// The handle of a part, checked out of board `B` to be moved elsewhere, such as into a task.
///
/// Only the board it came from takes it in again, and only as the node `N` it was. Until then the part stays up. One that
/// is dropped never comes back: the part is then up, out of reach and in use for the rest of the program.
#[must_use = "a handle that is dropped cannot be checked in again"]
pub struct Out<B, T, const N: usize> {
    value: T,
    board: PhantomData<fn() -> B>,
}

impl<B, T, const N: usize> Out<B, T, N> {
    /// The handle of node `N`.
    ///
    /// # Safety
    /// The caller acts for the token of board `B` (S3) and has just emptied the slot of node `N`, whose handle `value`
    /// is (S2).
    #[doc(hidden)]
    #[inline(always)]
    pub const unsafe fn new(value: T) -> Self {
        Out { value, board: PhantomData }
    }

    /// What goes back into the slot. Not a method: those are `T`'s.
    #[doc(hidden)]
    #[inline(always)]
    pub fn into_value(out: Self) -> T {
        out.value
    }
}

impl<B, T, const N: usize> Deref for Out<B, T, N> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<B, T, const N: usize> DerefMut for Out<B, T, N> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<B, T, const N: usize> fmt::Debug for Out<B, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Out")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use static_assertions::{assert_impl_all, assert_not_impl_any, assert_type_ne_all};
    use std::cell::Cell;
    use std::format;
    use std::rc::Rc;

    /// A board that is neither `Send` nor `Sync`.
    struct Hub(#[allow(dead_code)] *mut u8);
    #[allow(dead_code)] // a name is enough
    struct Other;

    assert_impl_all!(Out<Hub, Cell<u8>, 0>: Send);
    assert_not_impl_any!(Out<Hub, Cell<u8>, 0>: Sync, Clone);
    assert_impl_all!(Out<Hub, u8, 0>: Send, Sync);
    assert_not_impl_any!(Out<Hub, Rc<u8>, 0>: Send, Sync);
    assert_type_ne_all!(Out<Hub, u8, 0>, Out<Hub, u8, 1>, Out<Other, u8, 0>);

    #[test]
    fn it_is_the_handle_until_it_goes_back() {
        // SAFETY: there is no board to mislead.
        let mut out = unsafe { Out::<Hub, _, 0>::new(1) };
        *out += 1;
        assert_eq!(*out, 2);
        assert_eq!(format!("{out:?}"), "Out");
        assert_eq!(size_of_val(&out), size_of::<i32>());
        assert_eq!(Out::into_value(out), 2);
    }

    #[test]
    fn dropped_it_drops_the_handle_once() {
        let probe = Rc::new(());
        // SAFETY: there is no board to mislead.
        let out = unsafe { Out::<Hub, _, 0>::new(probe.clone()) };
        assert_eq!(Rc::strong_count(&out), 2);
        drop(out);
        assert_eq!(Rc::strong_count(&probe), 1);
    }
}
