#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let bus = running().bus();
    std::thread::spawn(move || bus.with(|_| ()));
}
