//! The pins of the board, by what they are for and in the mode they stay in.
use e310x_hal::device::DeviceGpioPins;
use e310x_hal::gpio::gpio0::{Pin10, Pin16, Pin17, Pin19, Pin21, Pin22};
use e310x_hal::gpio::{IOF0, Invert, NoInvert, Output, Regular};

pub type Tx = Pin17<IOF0<NoInvert>>;
pub type Rx = Pin16<IOF0<NoInvert>>;
pub type Switch = Pin10<Output<Regular<NoInvert>>>;
/// The diodes are lit while their pin is low.
pub type Red = Pin22<Output<Regular<Invert>>>;
pub type Green = Pin19<Output<Regular<Invert>>>;
pub type Blue = Pin21<Output<Regular<Invert>>>;

/// What the board description may claim.
pub struct Pins {
    pub tx: Tx,
    pub rx: Rx,
    pub switch: Switch,
    pub red: Red,
    pub green: Green,
    pub blue: Blue,
}

impl From<DeviceGpioPins> for Pins {
    fn from(pins: DeviceGpioPins) -> Self {
        Pins {
            tx: pins.pin17.into_iof0(),
            rx: pins.pin16.into_iof0(),
            switch: pins.pin10.into_output(),
            red: pins.pin22.into_inverted_output(),
            green: pins.pin19.into_inverted_output(),
            blue: pins.pin21.into_inverted_output(),
        }
    }
}
