//! Storage of an inner node: a part that other parts use as well.

use crate::sharing::State;
use crate::{Atomic, Busy, Dev, Irq, Local, Sharing, Unavailable};
use core::cell::UnsafeCell;
use core::mem::MaybeUninit;
use core::ops::{Deref, DerefMut};

/// A `RefCell` that can also be empty. A [`Dev`] kept for too long finds it DOWN, or finds the value of a later boot:
/// never freed memory.
///
/// With [`Atomic`] other contexts may try to lock it at any moment. That is right because each state but FREE
/// has one owner, who alone makes the next step: the token in DOWN and STARTING, the [`SharedLend`] in BUSY. So a plain
/// store by the owner runs over nobody's step, and what the owner has checked still holds when it stores. From FREE,
/// where all may try, one wins: `leave_free` looks and steps at once. The winner sees all that the
/// owners before it did to the value, since it reads what the last of them stored on its way to FREE.
pub struct Shared<T, S = Local> {
    state: S,
    value: UnsafeCell<MaybeUninit<T>>,
}

// SAFETY: every access is unsafe and acts for the one token (S3), or goes through a `Dev`, which stays in the token's
// context because it is `!Send` and makes the token so.
unsafe impl<T> Sync for Shared<T, Local> {}

// SAFETY: every access is unsafe and acts for the one token (S3), or goes through a handle that may be anywhere. Of the
// value there is one `&mut` at a time, and it is moved out by one context (S4); `T: Send` lets both be any context. The
// state itself is `Sync`.
unsafe impl<T: Send> Sync for Shared<T, Atomic> {}

impl<T, S: Sharing> Shared<T, S> {
    /// DOWN.
    #[allow(clippy::new_without_default)] // only ever a static
    pub const fn new() -> Self {
        Shared { state: S::DOWN, value: UnsafeCell::new(MaybeUninit::uninit()) }
    }

    /// DOWN to STARTING. After `true`, and only then, the node's claims may be taken (S5).
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn begin(&'static self) -> bool {
        let down = self.state.is(State::Down);
        if down {
            self.state.set(State::Starting);
        }
        down
    }

    /// STARTING to FREE. Straight-line code, which starts no node twice (S6), comes from DOWN at once.
    ///
    /// # Safety
    /// The caller acts for the token (S3), and the state is STARTING or DOWN.
    #[inline(always)]
    pub unsafe fn install(&'static self, value: T) {
        // SAFETY: STARTING and DOWN mean that there is no value and no reference to one, and that nobody but the caller
        // makes the next step (S4).
        unsafe { (*self.value.get()).write(value) };
        self.state.set(State::Free);
    }

    /// FREE to STARTING. `None`, and no change, if there is no value, or if something uses it right now.
    /// The caller runs deinit, puts claims back, then calls [`finish`](Self::finish).
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn remove(&'static self) -> Option<T> {
        let left = self.state.leave_free(State::Starting);
        // SAFETY: FREE meant a value and no reference to it, and only this caller left FREE (S4). The value is read
        // once, since the state is STARTING now.
        left.is_ok().then(|| unsafe { (*self.value.get()).assume_init_read() })
    }

    /// STARTING to DOWN: after a deinit, or after an init that failed.
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
    pub unsafe fn lend(&'static self) -> Result<SharedLend<T, S>, Busy> {
        self.lock().map_err(|_| Busy)
    }

    /// Whether something uses the value right now. With [`Atomic`] another context may begin or end to at any moment, so
    /// `false` is no promise that [`remove`](Self::remove) succeeds.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn is_busy(&'static self) -> bool {
        self.state.is(State::Busy)
    }

    /// The handle others get.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn dev(&'static self) -> Dev<T, S> {
        Dev::new(self)
    }

    /// Called through a [`Dev`], an [`Irq`], or by [`lend`](Self::lend). With [`Local`] that is in the token's context.
    #[inline(always)]
    pub(crate) fn lock(&'static self) -> Result<SharedLend<T, S>, Unavailable> {
        self.state.leave_free(State::Busy)?;
        Ok(SharedLend { shared: self })
    }
}

impl<T> Shared<T, Atomic> {
    /// The handle others get of an `irq;` node.
    ///
    /// # Safety
    /// The caller acts for the token (S3).
    #[inline(always)]
    pub unsafe fn irq(&'static self) -> Irq<T> {
        Irq::new(self)
    }
}

/// `&mut T` to an inner node. BUSY while it lives; one that is forgotten leaves the node BUSY for good.
pub struct SharedLend<T: 'static, S: Sharing = Local> {
    shared: &'static Shared<T, S>,
}

// With `Local` it stays in the token's context: there it is neither `Send` nor `Sync`.

// SAFETY: it is a `&mut T`, and whichever context drops it may make the step to FREE.
unsafe impl<T: Send> Send for SharedLend<T, Atomic> {}

// SAFETY: a reference to it gives no more than `&T`.
unsafe impl<T: Sync> Sync for SharedLend<T, Atomic> {}

impl<T, S: Sharing> Deref for SharedLend<T, S> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: the state is BUSY because of `self`: there is a value and no other way to it (S4).
        unsafe { (*self.shared.value.get()).assume_init_ref() }
    }
}

impl<T, S: Sharing> DerefMut for SharedLend<T, S> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as in `deref`, and `self` is borrowed mutably.
        unsafe { (*self.shared.value.get()).assume_init_mut() }
    }
}

impl<T, S: Sharing> Drop for SharedLend<T, S> {
    #[inline(always)]
    fn drop(&mut self) {
        self.shared.state.set(State::Free);
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use std::boxed::Box;
    use std::sync::{Barrier, Mutex};
    use std::thread;
    use std::vec::Vec;

    /// A storage of its own for each test. It is kept in sight of leak checkers, as a board's statics are.
    pub(crate) fn storage<T: 'static, S: Sharing>() -> &'static Shared<T, S> {
        static ALL: Mutex<Vec<usize>> = Mutex::new(Vec::new());
        let storage: &'static Shared<T, S> = Box::leak(Box::new(Shared::new()));
        ALL.lock().unwrap().push(&raw const *storage as usize);
        storage
    }

    /// Runs `f` on four threads that begin together. Waits for each, not for the scope: thread sanitizers see that.
    pub(crate) fn on_four_threads(f: impl Fn() + Sync) {
        let (start, f) = (&Barrier::new(4), &f);
        thread::scope(|scope| {
            let threads: [_; 4] = core::array::from_fn(|_| {
                scope.spawn(move || {
                    start.wait();
                    f();
                })
            });
            threads.into_iter().for_each(|thread| thread.join().unwrap());
        });
    }

    pub(crate) fn up<T: 'static, S: Sharing>(value: T) -> &'static Shared<T, S> {
        let shared = storage();
        // SAFETY: nobody else knows the storage, and it is STARTING after `begin`.
        unsafe {
            assert!(shared.begin());
            shared.install(value);
        }
        shared
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{storage, up};
    use super::*;
    use static_assertions::{assert_impl_all, assert_not_impl_any};
    use std::cell::Cell;
    use std::rc::Rc;
    use std::sync::MutexGuard;
    use std::thread;

    assert_not_impl_any!(SharedLend<u8>: Send, Sync);
    assert_impl_all!(SharedLend<u8, Atomic>: Send, Sync);
    assert_impl_all!(SharedLend<Cell<u8>, Atomic>: Send);
    assert_not_impl_any!(SharedLend<Cell<u8>, Atomic>: Sync);
    assert_impl_all!(SharedLend<MutexGuard<'static, u8>, Atomic>: Sync);
    assert_not_impl_any!(SharedLend<MutexGuard<'static, u8>, Atomic>: Send);
    assert_impl_all!(Shared<Rc<u8>>: Sync);
    assert_impl_all!(Shared<Cell<u8>, Atomic>: Sync);
    assert_not_impl_any!(Shared<Rc<u8>, Atomic>: Sync);

    fn transitions<S: Sharing>() {
        let shared = storage::<u8, S>();
        // SAFETY: one thread, no claims, and `install`/`finish` are called in STARTING only.
        unsafe {
            assert!(shared.state.is(State::Down));
            assert_eq!(shared.remove(), None);
            assert_eq!(shared.lend().err(), Some(Busy));
            assert_eq!(shared.lock().err(), Some(Unavailable::Down));
            assert!(!shared.is_busy());

            assert!(shared.begin());
            assert!(shared.state.is(State::Starting));
            assert!(!shared.begin());
            assert_eq!(shared.remove(), None);
            assert_eq!(shared.lend().err(), Some(Busy));
            assert_eq!(shared.lock().err(), Some(Unavailable::Down));
            assert!(!shared.is_busy());

            shared.install(7);
            assert!(shared.state.is(State::Free));
            assert!(!shared.begin());
            assert!(!shared.is_busy());

            let lend = shared.lend().ok().unwrap();
            assert!(shared.state.is(State::Busy));
            assert!(!shared.begin());
            assert_eq!(shared.remove(), None);
            assert_eq!(shared.lend().err(), Some(Busy));
            assert_eq!(shared.lock().err(), Some(Unavailable::Busy));
            assert!(shared.is_busy());
            drop(lend);
            assert!(shared.state.is(State::Free));
            assert!(!shared.is_busy());

            assert_eq!(shared.remove(), Some(7));
            assert!(shared.state.is(State::Starting));
            shared.finish();
            assert!(shared.state.is(State::Down));
            assert!(shared.begin());
        }
    }

    #[test]
    fn every_transition_happens_only_from_its_state() {
        transitions::<Local>();
        transitions::<Atomic>();
    }

    fn failed_start<S: Sharing>() {
        let shared = storage::<u8, S>();
        // SAFETY: one thread, no claims, `finish` in STARTING.
        unsafe {
            assert!(shared.begin());
            shared.finish();
            assert!(shared.begin());
        }
    }

    #[test]
    fn a_failed_start_leaves_it_startable() {
        failed_start::<Local>();
        failed_start::<Atomic>();
    }

    fn lend_in_place<S: Sharing>() {
        let shared = up::<u8, S>(1);
        // SAFETY: one thread.
        unsafe {
            *shared.lend().ok().unwrap() += 1;
            assert_eq!(*shared.lend().ok().unwrap(), 2);
        }
    }

    #[test]
    fn a_lend_changes_the_value_in_place() {
        lend_in_place::<Local>();
        lend_in_place::<Atomic>();
    }

    fn forgotten<S: Sharing>() {
        let shared = up::<u8, S>(1);
        // SAFETY: one thread.
        unsafe {
            core::mem::forget(shared.lend());
            assert_eq!(shared.remove(), None);
            assert_eq!(shared.dev().with(|_| ()), Err(Unavailable::Busy));
        }
    }

    #[test]
    fn a_forgotten_lend_keeps_the_value_where_it_is() {
        forgotten::<Local>();
        forgotten::<Atomic>();
    }

    fn dropped_once<S: Sharing>() {
        let shared = storage::<Rc<()>, S>();
        let probe = Rc::new(());
        for _ in 0..2 {
            // SAFETY: one thread, `install` and `finish` in STARTING.
            unsafe {
                assert!(shared.begin());
                shared.install(probe.clone());
                assert_eq!(shared.dev().with(|value| Rc::strong_count(value)), Ok(2));
                drop(shared.remove());
                shared.finish();
            }
            assert_eq!(Rc::strong_count(&probe), 1);
        }
    }

    #[test]
    fn the_value_is_dropped_by_whoever_removed_it_and_only_then() {
        dropped_once::<Local>();
        dropped_once::<Atomic>();
    }

    #[test]
    fn a_lend_that_ends_on_another_thread_frees_the_value() {
        let shared = up::<u8, Atomic>(1);
        // SAFETY: this thread acts for the token.
        let mut lend = unsafe { shared.lend() }.ok().unwrap();
        thread::spawn(move || *lend += 1).join().unwrap();
        // SAFETY: as above.
        assert_eq!(unsafe { shared.remove() }, Some(2));
    }
}
