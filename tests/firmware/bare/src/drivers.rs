//! Drivers whose results the compiler cannot foresee.
use bringup::Dev;
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Error {
    Failed = 1,
    Bus = 2,
}

/// Stands in for hardware: `step` fails at the number that is here.
pub static FAILING: AtomicU32 = AtomicU32::new(0);
static STEPS: AtomicU32 = AtomicU32::new(0);

#[cfg(not(feature = "control"))]
pub fn steps() -> u32 {
    STEPS.load(Relaxed)
}

#[inline(never)]
pub fn step(number: u32) -> Result<(), Error> {
    STEPS.store(STEPS.load(Relaxed).wrapping_add(1), Relaxed);
    if core::hint::black_box(number) == FAILING.load(Relaxed) { Err(Error::Failed) } else { Ok(()) }
}

/// A clock that goes on by itself whenever somebody looks.
pub struct Counter;

impl bringup::Clock for Counter {
    fn now() -> u32 {
        static NOW: AtomicU32 = AtomicU32::new(0);
        let now = NOW.load(Relaxed).wrapping_add(100);
        NOW.store(now, Relaxed);
        now
    }
}

#[allow(non_snake_case)]
pub struct Peripherals {
    pub I2C: u32,
    pub PIN: u32,
}

pub struct Bus(u32);

impl Bus {
    pub fn new(peripheral: u32) -> Result<Self, Error> {
        step(peripheral)?;
        Ok(Bus(peripheral))
    }

    /// Hands the peripheral back if there is no bus.
    #[cfg(feature = "control")]
    pub fn attempt(peripheral: u32) -> Result<Self, (Error, u32)> {
        Self::new(peripheral).map_err(|error| (error, peripheral))
    }

    pub fn release(self) -> u32 {
        self.0
    }
}

pub struct Device {
    bus: Dev<Bus>,
    address: u8,
}

impl Device {
    pub fn new(bus: Dev<Bus>, address: u8) -> Result<Self, Error> {
        #[cfg(feature = "panic-path")]
        step(TABLE[core::hint::black_box(address) as usize])?;
        bus.with(|bus| step(bus.0 + u32::from(address))).map_err(|_| Error::Bus)??;
        Ok(Device { bus, address })
    }

    pub fn stop(self) -> Result<(), Error> {
        self.bus.with(|_| step(self.address.into())).map_err(|_| Error::Bus)?
    }
}

#[cfg(feature = "panic-path")]
static TABLE: [u32; 128] = [0; 128];

pub struct Pin(u32);

impl Pin {
    pub fn new(pin: u32) -> Self {
        Pin(pin)
    }

    pub fn release(self) -> u32 {
        self.0
    }
}

pub fn reset(pin: &mut Pin) -> Result<(), Error> {
    step(pin.0)
}
