//! Bring-up of the hub. What is a local variable goes down again, in reverse, when a later step fails.

#![allow(dead_code, reason = "rails are held, not read")]

use drivers::{Barometer, Clock, Eeprom, Error, Expander, I2c, Imu, Peripherals};
use embedded_hal_bus::i2c::RefCellDevice;
use static_cell::StaticCell;
use std::cell::RefCell;

/// How a chip reaches its bus.
pub type OnBus = RefCellDevice<'static, I2c>;

/// Why the board did not come up.
pub struct BootError {
    pub node: Node,
    pub cause: Error,
}

fn at(node: Node) -> impl Fn(Error) -> BootError {
    move |cause| BootError { node, cause }
}

/// A rail that is on.
pub struct Rail {
    number: u16,
    since: u32,
}

impl Rail {
    fn on(number: u16) -> Result<Rail, Error> {
        drivers::rail(number, true)?;
        Ok(Rail { number, since: drivers::now() })
    }

    fn settle(&self, us: u32) {
        drivers::wait_until(self.since.wrapping_add(us));
    }
}

impl Drop for Rail {
    fn drop(&mut self) {
        let _ = drivers::rail(self.number, false);
    }
}

/// A bus that is up.
pub struct Bus(&'static RefCell<I2c>);

impl Bus {
    fn new(cell: &'static StaticCell<RefCell<I2c>>, i2c: I2c) -> Bus {
        Bus(cell.init(RefCell::new(i2c)))
    }

    fn device(&self) -> OnBus {
        RefCellDevice::new(self.0)
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.0.borrow_mut().disable();
    }
}

