#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let rtc = unsafe { hub::SLOT_rtc.take() };
    let imu = hub::__user::__up_imu(());
}
