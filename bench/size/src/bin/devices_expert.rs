//! A board with handles, by hand: a shared bus, owned devices, peripherals that are taken and given back.
#![no_std]
#![no_main]

#[path = "../handles/drivers.rs"]
mod drivers;
#[path = "../ways/guard.rs"]
mod guard;
#[path = "../handles/places.rs"]
mod places;

use core::cell::RefCell;
use drivers::{BUSY, Bus, Device, Lcd, Peripherals, Pin, Share};
use guard::Up;
use places::{Held, Place};
use size_firmware::{Error, Failure, clocks, delay_us, entry, gpio, report, span};

entry!(7, {
    let booted = span!(init_all(Peripherals { i2c0: 1, pin: 2 }));
    report!(&booted);
    if let Ok(mut booted) = booted {
        report!(&span!(read(&mut booted)));
    }
});

#[derive(Clone, Copy)]
enum Node {
    Clocks,
    V3v3,
    I2c0,
    #[expect(dead_code)] // cannot fail
    Reset,
    Imu,
    Eeprom,
    Lcd,
}

struct Devices {
    imu: Device<Handle>,
    eeprom: Device<Handle>,
    lcd: Lcd,
    _reset: Pin,
}

#[derive(Clone, Copy)]
struct Handle(&'static RefCell<Bus>);

impl Share for Handle {
    #[inline(always)]
    fn transfer(&mut self, address: u8) -> Result<(), Error> {
        self.0.try_borrow_mut().map_err(|_| BUSY)?.transfer(address)
    }
}

static BUS: Place<RefCell<Bus>> = Place::new();
static DEVICES: Place<Devices> = Place::new();

/// The devices are there.
struct Booted(());

impl Booted {
    #[inline(always)]
    fn devices(&mut self) -> &mut Devices {
        // SAFETY: the boot that has put them there returned `self`, which is borrowed mutably.
        unsafe { &mut *DEVICES.as_ptr() }
    }
}

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all(p: Peripherals) -> Result<Booted, Failure<Node>> {
    let clocks = Up::new(Node::Clocks, clocks::init, clocks::deinit)?;
    let v3v3 = Up::new(Node::V3v3, gpio::init, gpio::deinit)?;
    let bus = match Bus::new(p.i2c0) {
        Ok(bus) => bus,
        Err(cause) => return Err(Failure { node: Node::I2c0, cause }),
    };
    // SAFETY: the boot runs once, so there is no reference yet, and nobody makes a `&mut`.
    let bus: &RefCell<Bus> = unsafe {
        BUS.as_ptr().write(RefCell::new(bus));
        &*BUS.as_ptr()
    };
    let i2c0 = Held::new((), |()| {
        // SAFETY: the devices are down: nobody has the handle any more.
        let bus = unsafe { BUS.as_ptr().read() };
        bus.into_inner().release();
    });
    let mut reset = Held::new(Pin::new(p.pin), |pin| {
        pin.release();
    });
    delay_us(5_000); // v3v3
    let imu = match Device::new(Handle(bus), 4) {
        Ok(imu) => Held::new(imu, Device::stop),
        Err(cause) => return Err(Failure { node: Node::Imu, cause }),
    };
    let eeprom = match Device::new(Handle(bus), 5) {
        Ok(eeprom) => Held::new(eeprom, Device::stop),
        Err(cause) => return Err(Failure { node: Node::Eeprom, cause }),
    };
    let lcd = match Lcd::new(&mut reset) {
        Ok(lcd) => lcd,
        Err(cause) => return Err(Failure { node: Node::Lcd, cause }),
    };
    i2c0.keep();
    core::mem::forget((clocks, v3v3));
    let devices = Devices { imu: imu.keep(), eeprom: eeprom.keep(), lcd, _reset: reset.keep() };
    // SAFETY: nobody has a reference before this returns.
    unsafe { DEVICES.as_ptr().write(devices) };
    Ok(Booted(()))
}

#[inline(never)]
fn read(booted: &mut Booted) -> Result<(), Failure<Node>> {
    let devices = booted.devices();
    core::hint::black_box(devices.lcd.width());
    devices.imu.read().map_err(|cause| Failure { node: Node::Imu, cause })?;
    devices.eeprom.read().map_err(|cause| Failure { node: Node::Eeprom, cause })
}
