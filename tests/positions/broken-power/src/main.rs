#[path = "../../drivers.rs"]
mod drivers;

use bringup::{Dev, board};

board!(include_str!("hub.board"));

fn main() {
    let p = drivers::Peripherals { i2c1: drivers::I2c1, scl: drivers::Pin };
    let Some(fresh) = hub::Fresh::take(hub::Inputs { p }) else { return };
    if let Ok(mut running) = fresh.boot() {
        let _ = running.imu();
    }
}
