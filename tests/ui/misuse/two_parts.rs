#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let mut running = running();
    let one = running.parts();
    let two = running.parts();
    one.imu.read();
}
