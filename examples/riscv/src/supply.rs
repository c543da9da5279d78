//! The load switch of the LED's supply.
use crate::console::Console;
use crate::pins::Switch;
use core::fmt::{self, Write};
use embedded_hal::digital::{OutputPin, PinState, StatefulOutputPin};

/// Starts at 1, so that `Ok(())` is the zero byte: the generated boot code gets smaller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Error {
    /// The enable pin does not read back as it was driven.
    Supply = 1,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the enable pin does not follow")
    }
}

pub fn on(switch: &mut Switch, console: &mut Console) -> Result<(), Error> {
    drive(switch, PinState::High, console)
}

pub fn off(switch: &mut Switch, console: &mut Console) -> Result<(), Error> {
    drive(switch, PinState::Low, console)
}

fn drive(switch: &mut Switch, state: PinState, console: &mut Console) -> Result<(), Error> {
    let Ok(()) = switch.set_state(state);
    let Ok(high) = switch.is_set_high();
    let word = if state == PinState::High { "up  " } else { "down" };
    // a serial port that takes no more text does not keep the supply from working
    let _ = writeln!(console, "{word}  vled     GPIO 10 reads {}", u8::from(high));
    if high == (state == PinState::High) { Ok(()) } else { Err(Error::Supply) }
}
