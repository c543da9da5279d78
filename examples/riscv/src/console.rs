//! UART0 as text output.
use crate::clock::MachineTimer;
use crate::pins::{Rx, Tx};
use bringup::Clock;
use core::fmt::{self, Write};
use e310x_hal::clock::Clocks;
use e310x_hal::e310x::Uart0;
use e310x_hal::serial::Serial;
use e310x_hal::stdout::Stdout;
use e310x_hal::time::Bps;
use embedded_hal_nb::serial::Write as _;

pub struct Console(Serial<Uart0, Tx, Rx>);

pub fn open(uart: Uart0, tx: Tx, rx: Rx, baud: u32, clocks: &mut Clocks) -> Console {
    let mut console = Console(Serial::new(uart, (tx, rx), Bps(baud), *clocks));
    let _ = writeln!(console, "up    console  {baud} baud, core at {} MHz", clocks.coreclk().0 / 1_000_000);
    console
}

/// The peripheral and its pins, for the next [`open`].
pub fn close(mut console: Console) -> (Uart0, Tx, Rx) {
    let _ = writeln!(console, "down  console");
    console.drain();
    let (uart, (tx, rx)) = console.0.free();
    (uart, tx, rx)
}

impl Console {
    /// Waits until everything is sent.
    pub fn drain(&mut self) {
        while self.0.flush().is_err() {}
        // An empty FIFO still leaves the last character in the shift register: ten bits, at 9600 baud or more.
        MachineTimer::wait_until(MachineTimer::now(), 1_050);
    }
}

impl Write for Console {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        Stdout(&mut self.0).write_str(text)
    }
}
