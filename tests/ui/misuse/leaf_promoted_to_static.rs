#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let mut running = running();
    let imu: &'static mut board::Imu = running.imu();
    imu.read();
}
