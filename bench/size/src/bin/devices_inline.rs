//! A board with handles, by the `.board` file: a shared bus, owned devices, inputs that are claimed and given back.
#![no_std]
#![no_main]

#[path = "../handles/drivers.rs"]
mod drivers;

use board::{Fresh, Inputs, Node, Running};
use bringup::Dev;
use drivers::{BUSY, Bus, Device, Lcd, Peripherals, Pin, Share};
use size_firmware::{Delay, Error, Failure, clocks, entry, gpio, report, span};

bringup::board!(include_str!("../handles/handles.board"));

entry!(7, {
    let booted = span!(init_all(Peripherals { i2c0: 1, pin: 2 }));
    report!(&booted);
    if let Ok(mut running) = booted {
        report!(&span!(read(&mut running)));
    }
});

impl Share for Dev<Bus> {
    #[inline(always)]
    fn transfer(&mut self, address: u8) -> Result<(), Error> {
        self.with(|bus| bus.transfer(address)).map_err(|_| BUSY)?
    }
}

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all(p: Peripherals) -> Result<Running, Failure<Node>> {
    // SAFETY: the board is taken once per run, and each run starts as at reset.
    let fresh = unsafe { Fresh::steal(Inputs { p }) };
    fresh.boot().map_err(|error| Failure { node: error.node, cause: error.cause })
}

#[inline(never)]
fn read(running: &mut Running) -> Result<(), Failure<Node>> {
    core::hint::black_box(running.lcd().width());
    running.imu().read().map_err(|cause| Failure { node: Node::Imu, cause })?;
    running.eeprom().read().map_err(|cause| Failure { node: Node::Eeprom, cause })
}
