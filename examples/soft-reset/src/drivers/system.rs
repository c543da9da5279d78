//! What belongs to no peripheral that scripts see, and the script.
use super::{ExtInt, Timers};
use crate::chip::{Handler, Interrupt, Memory, RCC, RTC, Running};
use crate::error::Error;
use crate::trace::Up;
use bringup::Dev;

pub(crate) struct PendSv {
    _handler: Handler,
    _up: Up,
}

impl PendSv {
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(PendSv { _handler: Handler::register(Interrupt::PendSv)?, _up: Up::new("pendsv") })
    }
}

pub(crate) struct Machine {
    clocks: RCC,
    _up: Up,
}

impl Machine {
    pub(crate) fn new(clocks: RCC) -> Self {
        Machine { clocks, _up: Up::new("machine") }
    }

    pub(crate) fn release(self) -> RCC {
        self.clocks
    }
}

pub(crate) struct Rtc {
    clock: RTC,
    _wakeup: Handler,
    _up: Up,
}

impl Rtc {
    pub(crate) fn new(clock: RTC) -> Result<Self, (Error, RTC)> {
        match Handler::register(Interrupt::RtcWakeup) {
            Ok(wakeup) => Ok(Rtc { clock, _wakeup: wakeup, _up: Up::new("rtc") }),
            Err(error) => Err((error, clock)),
        }
    }

    pub(crate) fn release(self) -> RTC {
        self.clock
    }
}

/// A script that watches a pin and blinks with a timer, until the next soft reset.
pub(crate) struct Script {
    _blinks: Running,
    _heap: Memory,
    _up: Up,
}

impl Script {
    pub(crate) fn run(extint: Dev<ExtInt>, timers: Dev<Timers>) -> Result<Self, Error> {
        let heap = Memory::take(2048)?;
        extint.with(|lines| lines.watch(4))??;
        let blinks = timers.with(|timers| timers.start(2))??;
        Ok(Script { _blinks: blinks, _heap: heap, _up: Up::new("script") })
    }
}
