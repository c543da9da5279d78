//! The handle of a node that interrupt handlers reach.

use crate::shared::Shared;
use crate::{Atomic, Unavailable};
use core::fmt;

/// Handle of a part that interrupt handlers reach as well, an `irq;` node.
///
/// It is `Copy`, lives as long as the program, and is `Send` and `Sync` if `T` is `Send`. Each use takes the part in a
/// critical section, so it waits for nobody and no handler finds the part in use by the code it interrupted. A
/// part that is not up answers [`Unavailable::Down`]. [`Unavailable::Busy`] is the answer inside the closure of
/// [`with`](Self::with), and while the board itself lends the part to an init expression (`&mut label`).
///
/// The firmware needs one implementation of crate `critical-section`: the chip's HAL or `cortex-m` has one, and on a
/// host it is that crate's feature `std`. Without one the linker misses `_critical_section_1_0_acquire`.
pub struct Irq<T: 'static> {
    // `Send` and `Sync` are those of this reference: they ask for `T: Send`.
    shared: &'static Shared<T, Atomic>,
}

impl<T> Irq<T> {
    #[inline(always)]
    pub(crate) fn new(shared: &'static Shared<T, Atomic>) -> Self {
        Irq { shared }
    }

    /// Calls `f` with the part, in a critical section: keep it short, since interrupts wait for it.
    ///
    /// # Errors
    /// The part is down, or in use.
    #[inline]
    pub fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> Result<R, Unavailable> {
        critical_section::with(|_| {
            let mut value = self.shared.lock()?;
            Ok(f(&mut value))
        })
    }
}

impl<T> Clone for Irq<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Irq<T> {}

impl<T> fmt::Debug for Irq<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Irq")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shared::testing::{on_four_threads, storage, up};
    use static_assertions::{assert_impl_all, assert_not_impl_any};
    use std::boxed::Box;
    use std::cell::Cell;
    use std::format;
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
    use std::rc::Rc;
    use std::thread;

    assert_impl_all!(Irq<Cell<u8>>: Copy, Send, Sync);
    assert_impl_all!(Irq<Rc<u8>>: Copy);
    assert_not_impl_any!(Irq<Rc<u8>>: Send, Sync);

    #[test]
    fn use_inside_use_is_busy() {
        let irq = Irq::new(up(1));
        assert_eq!(irq.with(|_| irq.with(|_| ())), Ok(Err(Unavailable::Busy)));
        assert_eq!(irq.with(|value| *value), Ok(1));
        assert_eq!(format!("{irq:?}"), "Irq");
    }

    #[test]
    fn it_is_down_before_and_after_and_up_again_after_a_new_boot() {
        let shared = storage::<u8, Atomic>();
        // SAFETY: one thread, `install` and `finish` in STARTING.
        unsafe {
            let irq = shared.irq();
            assert_eq!(irq.with(|_| ()), Err(Unavailable::Down));
            for value in 1..3 {
                assert!(shared.begin());
                assert_eq!(irq.with(|_| ()), Err(Unavailable::Down));
                shared.install(value);
                assert_eq!(irq.with(|value| *value), Ok(value));
                assert_eq!(irq.with(|_| shared.remove()), Ok(None));
                assert_eq!(shared.remove(), Some(value));
                assert_eq!(irq.with(|_| ()), Err(Unavailable::Down));
                shared.finish();
                assert_eq!(irq.with(|_| ()), Err(Unavailable::Down));
            }
        }
    }

    #[test]
    fn while_the_board_lends_it_it_is_busy_and_others_get_their_sections() {
        let shared = up(1);
        let irq = Irq::new(shared);
        // SAFETY: this thread acts for the token.
        let mut lend = unsafe { shared.lend() }.ok().unwrap();
        assert_eq!(thread::spawn(move || irq.with(|_| ())).join().unwrap(), Err(Unavailable::Busy));
        *lend += 1;
        drop(lend);
        assert_eq!(irq.with(|value| *value), Ok(2));
    }

    #[test]
    fn a_panic_frees_the_part_and_ends_the_section() {
        let irq = Irq::new(up(1));
        let caught = catch_unwind(AssertUnwindSafe(|| irq.with(|_| resume_unwind(Box::new(())))));
        assert!(caught.is_err());
        assert_eq!(thread::spawn(move || irq.with(|value| *value)).join().unwrap(), Ok(1));
    }

    /// Unlike with a `Dev` nobody is ever turned away: who comes second waits at the section.
    #[test]
    fn many_threads_wait_for_each_other() {
        const EACH: u64 = 20_000;
        let irq = Irq::new(up(0));
        on_four_threads(|| (0..EACH).for_each(|_| irq.with(|value| *value += 1).unwrap()));
        assert_eq!(irq.with(|value| *value), Ok(4 * EACH));
    }
}
