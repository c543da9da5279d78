#![allow(unused)]
#[path = "../dynamic.rs"]
mod dynamic;

use dynamic::hub::{self, Level, Node, Rail};
use dynamic::{board, fresh, other};

fn is_sync<T: Sync>(_: &T) {}

fn board_cloned() {
    let one = board();
    let two = one.clone();
}

fn suspended_cloned() {
    let suspended = board().suspend(Rail::Vio).unwrap();
    let again = suspended.clone();
}

fn board_sent_to_a_thread() {
    let board = board();
    std::thread::spawn(move || drop(board));
}

fn board_shared_with_a_thread() {
    is_sync(&board());
}

fn out_sent_to_a_thread() {
    let mut imu = board().check_out_imu().unwrap();
    std::thread::spawn(move || imu.read());
}

fn out_of_another_node() {
    let mut board = board();
    let imu = board.check_out_imu().unwrap();
    board.check_in_baro(imu);
}

fn out_of_another_board() {
    let imu = other().check_out_imu().unwrap();
    board().check_in_imu(imu);
}

fn suspended_of_another_board() {
    let suspended = other().suspend(dynamic::other::Rail::Vio).unwrap();
    board().resume(suspended);
}

fn inner_node_checked_out() {
    let bus = board().check_out_bus();
}

fn board_by_its_field() {
    let token = board().token;
}

fn main() {}
