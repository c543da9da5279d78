//! Firmware on a board that another crate describes.
#![deny(warnings)]

use ok_library::{drivers, hub};

fn main() {
    let p = drivers::Peripherals { i2c1: drivers::I2c1, scl: drivers::Pin };
    let Some(fresh) = hub::Fresh::take(hub::Inputs { p }) else { return };
    if let Ok(mut running) = fresh.boot() {
        let _: &mut drivers::Imu<_> = running.imu();
    }
    assert_eq!((hub::imu::ADDRESS, hub::imu::ODR), (0x68, 200));
}
