//! Where an expert keeps handles.
use core::cell::UnsafeCell;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ops::{Deref, DerefMut};

/// Room for one value, in a static.
pub struct Place<T>(UnsafeCell<MaybeUninit<T>>);

// SAFETY: there is one context.
unsafe impl<T> Sync for Place<T> {}

impl<T> Place<T> {
    pub const fn new() -> Self {
        Place(UnsafeCell::new(MaybeUninit::uninit()))
    }

    #[inline(always)]
    pub fn as_ptr(&self) -> *mut T {
        self.0.get().cast()
    }
}

/// A value that is up, until this is dropped.
pub struct Held<T, F: FnMut(T)> {
    value: ManuallyDrop<T>,
    down: F,
}

impl<T, F: FnMut(T)> Held<T, F> {
    #[inline(always)]
    pub fn new(value: T, down: F) -> Self {
        Held { value: ManuallyDrop::new(value), down }
    }

    #[inline(always)]
    pub fn keep(self) -> T {
        // SAFETY: `self` is not used again, nor dropped.
        unsafe { ManuallyDrop::take(&mut ManuallyDrop::new(self).value) }
    }
}

impl<T, F: FnMut(T)> Drop for Held<T, F> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: it was not kept, and is dropped once.
        (self.down)(unsafe { ManuallyDrop::take(&mut self.value) });
    }
}

impl<T, F: FnMut(T)> Deref for Held<T, F> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T, F: FnMut(T)> DerefMut for Held<T, F> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
