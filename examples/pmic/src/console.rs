//! Log output with the time of each line, on the PL011.
//!
//! Printing a line takes longer than most steps of a boot. So lines wait in RAM until their chapter ends: the times in
//! them are those of a board that says nothing.
use crate::chip::CORE_HZ;
use crate::clock::SysTick;
use crate::error::Error;
use crate::gpio::Port;
use arm_pl011_uart::{DataBits, LineConfig, PL011Registers, Parity, StopBits, Uart};
use bringup::Clock;
use core::cell::RefCell;
use core::fmt::{self, Arguments, Write};
use critical_section::Mutex;
use safe_mmio::UniqueMmioPointer;

static CONSOLE: Mutex<RefCell<Console>> =
    Mutex::new(RefCell::new(Console { uart: None, text: [0; 2048], length: 0, start: 0 }));

struct Console {
    uart: Option<Uart<'static>>,
    text: [u8; 2048],
    length: usize,
    /// When the chapter began.
    start: u32,
}

impl Console {
    fn keep(&mut self, text: Arguments<'_>) {
        let before = self.length;
        if self.write_fmt(text).is_err() {
            // no room: rather no line than half a line
            self.length = before;
        }
    }
}

impl Write for Console {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length.saturating_add(text.len());
        self.text.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// From here on [`print`] has somewhere to print to.
pub fn open(uart: UniqueMmioPointer<'static, PL011Registers>, porta: &mut Port, baud: u32) -> Result<(), Error> {
    const PA0_PA1: u8 = 0b0000_0011;
    porta.hand_over(PA0_PA1);
    let mut uart = Uart::new(uart);
    let line = LineConfig { data_bits: DataBits::Bits8, parity: Parity::None, stop_bits: StopBits::One };
    uart.enable(line, baud, CORE_HZ).map_err(|_| Error::BaudRate)?;
    critical_section::with(|cs| CONSOLE.borrow_ref_mut(cs).uart = Some(uart));
    crate::log!("up    console  PL011, {} baud", baud);
    Ok(())
}

/// Keeps one line without a time.
pub fn title(text: Arguments<'_>) {
    with(|console| console.keep(format_args!("{text}\r\n")));
}

/// Prints what has been kept. From here on, times count from here.
pub fn chapter(text: &str) {
    print();
    title(format_args!("\r\n{text}"));
    with(|console| console.start = SysTick::now());
}

/// Keeps one line, with the milliseconds since the chapter began.
pub fn line(text: Arguments<'_>) {
    let now = SysTick::now();
    with(|console| {
        let ms = now.wrapping_sub(console.start) / 1000;
        console.keep(format_args!("{ms:>3} ms  {text}\r\n"));
    });
}

/// Prints what has been kept.
pub fn print() {
    with(|Console { uart, text, length, .. }| {
        let text = text.get(..*length).and_then(|text| core::str::from_utf8(text).ok());
        if let (Some(uart), Some(text)) = (uart, text) {
            // the PL011 driver waits for room and never fails
            let _ = uart.write_str(text);
            *length = 0;
        }
    });
}

fn with(use_it: impl FnOnce(&mut Console)) {
    critical_section::with(|cs| {
        if let Ok(mut console) = CONSOLE.borrow(cs).try_borrow_mut() {
            use_it(&mut console);
        }
    });
}

/// Keeps one line for the console.
#[macro_export]
macro_rules! log {
    ($($text:tt)*) => { $crate::console::line(format_args!($($text)*)) };
}
