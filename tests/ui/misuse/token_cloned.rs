#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let one = fresh();
    let two = one.clone();
    let three = running().clone();
}
