#![forbid(unsafe_code)]
#![deny(warnings)]

#[path = "../../drivers.rs"]
mod drivers;

use bringup::{Dev, board};

board!(include_str!("../../hub.board"));

fn main() {
    let p = drivers::Peripherals { i2c1: drivers::I2c1, scl: drivers::Pin };
    let Some(fresh) = hub::Fresh::take(hub::Inputs { p }) else { return };
    match fresh.boot() {
        Ok(mut running) => drop(running.imu().bus().with(|_| ())),
        Err(error) => println!("{:?}", error.cause),
    }
}
