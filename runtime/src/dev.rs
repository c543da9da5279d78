//! The handle of an inner node.

use crate::shared::{Shared, SharedLend};
use crate::{Atomic, DevError, Local, Sharing, Unavailable};
use core::fmt;

/// Handle of a part that other parts use as well, such as a bus.
///
/// It is `Copy` and lives as long as the program, so a driver can own one. Each use takes the part for the length of
/// one call. A `Dev` that is kept after the part went down answers [`Unavailable::Down`]; one that is used while the
/// part is in use, further up the call stack, across an `.await` or in another context, answers [`Unavailable::Busy`].
///
/// With feature `embedded-hal` a `Dev<T>` is an I²C bus, an SPI bus or device, or a pin, when `T` is; with
/// `embedded-hal-async` the same for the `async` traits. Errors are then [`DevError`].
///
/// A `Dev<T>` stays in the context that booted the board: it is not `Send`. A board that says `share = atomic;` has
/// `Dev<T, Atomic>`, which is `Send` and `Sync` if `T` is `Send`.
pub struct Dev<T: 'static, S: Sharing = Local> {
    shared: &'static Shared<T, S>,
}

// With `Local` it is neither `Send` nor `Sync`: the state is no more than a `Cell`.

// SAFETY: all it does is `lock`, which any context may call, and which gives the value to one context at a time (S4);
// `T: Send` lets that be any.
unsafe impl<T: Send> Send for Dev<T, Atomic> {}

// SAFETY: it is `Copy`, so a reference to it gives no more than a copy of it.
unsafe impl<T: Send> Sync for Dev<T, Atomic> {}

impl<T, S: Sharing> Dev<T, S> {
    #[inline(always)]
    pub(crate) fn new(shared: &'static Shared<T, S>) -> Self {
        Dev { shared }
    }

    /// Calls `f` with the part, which nobody else can use meanwhile.
    ///
    /// # Errors
    /// The part is down, or in use.
    #[inline]
    pub fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> Result<R, Unavailable> {
        let mut value = self.lock()?;
        Ok(f(&mut value))
    }

    #[inline]
    pub(crate) fn lock(&self) -> Result<SharedLend<T, S>, Unavailable> {
        self.shared.lock()
    }

    /// For bus traits: the error of the part itself becomes [`DevError::Bus`].
    #[inline]
    #[cfg_attr(not(feature = "embedded-hal"), allow(dead_code))]
    pub(crate) fn call<R, E>(&self, f: impl FnOnce(&mut T) -> Result<R, E>) -> Result<R, DevError<E>> {
        self.with(f)?.map_err(DevError::Bus)
    }
}

impl<T, S: Sharing> Clone for Dev<T, S> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, S: Sharing> Copy for Dev<T, S> {}

impl<T, S: Sharing> fmt::Debug for Dev<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dev")
    }
}

impl<T: fmt::Write, S: Sharing> fmt::Write for Dev<T, S> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.call(|out| out.write_str(text)).map_err(|_| fmt::Error)
    }

    #[inline]
    fn write_char(&mut self, character: char) -> fmt::Result {
        self.call(|out| out.write_char(character)).map_err(|_| fmt::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shared::testing::{on_four_threads, storage, up};
    use core::fmt::Write;
    use static_assertions::{assert_impl_all, assert_not_impl_any};
    use std::boxed::Box;
    use std::cell::Cell;
    use std::format;
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
    use std::rc::Rc;
    use std::string::String;
    use std::thread;

    assert_impl_all!(Dev<Rc<u8>>: Copy);
    assert_not_impl_any!(Dev<u8>: Send, Sync);
    assert_impl_all!(Dev<Cell<u8>, Atomic>: Copy, Send, Sync);
    assert_not_impl_any!(Dev<Rc<u8>, Atomic>: Send, Sync);

    fn dev<T: 'static, S: Sharing>(value: T) -> Dev<T, S> {
        Dev::new(up(value))
    }

    fn copies<S: Sharing>() {
        let first = dev::<_, S>(1);
        let second = first;
        assert_eq!(second.with(|value| *value += 1), Ok(()));
        assert_eq!(first.with(|value| *value), Ok(2));
        assert_eq!(format!("{first:?}"), "Dev");
    }

    #[test]
    fn copies_reach_the_same_part() {
        copies::<Local>();
        copies::<Atomic>();
    }

    fn nested<S: Sharing>() {
        let dev = dev::<_, S>(1);
        assert_eq!(dev.with(|_| dev.with(|_| ())), Ok(Err(Unavailable::Busy)));
        assert_eq!(dev.with(|_| ()), Ok(()));
    }

    #[test]
    fn use_inside_use_is_busy() {
        nested::<Local>();
        nested::<Atomic>();
    }

    fn stale<S: Sharing>() {
        let shared = up::<_, S>(1);
        let dev = Dev::new(shared);
        // SAFETY: one thread, `finish` and `install` in STARTING.
        unsafe {
            assert_eq!(dev.with(|_| shared.remove()), Ok(None));
            assert_eq!(shared.remove(), Some(1));
            assert_eq!(dev.with(|_| ()), Err(Unavailable::Down));
            shared.finish();
            assert_eq!(dev.with(|_| ()), Err(Unavailable::Down));
            assert!(shared.begin());
            assert_eq!(dev.with(|_| ()), Err(Unavailable::Down));
            shared.install(2);
        }
        assert_eq!(dev.with(|value| *value), Ok(2));
    }

    #[test]
    fn kept_too_long_it_is_down_and_after_a_new_boot_up_again() {
        stale::<Local>();
        stale::<Atomic>();
    }

    fn panicking<S: Sharing>() {
        let dev = dev::<_, S>(1);
        let caught = catch_unwind(AssertUnwindSafe(|| dev.with(|_| resume_unwind(Box::new(())))));
        assert!(caught.is_err());
        assert_eq!(dev.with(|_| ()), Ok(()));
    }

    #[test]
    fn a_panic_frees_the_part() {
        panicking::<Local>();
        panicking::<Atomic>();
    }

    fn text<S: Sharing>() {
        let mut dev = dev::<_, S>(String::new());
        write!(dev, "{}-x", 1).unwrap();
        dev.write_char('!').unwrap();
        assert_eq!(dev.with(|text| text.clone()).as_deref(), Ok("1-x!"));
        assert_eq!(dev.with(|_| write!({ dev }, "no")), Ok(Err(fmt::Error)));
    }

    #[test]
    fn text_goes_through_and_a_part_in_use_is_a_plain_error() {
        text::<Local>();
        text::<Atomic>();
    }

    #[test]
    fn another_thread_finds_the_part_in_use_or_uses_it() {
        let dev = dev::<_, Atomic>(1);
        let use_it = || thread::spawn(move || dev.with(|value| *value += 1)).join().unwrap();
        assert_eq!(dev.with(|_| use_it()), Ok(Err(Unavailable::Busy)));
        assert_eq!(use_it(), Ok(()));
        assert_eq!(dev.with(|value| *value), Ok(2));
    }

    #[test]
    fn many_threads_lose_nothing() {
        const EACH: u64 = 200_000;
        let dev = dev::<u64, Atomic>(0);
        on_four_threads(|| {
            let mut done = 0;
            while done < EACH {
                match dev.with(|value| *value += 1) {
                    Ok(()) => done += 1,
                    Err(why) => {
                        assert_eq!(why, Unavailable::Busy);
                        thread::yield_now();
                    }
                }
            }
        });
        assert_eq!(dev.with(|value| *value), Ok(4 * EACH));
    }

    /// Each boot installs a new value in memory of its own, so that one used too long or twice shows.
    #[test]
    fn going_down_and_up_under_the_hands_of_other_threads_loses_nothing() {
        const BOOTS: usize = 1_000;
        const EACH: u64 = 50_000;
        let shared = storage::<Box<u64>, Atomic>();
        // SAFETY: this thread acts for the token; `install` and `finish` in STARTING.
        let dev = unsafe { shared.dev() };
        let mut sum = 0;
        thread::scope(|scope| {
            let users: [_; 3] = core::array::from_fn(|_| {
                scope.spawn(move || {
                    let mut done = 0;
                    while done < EACH {
                        match dev.with(|value| **value += 1) {
                            Ok(()) => done += 1,
                            Err(_) => thread::yield_now(),
                        }
                    }
                })
            });
            let mut boots = 0;
            while boots < BOOTS || users.iter().any(|user| !user.is_finished()) {
                boots += 1;
                // SAFETY: as above.
                unsafe {
                    assert!(shared.begin());
                    shared.install(Box::new(0));
                    thread::yield_now();
                    while shared.is_busy() {
                        thread::yield_now();
                    }
                    let value = loop {
                        if let Some(value) = shared.remove() {
                            break value;
                        }
                        assert!(!shared.begin());
                        thread::yield_now();
                    };
                    sum += *value;
                    shared.finish();
                }
            }
            users.into_iter().for_each(|user| user.join().unwrap());
        });
        assert_eq!(sum, 3 * EACH);
    }
}
