//! Log output on the PL011, from anywhere.
use crate::chip::CORE_HZ;
use crate::error::Error;
use crate::gpio::Port;
use arm_pl011_uart::{DataBits, LineConfig, PL011Registers, Parity, StopBits, Uart};
use core::cell::RefCell;
use core::fmt::{Arguments, Write};
use critical_section::Mutex;
use safe_mmio::UniqueMmioPointer;

static CONSOLE: Mutex<RefCell<Option<Uart<'static>>>> = Mutex::new(RefCell::new(None));

/// From here on `log!` prints.
pub fn open(uart: UniqueMmioPointer<'static, PL011Registers>, porta: &mut Port, baud: u32) -> Result<(), Error> {
    const PA0_PA1: u8 = 0b0000_0011;
    porta.hand_over(PA0_PA1);
    let mut uart = Uart::new(uart);
    let line = LineConfig { data_bits: DataBits::Bits8, parity: Parity::None, stop_bits: StopBits::One };
    uart.enable(line, baud, CORE_HZ).map_err(|_| Error::BaudRate)?;
    critical_section::with(|cs| *CONSOLE.borrow_ref_mut(cs) = Some(uart));
    crate::log!("order{}", crate::Order);
    crate::log!("up    console  PL011, {} baud", baud);
    Ok(())
}

/// One line. Nothing is printed before [`open`].
pub fn line(text: Arguments<'_>) {
    critical_section::with(|cs| {
        if let Ok(mut console) = CONSOLE.borrow(cs).try_borrow_mut()
            && let Some(uart) = console.as_mut()
        {
            // the PL011 driver waits for room and never fails
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
