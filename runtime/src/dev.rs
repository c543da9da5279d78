//! The handle of an inner node.

use crate::shared::{Shared, SharedLend};
use crate::{DevError, Unavailable};
use core::fmt;
use core::marker::PhantomData;

/// Handle of a part that other parts use as well, such as a bus.
///
/// It is `Copy` and lives as long as the program, so a driver can own one. Each use takes the part for the length of
/// one call. A `Dev` that is kept after the part went down answers [`Unavailable::Down`]; one that is used while the
/// part is in use, further up the call stack or across an `.await`, answers [`Unavailable::Busy`].
///
/// With feature `embedded-hal` a `Dev<T>` is an I²C bus, an SPI bus or device, or a pin, when `T` is; with
/// `embedded-hal-async` the same for the `async` traits. Errors are then [`DevError`].
///
/// It stays in the context that booted the board: it is not `Send`.
pub struct Dev<T: 'static> {
    shared: &'static Shared<T>,
    stays_here: PhantomData<*mut T>,
}

impl<T> Dev<T> {
    #[inline(always)]
    pub(crate) fn new(shared: &'static Shared<T>) -> Self {
        Dev { shared, stays_here: PhantomData }
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
    pub(crate) fn lock(&self) -> Result<SharedLend<T>, Unavailable> {
        self.shared.lock()
    }

    /// For bus traits: the error of the part itself becomes [`DevError::Bus`].
    #[inline]
    #[cfg_attr(not(feature = "embedded-hal"), allow(dead_code))]
    pub(crate) fn call<R, E>(&self, f: impl FnOnce(&mut T) -> Result<R, E>) -> Result<R, DevError<E>> {
        self.with(f)?.map_err(DevError::Bus)
    }
}

impl<T> Clone for Dev<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Dev<T> {}

impl<T> fmt::Debug for Dev<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dev")
    }
}

impl<T: fmt::Write> fmt::Write for Dev<T> {
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
    use core::fmt::Write;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::string::String;

    fn up<T>(value: T) -> &'static Shared<T> {
        let shared: &'static Shared<T> = std::boxed::Box::leak(std::boxed::Box::new(Shared::new()));
        // SAFETY: one thread, and STARTING after `begin`.
        unsafe {
            assert!(shared.begin());
            shared.install(value);
        }
        shared
    }

    #[test]
    fn copies_reach_the_same_part() {
        let first = Dev::new(up(1));
        let second = first;
        assert_eq!(second.with(|value| *value += 1), Ok(()));
        assert_eq!(first.with(|value| *value), Ok(2));
    }

    #[test]
    fn use_inside_use_is_busy() {
        let dev = Dev::new(up(1));
        assert_eq!(dev.with(|_| dev.with(|_| ())), Ok(Err(Unavailable::Busy)));
        assert_eq!(dev.with(|_| ()), Ok(()));
    }

    #[test]
    fn kept_too_long_it_is_down_and_after_a_new_boot_up_again() {
        let shared = up(1);
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
    fn a_panic_frees_the_part() {
        let dev = Dev::new(up(1));
        let caught =
            catch_unwind(AssertUnwindSafe(|| dev.with(|_| std::panic::resume_unwind(std::boxed::Box::new(())))));
        assert!(caught.is_err());
        assert_eq!(dev.with(|_| ()), Ok(()));
    }

    #[test]
    fn text_goes_through_and_a_part_in_use_is_a_plain_error() {
        let mut dev = Dev::new(up(String::new()));
        write!(dev, "{}-x", 1).unwrap();
        dev.write_char('!').unwrap();
        assert_eq!(dev.with(|text| text.clone()).as_deref(), Ok("1-x!"));
        assert_eq!(dev.with(|_| write!({ dev }, "no")), Ok(Err(fmt::Error)));
    }
}
