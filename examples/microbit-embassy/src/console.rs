//! Log output on the UART, from anywhere.
use core::cell::RefCell;
use core::fmt::{Arguments, Result, Write};
use critical_section::Mutex;
use embassy_nrf::gpio::{Level, Output, OutputDrive};
use embassy_nrf::pac::uart::vals::{Baudrate, Enable};
use embassy_nrf::pac::{UART0, uart};
use embassy_nrf::{Peri, peripherals};

static CONSOLE: Mutex<RefCell<Option<Uart>>> = Mutex::new(RefCell::new(None));

/// embassy-nrf drives only the UART with DMA, which the nRF51 does not have.
struct Uart(uart::Uart);

/// From here on `log!` prints.
pub fn open(_uart: Peri<'static, peripherals::UART0>, tx: Peri<'static, peripherals::P0_24>) {
    // high: the idle level of the line
    Output::new(tx, Level::High, OutputDrive::Standard).persist();
    UART0.pseltxd().write_value(24);
    UART0.baudrate().write(|w| w.set_baudrate(Baudrate::Baud115200));
    UART0.enable().write(|w| w.set_enable(Enable::Enabled));
    UART0.tasks_starttx().write_value(1);
    critical_section::with(|cs| *CONSOLE.borrow_ref_mut(cs) = Some(Uart(UART0)));
    line(format_args!("order{}", crate::Order));
    line(format_args!("up    console   UART0, 115200 baud"));
}

impl Write for Uart {
    fn write_str(&mut self, text: &str) -> Result {
        for byte in text.bytes() {
            self.0.events_txdrdy().write_value(0);
            self.0.txd().write(|w| w.set_txd(byte));
            while self.0.events_txdrdy().read() == 0 {}
        }
        Ok(())
    }
}

/// One line. Nothing is printed before [`open`].
pub fn line(text: Arguments<'_>) {
    critical_section::with(|cs| {
        if let Ok(mut console) = CONSOLE.borrow(cs).try_borrow_mut()
            && let Some(uart) = console.as_mut()
        {
            // the UART takes every byte, and never fails
            let _ = uart.write_fmt(text);
            let _ = uart.write_str("\r\n");
        }
    });
}

/// Prints one line on the console.
#[macro_export]
macro_rules! log {
    ($($text:tt)*) => { $crate::console::line(format_args!($($text)*)) };
}
