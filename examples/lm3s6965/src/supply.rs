//! The load switch of the sensor supply, enabled by PG0.
use crate::error::Error;
use crate::gpio::Port;

const PG0: u8 = 1;

pub fn on(portg: &mut Port) -> Result<(), Error> {
    switch(portg, true)
}

pub fn off(portg: &mut Port) -> Result<(), Error> {
    switch(portg, false)
}

fn switch(portg: &mut Port, on: bool) -> Result<(), Error> {
    let follows = portg.drive(PG0, on);
    crate::log!("{}  vsens    PG0 reads {}", if on { "up  " } else { "down" }, portg.read(PG0));
    if follows { Ok(()) } else { Err(Error::Supply) }
}
