//! Drivers on simulated rails. Each says what it does, fails on request, and looks whether its rails are in regulation
//! before and after.

use super::supply;
use crate::boards::{Pending, fault};

/// Why a boot fails.
#[derive(Debug)]
pub(crate) enum Error {
    /// On request.
    NoAnswer = 1,
    /// A rail is not good in time.
    Timeout,
}

impl From<bringup::Timeout> for Error {
    fn from(bringup::Timeout: bringup::Timeout) -> Self {
        Error::Timeout
    }
}

/// What a driver stands on.
pub(crate) struct Driver {
    label: &'static str,
    rails: &'static [&'static str],
}

fn look(label: &str, rails: &[&str]) {
    for rail in rails {
        assert!(supply::in_regulation(rail), "{rail} is not in regulation for {label}");
    }
}

/// Says that `label` comes up, or does not.
fn up(label: &str) -> Result<(), Error> {
    let fault = fault();
    assert_ne!(fault, format!("panic:{label}"), "on request");
    if fault == label {
        println!("> !{label}");
        return Err(Error::NoAnswer);
    }
    println!("> +{label}");
    Ok(())
}

impl Driver {
    pub(crate) fn new(label: &'static str, rails: &'static [&'static str], us: u64) -> Result<Self, Error> {
        look(label, rails);
        supply::pass(us);
        look(label, rails);
        up(label).map(|()| Driver { label, rails })
    }

    pub(crate) async fn start(label: &'static str, rails: &'static [&'static str], us: u64) -> Result<Self, Error> {
        look(label, rails);
        Pending::new(label).await;
        Driver::new(label, rails, us)
    }

    pub(crate) fn close(self) {
        look(self.label, self.rails);
        println!("> -{}", self.label);
    }

    /// Tells the chip to switch a rail.
    pub(crate) fn command(&mut self, us: u64) {
        look(self.label, self.rails);
        supply::pass(us);
    }
}

pub(crate) fn switch(label: &'static str, on: bool) -> Result<(), Error> {
    if on {
        up(label)?;
        supply::switch(label, true);
    } else {
        supply::switch(label, false);
        println!("> -{label}");
    }
    Ok(())
}

pub(crate) async fn switch_on(label: &'static str) -> Result<(), Error> {
    Pending::new(label).await;
    switch(label, true)
}

/// Whether a rail says that it is good.
pub(crate) fn good(label: &'static str) -> Result<bool, Error> {
    let fault = fault();
    assert_ne!(fault, format!("panic:good:{label}"), "on request");
    if fault == format!("mute:{label}") {
        println!("> !{label}");
        return Err(Error::NoAnswer);
    }
    Ok(fault != format!("dead:{label}") && supply::in_regulation(label))
}

pub(crate) async fn ask(label: &'static str) -> Result<bool, Error> {
    Pending::new(label).await;
    good(label)
}
