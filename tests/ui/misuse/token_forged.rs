#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let fresh = hub::Fresh {};
    let running: hub::Running = unsafe { core::mem::zeroed::<()>() };
}
