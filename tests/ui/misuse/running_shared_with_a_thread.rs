#![allow(unused)]
#[path = "../hub.rs"]
mod board;

use board::{fresh, hub, running};

fn is_sync<T: Sync>(_: &T) {}

fn main() {
    is_sync(&running());
    is_sync(&fresh());
}
