#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let mut running = running();
    let parts = running.into_static();
    running.imu().read();
}
