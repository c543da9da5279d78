//! Clocks for tests, each thread with a time of its own.

use super::{Clock, remaining};
use core::cell::{Cell, RefCell};
use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::{thread_local, vec::Vec};

/// Tells the time, which passes only in waits and in [`pass`](Fake::pass).
pub(crate) struct Fake;

/// Only delays, as the clock of `embedded-hal` does.
pub(crate) struct Stuck;

thread_local! {
    static NOW: Cell<u32> = const { Cell::new(0) };
    static DELAYS: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

impl Fake {
    /// It is `now`.
    pub(crate) fn start(now: u32) {
        NOW.set(now);
    }

    /// So many microseconds pass.
    pub(crate) fn pass(us: u32) {
        NOW.set(NOW.get().wrapping_add(us));
    }
}

impl Clock for Fake {
    fn now() -> u32 {
        NOW.get()
    }

    fn wait_until(t0: u32, us: u32) {
        Self::pass(remaining(Self::now(), t0, us).unwrap_or(0));
    }

    /// Passes when polled again.
    fn sleep(t0: u32, us: u32, _left: u32) -> impl Future<Output = ()> {
        let mut polled = false;
        poll_fn(move |_| match remaining(Self::now(), t0, us) {
            Some(_) if !core::mem::replace(&mut polled, true) => Poll::Pending,
            left => {
                Self::pass(left.unwrap_or(0));
                Poll::Ready(())
            }
        })
    }
}

impl Stuck {
    /// It has not delayed yet.
    pub(crate) fn start() {
        DELAYS.take();
    }

    /// How long it was, each time.
    pub(crate) fn delays() -> Vec<u32> {
        DELAYS.take()
    }
}

impl Clock for Stuck {
    fn now() -> u32 {
        0
    }

    fn wait_until(_t0: u32, us: u32) {
        DELAYS.with_borrow_mut(|delays| delays.push(us));
    }

    fn wait(_t0: u32, _us: u32, left: u32) {
        Self::wait_until(0, left);
    }
}

/// Polls until it is ready, and counts.
pub(crate) fn ready_after<T>(future: impl Future<Output = T>) -> (u32, T) {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for polls in 1..100_000 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return (polls, output);
        }
    }
    panic!("it never becomes ready");
}

/// What it is given can go to another thread, or this does not compile.
pub(crate) fn send<T: Send>(it: T) -> T {
    it
}
