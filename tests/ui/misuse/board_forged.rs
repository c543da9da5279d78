#![allow(unused)]
#[path = "../dynamic.rs"]
mod dynamic;

use dynamic::hub::{self, Level, Node, Rail};
use dynamic::{board, fresh, other};

fn lease() {
    let mut board = board();
    let lease = hub::Lease { board: &mut board, node: Node::Imu };
}

fn suspended() {
    let suspended = hub::Suspended { rail: Rail::Vio, failures: 0 };
}

fn token() {
    let hub::Board { token } = board();
}

fn main() {}
