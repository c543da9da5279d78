//! Simulated drivers: they print what they do, and one of them fails on request.
use crate::output::event;
use bringup::Dev;
use std::fmt;
use std::sync::OnceLock;

/// Name of the part that fails.
pub(crate) static BROKEN: OnceLock<String> = OnceLock::new();

/// Why a part does not come up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// It does not react.
    NoAnswer,
    /// The bus it is on is down or in use.
    NoBus,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::NoAnswer => "no answer",
            Fault::NoBus => "the bus is not there",
        })
    }
}

impl From<bringup::Unavailable> for Fault {
    fn from(_: bringup::Unavailable) -> Self {
        Fault::NoBus
    }
}

fn try_out(name: &str) -> Result<(), Fault> {
    if BROKEN.get().is_some_and(|broken| broken == name) {
        event(name, "FAILS", "");
        return Err(Fault::NoAnswer);
    }
    Ok(())
}

/// A rail goes on or off.
pub(crate) fn switch(rail: &str, on: bool) -> Result<(), Fault> {
    if on {
        try_out(rail)?;
    }
    event(rail, if on { "on" } else { "off" }, "");
    Ok(())
}

/// Something that is up for as long as it exists.
struct Part(&'static str);

impl Part {
    fn up(name: &'static str, detail: &str) -> Result<Self, Fault> {
        try_out(name)?;
        event(name, "up", detail);
        Ok(Part(name))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        event(self.0, "down", "");
    }
}

/// The clock tree.
pub(crate) struct Clocks {
    _part: Part,
    hz: u32,
}

impl Clocks {
    pub(crate) fn start(hz: u32) -> Result<Self, Fault> {
        Ok(Clocks { _part: Part::up("clocks", &format!("{} MHz", hz / 1_000_000))?, hz })
    }
}

/// All pins.
pub(crate) struct Pins {
    _part: Part,
}

impl Pins {
    pub(crate) fn new() -> Result<Self, Fault> {
        Ok(Pins { _part: Part::up("gpio", "")? })
    }
}

/// A serial port.
pub(crate) struct Uart {
    _part: Part,
}

impl Uart {
    pub(crate) fn new(clocks: &mut Clocks, baud: u32) -> Result<Self, Fault> {
        let detail = format!("{baud} baud, divisor {}", clocks.hz / 16 / baud);
        Ok(Uart { _part: Part::up("uart", &detail)? })
    }
}

/// A bus that several chips share.
pub(crate) struct Bus {
    _part: Part,
    transfers: u32,
}

impl Bus {
    pub(crate) fn new(name: &'static str, clocks: &mut Clocks, hz: u32) -> Result<Self, Fault> {
        let detail = format!("{} kHz, divisor {}", hz / 1000, clocks.hz / hz);
        Ok(Bus { _part: Part::up(name, &detail)?, transfers: 0 })
    }

    fn transfer(&mut self) -> u32 {
        self.transfers += 1;
        self.transfers
    }
}

/// A chip on a bus that needs no more than to be there.
pub(crate) struct Chip {
    _part: Part,
}

impl Chip {
    pub(crate) fn new(name: &'static str, bus: Dev<Bus>, address: u8) -> Result<Self, Fault> {
        let transfer = bus.with(Bus::transfer)?;
        Ok(Chip { _part: Part::up(name, &format!("at {address:#x}, transfer {transfer}"))? })
    }
}

/// The power controller.
pub(crate) struct Pmic {
    _chip: Chip,
    bus: Dev<Bus>,
}

impl Pmic {
    pub(crate) fn new(bus: Dev<Bus>, address: u8) -> Result<Self, Fault> {
        Ok(Pmic { _chip: Chip::new("pmic", bus, address)?, bus })
    }

    /// Switches one of its outputs.
    pub(crate) fn output(&mut self, rail: &str, on: bool) -> Result<(), Fault> {
        self.bus.with(Bus::transfer)?;
        switch(rail, on)
    }
}

/// The motion sensor.
pub(crate) struct Imu {
    _part: Part,
    bus: Dev<Bus>,
}

impl Imu {
    pub(crate) fn new(bus: Dev<Bus>, address: u8, hz: u32) -> Result<Self, Fault> {
        let transfer = bus.with(Bus::transfer)?;
        let detail = format!("at {address:#x}, transfer {transfer}, {hz} Hz");
        Ok(Imu { _part: Part::up("imu", &detail)?, bus })
    }

    /// One transfer over the shared bus; how many there were so far.
    pub(crate) fn read(&mut self) -> Result<u32, Fault> {
        Ok(self.bus.with(Bus::transfer)?)
    }
}

/// The display.
pub(crate) struct Display {
    _part: Part,
}

impl Display {
    pub(crate) fn new(bus: Dev<Bus>, width: u32, height: u32) -> Result<Self, Fault> {
        bus.with(Bus::transfer)?;
        Ok(Display { _part: Part::up("lcd", &format!("{width} x {height}"))? })
    }
}
