#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

bringup::board! {
    board keep;
    a: u8 { init = 1; }
    b: &'static mut u8 { init = &mut a; }
}

fn main() {}
