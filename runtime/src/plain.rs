//! Steps that are calls of functions without arguments, brought up from a table.

use core::iter::zip;
use core::mem::{ManuallyDrop, forget};

/// One such step. The functions are the drivers' own, so that a step costs two words.
pub struct Plain<E> {
    /// Brings it up.
    pub up: fn() -> Result<(), E>,
    /// Takes it down.
    pub down: fn(),
}

/// Takes a step down that leaves nothing to take down.
pub fn nothing() {}

/// Steps of a table that are up. They go down in reverse unless disarmed, in whatever way the boot ends (S9).
#[must_use = "what is dropped at once goes down at once"]
pub struct Run<E: 'static>(&'static [Plain<E>]);

impl<E> Run<E> {
    /// Brings the steps up in order. If one fails, those before it go down again.
    ///
    /// # Errors
    /// The name of the step that failed, of `names` in the same order, and why.
    pub fn up<N: Copy>(steps: &'static [Plain<E>], names: &'static [N]) -> Result<Self, (N, E)> {
        let mut run = Run(&[]);
        for (at, (step, name)) in zip(steps, names).enumerate() {
            if let Err(cause) = (step.up)() {
                return Err((*name, cause));
            }
            run.0 = steps.get(..=at).unwrap_or(steps);
        }
        Ok(run)
    }

    /// Takes the steps down in reverse.
    #[inline]
    pub fn down(steps: &'static [Plain<E>]) {
        drop(Run(steps));
    }

    /// The boot succeeded.
    #[inline(always)]
    pub fn disarm(self) {
        let _ = ManuallyDrop::new(self);
    }
}

impl<E> Drop for Run<E> {
    fn drop(&mut self) {
        while let Some((last, rest)) = self.0.split_last() {
            self.0 = rest;
            // should it panic, the others go down all the same
            let others = Run(rest);
            (last.down)();
            forget(others);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};
    use std::panic::catch_unwind;
    use std::vec::Vec;

    std::thread_local! {
        static LOG: RefCell<Vec<i8>> = const { RefCell::new(Vec::new()) };
        static FAILS: Cell<i8> = const { Cell::new(0) };
    }

    /// Positive up, negative down.
    fn call(number: i8) -> Result<(), i8> {
        LOG.with_borrow_mut(|log| log.push(number));
        if FAILS.get() == number { Err(number * 10) } else { Ok(()) }
    }

    fn down(number: i8) {
        let _ = call(-number);
        assert_ne!(FAILS.get(), -number, "as told");
    }

    static STEPS: [Plain<i8>; 4] = [
        Plain { up: || call(1), down: || down(1) },
        Plain { up: || call(2), down: nothing },
        Plain { up: || call(3), down: || down(3) },
        Plain { up: || call(4), down: || down(4) },
    ];

    fn run(fails: i8) -> (Result<(), (char, i8)>, Vec<i8>) {
        FAILS.set(fails);
        LOG.take();
        let done = Run::up(&STEPS, &['a', 'b', 'c', 'd']).map(Run::disarm);
        (done, LOG.take())
    }

    #[test]
    fn all_come_up_in_order_and_go_down_in_reverse() {
        assert_eq!(run(0), (Ok(()), Vec::from([1, 2, 3, 4])));
        Run::down(&STEPS);
        assert_eq!(LOG.take(), [-4, -3, -1]);
        drop(Run::up(&STEPS, &[(); 4]));
        assert_eq!(LOG.take(), [1, 2, 3, 4, -4, -3, -1]);
    }

    #[test]
    fn a_failure_takes_down_what_was_up() {
        assert_eq!(run(1), (Err(('a', 10)), Vec::from([1])));
        assert_eq!(run(2), (Err(('b', 20)), Vec::from([1, 2, -1])));
        assert_eq!(run(3), (Err(('c', 30)), Vec::from([1, 2, 3, -1])));
        assert_eq!(run(4), (Err(('d', 40)), Vec::from([1, 2, 3, 4, -3, -1])));
    }

    #[test]
    fn a_panic_takes_down_what_was_up() {
        static PANICS: [Plain<i8>; 2] =
            [Plain { up: || call(1), down: || down(1) }, Plain { up: || panic!("as told"), down: nothing }];
        FAILS.set(0);
        LOG.take();
        assert!(catch_unwind(|| drop(Run::up(&PANICS, &[(); 2]))).is_err());
        assert_eq!(LOG.take(), [1, -1]);
    }

    #[test]
    fn a_teardown_that_panics_does_not_keep_the_others_up() {
        FAILS.set(0);
        let run = Run::up(&STEPS, &[(); 4]);
        LOG.take();
        FAILS.set(-3);
        assert!(catch_unwind(core::panic::AssertUnwindSafe(|| drop(run))).is_err());
        assert_eq!(LOG.take(), [-4, -3, -1]);
    }
}
