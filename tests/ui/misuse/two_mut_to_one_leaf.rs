#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let mut running = running();
    let one = running.imu();
    let two = running.imu();
    one.read();
    two.read();
}
