//! Drivers whose handles are values: a bus that others share, and devices that the firmware owns.
use core::num::NonZeroU8;
use size_support::{Error, down, transfer, up};

/// What the drivers of peripherals take and give back.
pub struct Peripherals {
    pub i2c0: u32,
    pub pin: u32,
}

/// Somebody uses the bus.
pub const BUSY: Error = Error(NonZeroU8::MAX);

pub struct Bus {
    peripheral: u32,
}

impl Bus {
    #[unsafe(link_section = ".drv.bus.new")]
    #[inline(never)]
    pub fn new(peripheral: u32) -> Result<Self, Error> {
        up(2)?;
        Ok(Bus { peripheral })
    }

    /// The devices' addresses are their numbers.
    #[unsafe(link_section = ".drv.bus.transfer")]
    #[inline(never)]
    pub fn transfer(&mut self, address: u8) -> Result<(), Error> {
        transfer(address)
    }

    #[unsafe(link_section = ".drv.bus.release")]
    #[inline(never)]
    pub fn release(self) -> u32 {
        down(2);
        self.peripheral
    }
}

/// A handle of the bus, of which each device has its own.
pub trait Share {
    fn transfer(&mut self, address: u8) -> Result<(), Error>;
}

pub struct Device<S> {
    bus: S,
    address: u8,
}

impl<S: Share> Device<S> {
    #[inline(never)]
    pub fn new(mut bus: S, address: u8) -> Result<Self, Error> {
        bus.transfer(address)?;
        Ok(Device { bus, address })
    }

    #[inline(never)]
    pub fn read(&mut self) -> Result<(), Error> {
        self.bus.transfer(self.address)
    }

    #[inline(always)]
    pub fn stop(self) {
        stop(self.address);
    }
}

#[unsafe(link_section = ".drv.device.stop")]
#[inline(never)]
fn stop(address: u8) {
    down(address);
}

pub struct Pin {
    pin: u32,
}

impl Pin {
    #[inline(always)]
    pub fn new(pin: u32) -> Self {
        Pin { pin }
    }

    #[unsafe(link_section = ".drv.pin.release")]
    #[inline(never)]
    pub fn release(self) -> u32 {
        down(3);
        self.pin
    }
}

pub struct Lcd {
    width: u16,
}

impl Lcd {
    #[unsafe(link_section = ".drv.lcd.new")]
    #[inline(never)]
    pub fn new(reset: &mut Pin) -> Result<Self, Error> {
        core::hint::black_box(reset.pin);
        up(6)?;
        Ok(Lcd { width: core::hint::black_box(320) })
    }

    pub fn width(&self) -> u16 {
        self.width
    }

    /// Nothing goes wrong after it in a boot, so nobody may call this.
    #[allow(dead_code)]
    #[unsafe(link_section = ".drv.lcd.stop")]
    #[inline(never)]
    pub fn stop(self) {
        down(6);
    }
}
