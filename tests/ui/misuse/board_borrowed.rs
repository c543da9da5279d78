#![allow(unused)]
#[path = "../dynamic.rs"]
mod dynamic;

use dynamic::hub::{self, Level, Node, Rail};
use dynamic::{board, fresh, other};
use std::future::ready;

bringup::board! {
    board waiting;
    imu: u8 { init = ready(1).await; }
}

fn handle_kept_across_release() {
    let mut board = board();
    let imu = board.imu().unwrap();
    board.release(Node::Imu);
    imu.read();
}

fn handles_kept_across_suspend() {
    let mut board = board();
    let split = board.split();
    let suspended = board.suspend(Rail::Vio);
    split.imu.unwrap().read();
}

fn handle_kept_across_check_out() {
    let mut board = board();
    let imu = board.imu();
    let out = board.check_out_imu();
    imu.unwrap().read();
}

fn failure_kept_across_acquire() {
    let mut board = board();
    let failure = board.failure(Node::Card);
    board.acquire(Node::Card);
    assert!(failure.is_some());
}

fn two_mut_to_one_leaf() {
    let mut board = board();
    let one = board.imu();
    let two = board.imu();
    one.unwrap().read();
}

fn two_splits() {
    let mut board = board();
    let one = board.split();
    let two = board.split();
    one.imu.unwrap().read();
}

fn leaf_promoted_to_static() {
    let mut board = board();
    let imu: &'static mut dynamic::Imu = board.imu().unwrap();
    imu.read();
}

fn lease_outlives_the_board() {
    let lease = {
        let mut board = board();
        board.lease(Node::Imu).unwrap()
    };
    drop(lease);
}

fn board_used_during_a_lease() {
    let mut board = board();
    let lease = board.lease(Node::Imu).unwrap();
    board.release(Node::Imu);
    drop(lease);
}

fn handle_kept_across_the_end_of_a_lease() {
    let mut board = board();
    let mut lease = board.lease(Node::Imu).unwrap();
    let imu = lease.imu().unwrap();
    drop(lease);
    imu.read();
}

fn released_while_a_leased_handle_lives() {
    let mut board = board();
    let mut lease = board.lease(Node::Imu).unwrap();
    let imu = lease.imu().unwrap();
    lease.release(Node::Imu);
    imu.read();
}

async fn board_used_while_an_acquire_waits(mut board: waiting::Board) {
    let acquire = board.acquire(waiting::Node::Imu);
    board.release(waiting::Node::Imu);
    let _ = acquire.await;
}

fn main() {}
