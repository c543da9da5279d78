//! Storage of an inner node: a part that other parts use as well.

use crate::{Busy, Dev, Unavailable};
use core::cell::{Cell, UnsafeCell};
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::{Deref, DerefMut};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
enum State {
    /// No value, claims at home. Zero, so that the static lies in `.bss`.
    Down = 0,
    /// No value, claims possibly out: init or deinit is running, or was forgotten half way.
    Starting,
    /// A value that nobody uses right now.
    Free,
    /// A value, and one `&mut` to it.
    Busy,
}

/// A `RefCell` that can also be empty. A [`Dev`] kept for too long finds it DOWN, or finds the value of a later boot:
/// never freed memory.
pub struct Shared<T> {
    state: Cell<State>,
    value: UnsafeCell<MaybeUninit<T>>,
}

// SAFETY: every access is unsafe and acts for the one token (S3), or goes through a `Dev`, which stays in the token's
// context because it is `!Send` and makes the token so.
unsafe impl<T> Sync for Shared<T> {}

impl<T> Shared<T> {
    /// DOWN.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        Shared { state: Cell::new(State::Down), value: UnsafeCell::new(MaybeUninit::uninit()) }
    }

    #[inline(always)]
    fn change(&self, from: State, to: State) -> bool {
        let hit = self.state.get() == from;
        if hit {
            self.state.set(to);
        }
        hit
    }

    /// DOWN to STARTING. After `true`, and only then, the node's claims may be taken (S5).
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn begin(&'static self) -> bool {
        self.change(State::Down, State::Starting)
    }

    /// STARTING to FREE. Straight-line code, which starts no node twice (S6), comes from DOWN at once.
    ///
    /// # Safety
    /// The caller acts for the token (S3), and the state is STARTING or DOWN.
    #[inline(always)]
    pub unsafe fn install(&'static self, value: T) {
        // SAFETY: STARTING and DOWN mean that there is no value and no reference to one (S4).
        unsafe { (*self.value.get()).write(value) };
        self.state.set(State::Free);
    }

    /// FREE to STARTING. `None`, and no change, if something uses the value right now.
    /// The caller runs deinit, puts claims back, then calls [`finish`](Self::finish).
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn remove(&'static self) -> Option<T> {
        // SAFETY: FREE means a value and no reference to it (S4); it is read once, since the state is STARTING now.
        self.change(State::Free, State::Starting).then(|| unsafe { (*self.value.get()).assume_init_read() })
    }

    /// STARTING to DOWN.
    ///
    /// # Safety
    /// The caller acts for the token (S3), the state is STARTING, and each claim is back in its input or never taken
    /// again (S5).
    #[inline(always)]
    pub unsafe fn finish(&'static self) {
        self.state.set(State::Down);
    }

    /// FREE to BUSY, back to FREE when the result is dropped.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn lend(&'static self) -> Result<SharedLend<T>, Busy> {
        self.lock().map_err(|_| Busy)
    }

    /// The handle others get.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn dev(&'static self) -> Dev<T> {
        Dev::new(self)
    }

    /// Stays in the token's context: called through a [`Dev`] or by [`lend`](Self::lend).
    #[inline(always)]
    pub(crate) fn lock(&'static self) -> Result<SharedLend<T>, Unavailable> {
        if self.change(State::Free, State::Busy) {
            return Ok(SharedLend { shared: self, stays_here: PhantomData });
        }
        Err(if self.state.get() == State::Busy { Unavailable::Busy } else { Unavailable::Down })
    }
}

/// `&mut T` to an inner node. BUSY while it lives; one that is forgotten leaves the node BUSY for good.
pub struct SharedLend<T: 'static> {
    shared: &'static Shared<T>,
    stays_here: PhantomData<*mut T>,
}

impl<T> Deref for SharedLend<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: the state is BUSY because of `self`: there is a value and no other way to it (S4).
        unsafe { (*self.shared.value.get()).assume_init_ref() }
    }
}

impl<T> DerefMut for SharedLend<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as in `deref`, and `self` is borrowed mutably.
        unsafe { (*self.shared.value.get()).assume_init_mut() }
    }
}

impl<T> Drop for SharedLend<T> {
    #[inline(always)]
    fn drop(&mut self) {
        self.shared.state.set(State::Free);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    /// A storage of its own for each test.
    fn storage<T>() -> &'static Shared<T> {
        std::boxed::Box::leak(std::boxed::Box::new(Shared::new()))
    }

    #[test]
    fn every_transition_happens_only_from_its_state() {
        let shared = storage::<u8>();
        // SAFETY: one thread, no claims, and `install`/`finish` are called in STARTING only.
        unsafe {
            assert_eq!(shared.state.get(), State::Down);
            assert_eq!(shared.remove(), None);
            assert_eq!(shared.lend().err(), Some(Busy));

            assert!(shared.begin());
            assert_eq!(shared.state.get(), State::Starting);
            assert!(!shared.begin());
            assert_eq!(shared.remove(), None);
            assert_eq!(shared.lend().err(), Some(Busy));

            shared.install(7);
            assert_eq!(shared.state.get(), State::Free);
            assert!(!shared.begin());

            let lend = shared.lend().ok().unwrap();
            assert_eq!(shared.state.get(), State::Busy);
            assert!(!shared.begin());
            assert_eq!(shared.remove(), None);
            assert_eq!(shared.lend().err(), Some(Busy));
            drop(lend);
            assert_eq!(shared.state.get(), State::Free);

            assert_eq!(shared.remove(), Some(7));
            assert_eq!(shared.state.get(), State::Starting);
            shared.finish();
            assert_eq!(shared.state.get(), State::Down);
            assert!(shared.begin());
        }
    }

    #[test]
    fn a_failed_start_leaves_it_startable() {
        let shared = storage::<u8>();
        // SAFETY: one thread, no claims, `finish` in STARTING.
        unsafe {
            assert!(shared.begin());
            shared.finish();
            assert!(shared.begin());
        }
    }

    #[test]
    fn a_lend_changes_the_value_in_place() {
        let shared = storage::<u8>();
        // SAFETY: one thread, `install` in STARTING.
        unsafe {
            assert!(shared.begin());
            shared.install(1);
            *shared.lend().ok().unwrap() += 1;
            assert_eq!(*shared.lend().ok().unwrap(), 2);
        }
    }

    #[test]
    fn a_forgotten_lend_keeps_the_value_where_it_is() {
        let shared = storage::<u8>();
        // SAFETY: one thread, `install` in STARTING.
        unsafe {
            assert!(shared.begin());
            shared.install(1);
            core::mem::forget(shared.lend());
            assert_eq!(shared.remove(), None);
            assert_eq!(shared.dev().with(|_| ()), Err(Unavailable::Busy));
        }
    }

    #[test]
    fn the_value_is_dropped_by_whoever_removed_it_and_only_then() {
        let shared = storage::<Rc<()>>();
        let probe = Rc::new(());
        for _ in 0..2 {
            // SAFETY: one thread, `install` and `finish` in STARTING.
            unsafe {
                assert!(shared.begin());
                shared.install(probe.clone());
                let _ = shared.dev().with(|value| Rc::strong_count(value));
                assert_eq!(Rc::strong_count(&probe), 2);
                drop(shared.remove());
                shared.finish();
            }
            assert_eq!(Rc::strong_count(&probe), 1);
        }
    }
}
