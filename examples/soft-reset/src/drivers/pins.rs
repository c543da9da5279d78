//! Pins, and what counts and waits on them.
use crate::chip::{EXTI, Handler, Interrupt, LEDS, Memory, Running, TIMERS};
use crate::error::Error;
use crate::trace::Up;
use bringup::Dev;

pub(crate) struct Led {
    pins: LEDS,
    _up: Up,
}

impl Led {
    pub(crate) fn new(pins: LEDS) -> Self {
        Led { pins, _up: Up::new("led") }
    }

    pub(crate) fn release(self) -> LEDS {
        self.pins
    }
}

pub(crate) struct Pins {
    _names: Memory,
    _up: Up,
}

impl Pins {
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Pins { _names: Memory::take(256)?, _up: Up::new("pin") })
    }
}

/// Sixteen lines, one for each pin number.
pub(crate) struct ExtInt {
    lines: EXTI,
    handlers: [Option<Handler>; 16],
    _callbacks: Memory,
    _up: Up,
}

impl ExtInt {
    pub(crate) fn new(lines: EXTI) -> Result<Self, (Error, EXTI)> {
        match Memory::take(16 * 8) {
            Ok(callbacks) => {
                Ok(ExtInt { lines, handlers: Default::default(), _callbacks: callbacks, _up: Up::new("extint") })
            }
            Err(error) => Err((error, lines)),
        }
    }

    /// Calls a function of the script when the pin changes.
    pub(crate) fn watch(&mut self, pin: u8) -> Result<(), Error> {
        if let Some(place) = self.handlers.get_mut(usize::from(pin)) {
            *place = None;
            *place = Some(Handler::register(Interrupt::Line(pin))?);
        }
        Ok(())
    }

    /// Whatever the script has left on the lines goes too.
    pub(crate) fn release(self) -> EXTI {
        self.lines
    }
}

/// The timers that scripts may use.
pub(crate) struct Timers {
    timers: TIMERS,
    _up: Up,
}

impl Timers {
    pub(crate) fn new(timers: TIMERS) -> Self {
        Timers { timers, _up: Up::new("timer") }
    }

    pub(crate) fn start(&mut self, number: u8) -> Result<Running, Error> {
        Running::start(number)
    }

    pub(crate) fn release(self) -> TIMERS {
        self.timers
    }
}

pub(crate) struct Servo {
    timers: Dev<Timers>,
    pulses: Running,
    _up: Up,
}

impl Servo {
    pub(crate) fn new(timers: Dev<Timers>) -> Result<Self, Error> {
        let pulses = timers.with(|timers| timers.start(5))??;
        Ok(Servo { timers, pulses, _up: Up::new("servo") })
    }

    /// The pulse that is under way must end first.
    pub(crate) fn stop(self) -> Result<(), Error> {
        self.timers.with(|_| drop(self.pulses))?;
        Ok(())
    }
}
