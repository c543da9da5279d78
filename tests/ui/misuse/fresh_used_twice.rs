#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn main() {
    let fresh = fresh();
    let _ = fresh.boot();
    let _ = fresh.boot();
}
