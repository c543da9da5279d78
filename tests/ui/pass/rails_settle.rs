//! Rails that settle, in all kinds of boards: without a warning, and futures that may move to another context.
#![deny(warnings, clippy::all, clippy::pedantic)]

use bringup::{Atomic, Dev, Timeout};
use std::sync::atomic::{AtomicU32, Ordering};

#[derive(Debug)]
pub struct Error;

impl From<Timeout> for Error {
    fn from(_: Timeout) -> Self {
        Error
    }
}

impl From<bringup::Busy> for Error {
    fn from(_: bringup::Busy) -> Self {
        Error
    }
}

/// Each question takes a microsecond.
pub struct Clock;

impl bringup::Clock for Clock {
    fn now() -> u32 {
        static NOW: AtomicU32 = AtomicU32::new(0);
        NOW.fetch_add(1, Ordering::Relaxed)
    }
}

pub struct Pmic;

impl Pmic {
    fn switch(&mut self, _on: bool) -> Result<(), Error> {
        Ok(())
    }

    fn good(&mut self) -> Result<bool, Error> {
        Ok(true)
    }
}

async fn started<T>(value: T) -> Result<T, Error> {
    Ok(value)
}

pub struct Sensor(pub Dev<Pmic>);
pub struct Remote(pub Dev<Pmic, Atomic>);

bringup::board! {
    pub board blocking;
    levels early, late;
    error = crate::Error;
    clock = crate::Clock;
    budget { boot = 10ms; }

    rail v5 { level = early; enable = (); disable = (); ramp = 1ms; }
    rail v3v3 {
        from = &v5; control = &pmic; off_delay = 1us;
        enable = (&mut pmic).switch(true)?; disable = (&mut pmic).switch(false)?;
        good = (&mut pmic).good()?; good_after = 1us; timeout = 5ms;
    }
    rail vlcd { enable = (); disable = (); good = true; timeout = 1ms; }
    pmic: crate::Pmic { level = early; init = crate::Pmic; }
    sensor: crate::Sensor { level = late; power = &v3v3; init = crate::Sensor(&pmic); }
    lcd: u8 { level = late; optional; power = &vlcd; init = Err::<u8, _>(crate::Error)?; }
}

bringup::board! {
    pub board remote;
    error = crate::Error;
    clock = crate::Clock;
    share = atomic;
    concurrent;

    rail v3v3 {
        control = &pmic; off_delay = 1us;
        enable = (&mut pmic).switch(true)?; disable = (&mut pmic).switch(false)?;
        good = (&mut pmic).good()?; ramp = 1us; timeout = 5ms;
    }
    rail vlcd { enable = (); disable = (); good = true; timeout = 1ms; }
    pmic: crate::Pmic { init = crate::started(crate::Pmic).await?; }
    sensor: crate::Remote { power = &v3v3; init = crate::started(crate::Remote(&pmic)).await?; }
    lcd: u8 { optional; power = &vlcd; init = Err::<u8, _>(crate::Error)?; }
}

fn moves<F: Future + Send>(future: F) -> F {
    future
}

fn finish<F: Future>(future: F) -> F::Output {
    let mut future = std::pin::pin!(future);
    loop {
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        if let std::task::Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

fn main() {
    let fresh = blocking::Fresh::take(blocking::Inputs {}).expect("the first time");
    let after = fresh.boot_early().expect("nothing fails");
    let mut board = after.boot_late().expect("what fails is optional").into_board();
    assert!(board.failure(blocking::Node::Lcd).is_some());
    let off = board.suspend(blocking::Rail::V3v3).expect("nobody uses it");
    assert!(board.resume(off).is_ok() && board.sensor().is_some());

    let fresh = remote::Fresh::take(remote::Inputs {}).expect("the first time");
    let mut board = finish(moves(fresh.boot())).expect("what fails is optional").into_board();
    finish(moves(board.acquire(remote::Node::Sensor))).expect("it is up");
    let off = board.suspend(remote::Rail::V3v3).expect("nobody uses it");
    assert!(finish(moves(board.resume(off))).is_ok());
}
