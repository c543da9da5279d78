#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let running = running();
    std::thread::spawn(move || drop(running));
}
