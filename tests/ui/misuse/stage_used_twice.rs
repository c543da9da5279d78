#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let core = fresh().boot_core().unwrap();
    let _ = core.boot_device();
    let _ = core.boot_device();
}
