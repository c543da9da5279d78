//! An output that gives its pin back.
use embassy_nrf::Peri;
use embassy_nrf::gpio::{Flex, Level, Output, OutputDrive, Pin};

/// The `Output` of embassy-nrf keeps its pin for good. A node that comes up more than once must give it back, so this
/// keeps the pin itself, and lends it to an `Output` for the length of a call.
pub struct Drive<P: Pin>(Peri<'static, P>);

impl<P: Pin> Drive<P> {
    pub fn new(pin: Peri<'static, P>, level: Level) -> Self {
        let mut drive = Drive(pin);
        drive.set(level);
        crate::log!("up    P0.{:02}", drive.0.pin());
        drive
    }

    pub fn set(&mut self, level: Level) {
        let output = Output::new(self.0.reborrow(), level, OutputDrive::Standard);
        // dropped, it would disconnect the pin
        core::mem::forget(output);
    }

    /// The pin is disconnected.
    pub fn release(mut self) -> Peri<'static, P> {
        drop(Flex::new(self.0.reborrow()));
        crate::log!("down  P0.{:02}", self.0.pin());
        self.0
    }
}
