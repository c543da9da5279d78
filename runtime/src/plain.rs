//! Steps that are calls of functions without arguments, brought up from a table.

use core::mem::forget;

/// One such step. The functions are the drivers' own, so that a step costs two words.
pub struct Plain<E> {
    /// Brings it up.
    pub up: fn() -> Result<(), E>,
    /// Takes it down.
    pub down: fn(),
}

impl<E> Plain<E> {
    /// Stands for what is not plain.
    pub const NONE: Plain<E> = Plain { up: || Ok(()), down: nothing };
}

/// Takes a step down that leaves nothing to take down.
pub fn nothing() {}

/// Brings the steps up in order. If one fails, those before it go down again.
///
/// # Errors
/// The name of the step that failed, and why.
#[inline(always)]
pub fn up_all<N: Copy, E, const COUNT: usize>(
    steps: &'static [Plain<E>; COUNT],
    names: &'static [N; COUNT],
) -> Result<(), (N, E)> {
    // SAFETY: there are as many of both.
    unsafe { up(steps, names.as_ptr()) }
}

/// One function for all tables. The length is passed once: with a fourth word the call alone would take as much as a step.
///
/// # Safety
/// `names` are as many as `steps`.
#[inline(never)]
unsafe fn up<N: Copy, E>(steps: &'static [Plain<E>], names: *const N) -> Result<(), (N, E)> {
    let mut run = Run(&[]);
    for (at, step) in steps.iter().enumerate() {
        if let Err(cause) = (step.up)() {
            // SAFETY: `at` is less than the number of steps, and so of names.
            return Err((unsafe { *names.add(at) }, cause));
        }
        run.0 = steps.get(..=at).unwrap_or(steps);
    }
    forget(run);
    Ok(())
}

/// Takes the steps down in reverse.
#[inline(never)]
pub fn down_all<E>(steps: &'static [Plain<E>]) {
    drop(Run(steps));
}

/// Steps that are up. They go down in reverse unless forgotten, also if one of them panics (S9).
struct Run<E: 'static>(&'static [Plain<E>]);

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
        let done = up_all(&STEPS, &['a', 'b', 'c', 'd']);
        (done, LOG.take())
    }

    #[test]
    fn all_come_up_in_order_and_go_down_in_reverse() {
        assert_eq!(run(0), (Ok(()), Vec::from([1, 2, 3, 4])));
        down_all(&STEPS);
        assert_eq!(LOG.take(), [-4, -3, -1]);
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
        assert!(catch_unwind(|| up_all(&PANICS, &[(); 2])).is_err());
        assert_eq!(LOG.take(), [1, -1]);
    }

    #[test]
    fn a_teardown_that_panics_does_not_keep_the_others_up() {
        FAILS.set(0);
        assert_eq!(up_all(&STEPS, &[(); 4]), Ok(()));
        LOG.take();
        FAILS.set(-3);
        assert!(catch_unwind(|| down_all(&STEPS)).is_err());
        assert_eq!(LOG.take(), [-4, -3, -1]);
    }
}
