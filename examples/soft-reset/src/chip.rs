//! A simulated chip, as far as drivers can leave something behind on it: interrupt handlers, running timers, memory.
//!
//! Each is a value that a driver owns, and is free again when that value is dropped. The chip has each once: whoever
//! takes it a second time gets an error, as a second `init` without a `deinit` would.
use crate::error::Error;
use crate::trace::{DEINITS, INITS};
use core::fmt;
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};

const HEAP: u32 = 16 * 1024;

// One context uses the chip, so a load and a store are enough: no target lacks those.
static HANDLERS: AtomicU32 = AtomicU32::new(0);
static RUNNING: AtomicU32 = AtomicU32::new(0);
static BYTES: AtomicU32 = AtomicU32::new(0);

macro_rules! peripherals {
    ($($(#[$doc:meta])* $name:ident),*) => {
        $(
            $(#[$doc])*
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)] // as in the data sheet
            pub(crate) struct $name(());
        )*

        /// One value of each.
        #[allow(non_snake_case)]
        pub(crate) struct Peripherals { $(pub(crate) $name: $name),* }

        impl Peripherals {
            /// The board, which is taken once, is what makes them unique.
            pub(crate) fn new() -> Self {
                Peripherals { $($name: $name(())),* }
            }
        }
    };
}

peripherals! {
    /// Reset and clock control.
    RCC,
    /// The pins of the lights.
    LEDS,
    /// Real-time clock.
    RTC,
    /// Serial port.
    USART6,
    /// Bus of the flash chip.
    SPI1,
    /// Interrupt lines of the pins.
    EXTI,
    /// Timers 2 to 14.
    TIMERS,
    /// Device port.
    OTG_FS
}

/// The interrupts of this chip that have drivers.
#[derive(Clone, Copy)]
pub(crate) enum Interrupt {
    PendSv,
    RtcWakeup,
    Usart6,
    OtgFs,
    /// Of pin 0 to 15, which script can use.
    Line(u8),
}

impl Interrupt {
    fn bit(self) -> u32 {
        let number = match self {
            Interrupt::PendSv => 0,
            Interrupt::RtcWakeup => 1,
            Interrupt::Usart6 => 2,
            Interrupt::OtgFs => 3,
            Interrupt::Line(pin) => 16 + pin % 16,
        };
        1 << number
    }
}

/// An interrupt that has a handler.
pub(crate) struct Handler(u32);

impl Handler {
    pub(crate) fn register(interrupt: Interrupt) -> Result<Self, Error> {
        let bit = interrupt.bit();
        let taken = HANDLERS.load(Relaxed);
        if taken & bit != 0 {
            return Err(Error::Registered);
        }
        HANDLERS.store(taken | bit, Relaxed);
        Ok(Handler(bit))
    }
}

impl Drop for Handler {
    fn drop(&mut self) {
        HANDLERS.store(HANDLERS.load(Relaxed) & !self.0, Relaxed);
    }
}

/// A timer that counts.
pub(crate) struct Running(u32);

impl Running {
    pub(crate) fn start(number: u8) -> Result<Self, Error> {
        let bit = 1 << (number % 32);
        let taken = RUNNING.load(Relaxed);
        if taken & bit != 0 {
            return Err(Error::Runs);
        }
        RUNNING.store(taken | bit, Relaxed);
        Ok(Running(bit))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.store(RUNNING.load(Relaxed) & !self.0, Relaxed);
    }
}

/// Memory from the heap.
pub(crate) struct Memory(u32);

impl Memory {
    pub(crate) fn take(bytes: u32) -> Result<Self, Error> {
        let taken = BYTES.load(Relaxed);
        if bytes > HEAP - taken {
            return Err(Error::NoMemory);
        }
        BYTES.store(taken + bytes, Relaxed);
        Ok(Memory(bytes))
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        BYTES.store(BYTES.load(Relaxed) - self.0, Relaxed);
    }
}

/// What is taken at this moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Live {
    drivers: usize,
    /// A bit for each interrupt.
    handlers: u32,
    /// A bit for each timer.
    timers: u32,
    bytes: u32,
}

pub(crate) fn live() -> Live {
    let drivers = INITS.length().saturating_sub(DEINITS.length());
    Live { drivers, handlers: HANDLERS.load(Relaxed), timers: RUNNING.load(Relaxed), bytes: BYTES.load(Relaxed) }
}

impl fmt::Display for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (handlers, timers) = (self.handlers.count_ones(), self.timers.count_ones());
        let (drivers, bytes) = (self.drivers, self.bytes);
        write!(f, "{drivers} drivers, {handlers} interrupt handlers, {timers} timers, {bytes} bytes")
    }
}
