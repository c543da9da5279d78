#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let rtc = unsafe { hub::RTC.take() };
    let imu = hub::__user::up_imu();
}
