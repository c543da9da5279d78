#![allow(unused)]
#[path = "../dynamic.rs"]
mod dynamic;

use dynamic::hub::{self, Level, Node, Rail};
use dynamic::{board, fresh, other};

fn fresh_used_after_dynamic() {
    let fresh = fresh();
    let board = fresh.dynamic();
    let _ = fresh.boot();
}

fn stage_used_after_into_board() {
    let mut running = fresh().boot().unwrap();
    let board = running.into_board();
    running.imu().read();
}

fn handle_kept_across_into_board() {
    let mut running = fresh().boot().unwrap();
    let imu = running.imu();
    let board = running.into_board();
    imu.read();
}

fn checked_in_twice() {
    let mut board = board();
    let imu = board.check_out_imu().unwrap();
    board.check_in_imu(imu);
    board.check_in_imu(imu);
}

fn used_after_it_was_checked_in() {
    let mut board = board();
    let mut imu = board.check_out_imu().unwrap();
    board.check_in_imu(imu);
    imu.read();
}

fn resumed_twice() {
    let mut board = board();
    let suspended = board.suspend(Rail::Vio).unwrap();
    let _ = board.resume(suspended);
    let _ = board.resume(suspended);
}

fn main() {}
