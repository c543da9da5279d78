#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let mut core = fresh().boot_core().unwrap();
    let rtc = core.rtc();
    let running = core.boot_device();
    *rtc += 1;
}
