//! In which contexts the handle of an inner node may be used.

#[cfg(any(test, not(target_has_atomic = "8")))]
mod section;
#[cfg(target_has_atomic = "8")]
mod swap;

#[cfg(not(target_has_atomic = "8"))]
use section::Byte;
#[cfg(target_has_atomic = "8")]
use swap::Byte;

use crate::Unavailable;
use core::cell::Cell;
pub(crate) use sealed::{Flag, State};

/// In which contexts a [`Dev`](crate::Dev) may be used: [`Local`] or [`Atomic`].
pub trait Sharing: Flag {}

/// Handles stay in the context that booted the board. This is what a board gets that says nothing else.
///
/// Taking a part is a load, a comparison and a store.
pub struct Local(Cell<State>);

/// Handles may go to other contexts: threads, tasks of another executor or priority, interrupt handlers, other cores.
/// This is what a board gets that says `share = atomic;`.
///
/// Taking a part is one atomic compare-and-swap. On targets without one, such as thumbv6m, it is a few instructions in
/// a critical section, so the firmware needs an implementation of crate `critical-section`.
pub struct Atomic(Byte);

impl Sharing for Local {}
impl Sharing for Atomic {}

mod sealed {
    use crate::Unavailable;

    /// What an inner node holds right now, and who makes the next step.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    #[repr(u8)]
    pub enum State {
        /// No value, claims at home. The token makes the next step. Zero, so that the static lies in `.bss`.
        Down = 0,
        /// No value, claims possibly out: init or deinit is running, or was forgotten half way. The token makes the
        /// next step.
        Starting,
        /// A value that nobody uses right now. Everybody may try the next step, and one succeeds.
        Free,
        /// A value, and one `&mut` to it. Who has that makes the next step.
        Busy,
    }

    /// A place for a [`State`].
    pub trait Flag: 'static {
        /// In state DOWN.
        const DOWN: Self;

        /// Whether the state is `state`. Others may have changed it by now, unless the next step is the caller's.
        fn is(&self, state: State) -> bool;

        /// A step that is the caller's, so from any state but FREE. Who makes a later step sees all that the caller did.
        fn set(&self, state: State);

        /// The step from FREE to `to`, for one of those who try. It sees all that was done before.
        ///
        /// # Errors
        /// The state was not FREE. BUSY is `Busy`, the others are `Down`.
        fn leave_free(&self, to: State) -> Result<(), Unavailable>;
    }
}

// One context only: nothing happens between the load and the store.
impl Flag for Local {
    #[allow(clippy::declare_interior_mutable_const)] // each use starts a place of its own
    const DOWN: Self = Local(Cell::new(State::Down));

    #[inline(always)]
    fn is(&self, state: State) -> bool {
        self.0.get() == state
    }

    #[inline(always)]
    fn set(&self, state: State) {
        self.0.set(state);
    }

    #[inline(always)]
    fn leave_free(&self, to: State) -> Result<(), Unavailable> {
        match self.0.get() {
            State::Free => {
                self.0.set(to);
                Ok(())
            }
            State::Busy => Err(Unavailable::Busy),
            State::Down | State::Starting => Err(Unavailable::Down),
        }
    }
}

impl Flag for Atomic {
    #[allow(clippy::declare_interior_mutable_const)] // each use starts a place of its own
    const DOWN: Self = Atomic(Byte::DOWN);

    #[inline(always)]
    fn is(&self, state: State) -> bool {
        self.0.is(state)
    }

    #[inline(always)]
    fn set(&self, state: State) {
        self.0.set(state);
    }

    #[inline(always)]
    fn leave_free(&self, to: State) -> Result<(), Unavailable> {
        self.0.leave_free(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shared::testing::on_four_threads;
    use core::cell::UnsafeCell;
    use std::thread;

    fn steps<F: Flag>() {
        let flag = F::DOWN;
        for from in [State::Down, State::Starting, State::Free, State::Busy] {
            for to in [State::Starting, State::Busy] {
                flag.set(from);
                assert!(flag.is(from));
                let left = flag.leave_free(to);
                match from {
                    State::Down | State::Starting => assert_eq!(left, Err(Unavailable::Down)),
                    State::Busy => assert_eq!(left, Err(Unavailable::Busy)),
                    State::Free => assert_eq!(left, Ok(())),
                }
                assert!(flag.is(if from == State::Free { to } else { from }));
            }
        }
    }

    #[test]
    fn only_free_is_left_and_the_others_say_why() {
        steps::<Local>();
        steps::<Atomic>();
        steps::<section::Byte>();
    }

    /// A counter that has no other protection than its flag.
    struct Counter<F>(F, UnsafeCell<usize>);

    // SAFETY: the counter is touched by whoever left FREE, until that one makes it FREE again.
    unsafe impl<F: Sync> Sync for Counter<F> {}

    fn race<F: Flag + Sync>() {
        const EACH: usize = 200_000;
        let counter = Counter(F::DOWN, UnsafeCell::new(0));
        let shared = &counter;
        shared.0.set(State::Free);
        on_four_threads(|| {
            let mut done = 0;
            while done < EACH {
                match shared.0.leave_free(State::Busy) {
                    Ok(()) => {
                        // SAFETY: this thread left FREE.
                        unsafe { *shared.1.get() += 1 };
                        shared.0.set(State::Free);
                        done += 1;
                    }
                    Err(why) => {
                        assert_eq!(why, Unavailable::Busy);
                        thread::yield_now();
                    }
                }
            }
        });
        assert_eq!(counter.1.into_inner(), 4 * EACH);
    }

    #[test]
    fn of_many_threads_one_leaves_free_and_sees_what_the_others_did() {
        race::<Atomic>();
    }

    #[test]
    fn the_same_in_critical_sections() {
        race::<section::Byte>();
    }
}
