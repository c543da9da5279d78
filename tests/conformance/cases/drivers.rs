//! Drivers that say what they do and fail on request.

use super::fault::{Fault, happens, inject};
use super::trace;
use bringup::{Busy, Dev, Sharing, Timeout};
use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};

/// Why a driver does not come up, or not down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Error {
    /// On request.
    NoAnswer = 1,
    /// What it borrows is in use. Run-time control sees that before, so nobody gets this.
    Busy,
    /// A rail is not good in time.
    Timeout,
}

impl From<Busy> for Error {
    fn from(Busy: Busy) -> Self {
        Error::Busy
    }
}

impl From<Timeout> for Error {
    fn from(Timeout: Timeout) -> Self {
        Error::Timeout
    }
}

/// A peripheral. There is one of each, so what comes up has it.
pub(crate) struct Part;

/// A driver on top of `T`. Dropped, it goes down.
pub(crate) struct Driver<T> {
    up: Up,
    with: T,
}

/// A driver of a peripheral.
pub(crate) type Bus = Driver<Part>;

/// The next `times` times `label` does not come up.
pub(crate) fn fail_up(label: &'static str, times: u8) {
    inject(Fault::Up, label, times);
}

/// The next time `label` goes down with an error.
pub(crate) fn fail_down(label: &'static str) {
    inject(Fault::Down, label, 1);
}

/// The next `times` times that somebody asks, a rail is not good.
pub(crate) fn not_good(label: &'static str, times: u8) {
    inject(Fault::NotGood, label, times);
}

/// What a driver stands on. It must be there when the driver comes up and when it goes down.
pub(crate) trait Ground {
    fn holds(&self) -> bool;
}

impl Ground for () {
    fn holds(&self) -> bool {
        true
    }
}

impl Ground for Part {
    fn holds(&self) -> bool {
        true
    }
}

impl<A: Ground, B: Ground> Ground for (A, B) {
    fn holds(&self) -> bool {
        self.0.holds() && self.1.holds()
    }
}

impl<T, S: Sharing> Ground for Dev<T, S> {
    fn holds(&self) -> bool {
        self.with(|_| ()).is_ok()
    }
}

impl<T: Ground> Driver<T> {
    pub(crate) fn open(label: &'static str, with: T) -> Result<Self, Error> {
        Driver::attempt(label, with).map_err(|(error, _)| error)
    }

    /// Hands `with` back when it fails.
    pub(crate) fn attempt(label: &'static str, with: T) -> Result<Self, (Error, T)> {
        assert!(with.holds(), "{label} comes up on nothing");
        #[cfg(not(target_os = "none"))]
        assert!(!happens(Fault::PanicUp, label), "{label} panics on request");
        if happens(Fault::Up, label) {
            trace::note('!', label);
            return Err((Error::NoAnswer, with));
        }
        Ok(Driver { up: Up::new(label), with })
    }

    /// Not ready at once.
    pub(crate) async fn start(label: &'static str, with: T) -> Result<Self, (Error, T)> {
        Settling(label, false).await;
        Driver::attempt(label, with)
    }

    pub(crate) fn close(self) -> Result<(), Error> {
        self.try_release().map(drop)
    }

    pub(crate) fn release(self) -> T {
        assert!(self.with.holds(), "{} goes down on nothing", self.up.0);
        #[cfg(not(target_os = "none"))]
        assert!(!happens(Fault::PanicDown, self.up.0), "{} panics on request", self.up.0);
        self.with
    }

    pub(crate) fn try_release(self) -> Result<T, Error> {
        if happens(Fault::Down, self.up.0) {
            self.up.fail();
            return Err(Error::NoAnswer);
        }
        Ok(self.release())
    }

    pub(crate) fn touch(&mut self) {
        trace::note('*', self.up.0);
    }
}

/// A driver of a peripheral that stands on a bus as well. A failure hands back the peripheral alone.
pub(crate) fn mounted<D: Ground>(
    label: &'static str,
    part: Part,
    bus: D,
) -> Result<Driver<(Part, D)>, (Error, Part)> {
    Driver::attempt(label, (part, bus)).map_err(|(error, (part, _))| (error, part))
}

/// Two peripherals of one driver.
pub(crate) type Pair = (Part, Part);

/// A failure hands both back.
pub(crate) fn pair(label: &'static str, a: Part, b: Part) -> Result<Driver<Pair>, (Error, Pair)> {
    Driver::attempt(label, (a, b))
}

/// What is up for as long as it exists.
struct Up(&'static str);

impl Up {
    fn new(label: &'static str) -> Self {
        trace::up(label);
        Up(label)
    }

    fn fail(self) {
        trace::down('?', self.0);
        core::mem::forget(self);
    }
}

impl Drop for Up {
    fn drop(&mut self) {
        trace::down('-', self.0);
    }
}

/// Switches a rail.
pub(crate) fn rail(label: &'static str, on: bool) -> Result<(), Error> {
    if on { rail_on(label) } else { rail_off(label) }
}

fn rail_on(label: &'static str) -> Result<(), Error> {
    if happens(Fault::Up, label) {
        trace::note('!', label);
        return Err(Error::NoAnswer);
    }
    trace::up(label);
    Ok(())
}

fn rail_off(label: &'static str) -> Result<(), Error> {
    if happens(Fault::Down, label) {
        trace::down('?', label);
        return Err(Error::NoAnswer);
    }
    trace::down('-', label);
    Ok(())
}

/// Asks a rail, or what watches over it. There is an answer even if the rail is not good, and none if the watch fails.
pub(crate) fn good(label: &'static str, watch: &'static str) -> Result<bool, Error> {
    if happens(Fault::Up, watch) {
        trace::note('!', watch);
        return Err(Error::NoAnswer);
    }
    Ok(!happens(Fault::NotGood, label))
}

/// The same, not at once.
pub(crate) async fn ask(label: &'static str, watch: &'static str) -> Result<bool, Error> {
    Settling(watch, false).await;
    good(label, watch)
}

/// Switches a rail on, not at once.
pub(crate) async fn rail_up(label: &'static str) -> Result<(), Error> {
    Settling(label, false).await;
    rail_on(label)
}

/// Not ready the first time; says so when it is dropped before it was.
struct Settling(&'static str, bool);

impl Future for Settling {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if core::mem::replace(&mut self.1, true) {
            self.0 = "";
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Drop for Settling {
    fn drop(&mut self) {
        if !self.0.is_empty() {
            trace::note('~', self.0);
        }
    }
}

pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}

/// Polls so often, then drops. Whether it was still pending.
pub(crate) fn poll_and_drop<F: Future>(future: F, polls: usize) -> bool {
    let mut future = pin!(future);
    (0..polls).all(|_| future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending())
}
