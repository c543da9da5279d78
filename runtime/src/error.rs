//! What can go wrong on a running board.

use core::cmp::Ordering;
use core::fmt;

/// A part cannot be used right now.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unavailable {
    /// It is not up.
    Down,
    /// It is in use: further up the call stack, across an `.await`, or in another context.
    Busy,
}

/// Error of a bus reached through a [`Dev`](crate::Dev).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DevError<E> {
    /// The part is not up.
    Down,
    /// The part is in use: further up the call stack, across an `.await`, or in another context.
    Busy,
    /// The bus itself says so.
    Bus(E),
}

/// A part was in use when the boot needed it: `&mut label` while something holds it across an `.await`.
///
/// A board's `error` type must be `From<Busy>` if its boot can meet that; `()` is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Busy;

/// A rail's `good` did not become true in time.
///
/// A board's `error` type must be `From<Timeout>` if one of its rails has a `timeout`; `()` is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Timeout;

/// A boot that failed. Everything it had brought up is down again.
///
/// `A` and `F` are [`u8`], or [`Always`] a number on a board where it can be no other: one without `retry`, one whose teardowns cannot
/// fail. So the error of most boards is no larger than `node` and `cause`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct BootError<N, E, A = u8, F = u8> {
    /// The node that failed.
    pub node: N,
    /// Which attempt it was, from 1. More than 1 only with `retry`.
    pub attempt: A,
    /// What the node's init returned.
    pub cause: E,
    /// How many steps of the rollback failed as well, up to 255. The rollback went on after each.
    pub rollback_failures: F,
}

impl<N, E, A: Into<u8>, F: Into<u8>> BootError<N, E, A, F> {
    /// The same with all its numbers: one type for every board.
    pub fn with_numbers(self) -> BootError<N, E> {
        let BootError { node, attempt, cause, rollback_failures } = self;
        BootError { node, attempt: attempt.into(), cause, rollback_failures: rollback_failures.into() }
    }
}

/// The number `N`, which takes no place.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Always<const N: u8>;

impl<const N: u8> From<Always<N>> for u8 {
    #[inline]
    fn from(_: Always<N>) -> u8 {
        N
    }
}

impl<const N: u8> PartialEq<u8> for Always<N> {
    fn eq(&self, other: &u8) -> bool {
        N == *other
    }
}

impl<const N: u8> PartialOrd<u8> for Always<N> {
    fn partial_cmp(&self, other: &u8) -> Option<Ordering> {
        N.partial_cmp(other)
    }
}

impl<const N: u8> fmt::Debug for Always<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&N, f)
    }
}

impl<const N: u8> fmt::Display for Always<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&N, f)
    }
}

impl<E> From<Unavailable> for DevError<E> {
    #[inline]
    fn from(error: Unavailable) -> Self {
        match error {
            Unavailable::Down => DevError::Down,
            Unavailable::Busy => DevError::Busy,
        }
    }
}

impl From<Busy> for () {
    fn from(_: Busy) {}
}

impl From<Timeout> for () {
    fn from(_: Timeout) {}
}

const DOWN: &str = "the part is not up";
const BUSY: &str = "the part is in use";

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unavailable::Down => DOWN,
            Unavailable::Busy => BUSY,
        })
    }
}

impl<E: fmt::Debug> fmt::Display for DevError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DevError::Down => f.write_str(DOWN),
            DevError::Busy => f.write_str(BUSY),
            DevError::Bus(error) => write!(f, "{error:?}"),
        }
    }
}

impl fmt::Display for Busy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(BUSY)
    }
}

impl fmt::Display for Timeout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the rail was not good in time")
    }
}

impl<N: fmt::Debug, E: fmt::Debug, A: Copy + Into<u8>, F: Copy + Into<u8>> fmt::Display for BootError<N, E, A, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} failed: {:?}", self.node, self.cause)?;
        let attempt: u8 = self.attempt.into();
        if attempt > 1 {
            write!(f, " on attempt {attempt}")?;
        }
        match self.rollback_failures.into() {
            0 => Ok(()),
            1 => f.write_str("; 1 step of the rollback failed too"),
            n => write!(f, "; {n} steps of the rollback failed too"),
        }
    }
}

impl core::error::Error for Unavailable {}
impl<E: fmt::Debug> core::error::Error for DevError<E> {}
impl core::error::Error for Busy {}
impl core::error::Error for Timeout {}
impl<N, E, A, F> core::error::Error for BootError<N, E, A, F>
where
    N: fmt::Debug,
    E: fmt::Debug,
    A: fmt::Debug + Copy + Into<u8>,
    F: fmt::Debug + Copy + Into<u8>,
{
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;
    use std::string::ToString;

    #[derive(Debug)]
    struct Imu;

    #[test]
    fn a_boot_error_says_what_matters() {
        let error = BootError { node: Imu, attempt: 1, cause: "no answer", rollback_failures: 0 };
        assert_eq!(error.to_string(), "Imu failed: \"no answer\"");
        let error = BootError { node: Imu, attempt: 3, cause: (), rollback_failures: 1 };
        assert_eq!(error.to_string(), "Imu failed: () on attempt 3; 1 step of the rollback failed too");
        let error = BootError { rollback_failures: 2, attempt: 1, ..error };
        assert_eq!(error.to_string(), "Imu failed: (); 2 steps of the rollback failed too");
    }

    #[test]
    fn a_number_that_is_always_the_same_takes_no_place() {
        let error = BootError { node: 7u8, attempt: Always::<1>, cause: (), rollback_failures: Always::<0> };
        assert_eq!(size_of_val(&error), 1);
        assert!(error.attempt == 1 && error.attempt < 2 && error.rollback_failures == 0);
        assert_eq!(format!("{} {:?}", error.attempt, error.rollback_failures), "1 0");
        assert_eq!(error.to_string(), "7 failed: ()");
        assert_eq!(error.with_numbers(), BootError { node: 7, attempt: 1, cause: (), rollback_failures: 0 });
    }

    #[test]
    fn what_the_boot_itself_runs_into_says_so() {
        let (busy, timeout): (&dyn core::error::Error, &dyn core::error::Error) = (&Busy, &Timeout);
        assert_eq!(busy.to_string(), "the part is in use");
        assert_eq!(timeout.to_string(), "the rail was not good in time");
        // what a board without an `error` type turns them into
        assert_eq!((<()>::from(Busy), <()>::from(Timeout)), ((), ()));
    }

    #[test]
    fn unavailable_keeps_its_meaning_as_a_bus_error() {
        assert_eq!(DevError::<()>::from(Unavailable::Down), DevError::Down);
        assert_eq!(DevError::<()>::from(Unavailable::Busy), DevError::Busy);
        assert_eq!(DevError::<()>::Busy.to_string(), Unavailable::Busy.to_string());
        assert_eq!(DevError::<()>::Down.to_string(), Unavailable::Down.to_string());
    }
}
