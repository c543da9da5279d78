#![allow(unused)]
#[path = "../dynamic.rs"]
mod dynamic;

use dynamic::hub::{self, Level, Node, Rail};
use dynamic::{board, fresh, other};

fn main() {
    let mut board = board();
    let out: hub::imu::Out = bringup::Out::new(dynamic::Imu(board.bus()));
    board.check_in_imu(out);
    let permit = bringup::__private::Permit::new();
}
