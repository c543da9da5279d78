//! Clean under every lint that the language can satisfy.
#![deny(warnings, missing_docs, unsafe_code, unused, nonstandard_style, rust_2018_idioms)]

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
