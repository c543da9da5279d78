//! Rule 10: boards that await, and futures that are dropped.

use super::boards::waiting::waiting::{Level, Node, Rail};
use super::boards::waiting::{DOWN, UP, fresh};
use super::drivers::{block_on, fail_up, poll_and_drop};
use super::trace;
use bringup::AcquireError;

pub(crate) fn rule_10_a_board_that_awaits_comes_up_the_same() {
    let mut board = block_on(fresh().boot()).expect("nothing fails").into_board();
    trace::expect(UP);
    assert_eq!(block_on(board.acquire(Node::Gps)), Ok(()));
    trace::expect("+gps");
    assert_eq!(board.release(Node::Gps), Ok(()));
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect("-gps -lcd -imu -vimu -i2c -clocks");
    assert_eq!(block_on(board.init_all()), Ok(()));
    trace::expect(UP);
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
}

pub(crate) fn rule_10_a_failure_rolls_back_as_it_does_without_await() {
    fail_up("lcd", 1);
    let error = block_on(fresh().boot()).expect_err("lcd fails");
    assert_eq!(error.node, Node::Lcd);
    trace::expect("+clocks +i2c +vimu +imu !lcd -imu -vimu -i2c -clocks");
    assert_eq!(trace::live(), 0);
}

pub(crate) fn rule_10_boot_dropped_while_the_bus_starts() {
    boot_dropped(1, "+clocks ~i2c -clocks");
}

pub(crate) fn rule_10_boot_dropped_while_the_rail_comes_on() {
    boot_dropped(2, "+clocks +i2c ~vimu -i2c -clocks");
}

pub(crate) fn rule_10_boot_dropped_while_a_device_starts() {
    boot_dropped(3, "+clocks +i2c +vimu ~imu -vimu -i2c -clocks");
}

pub(crate) fn rule_10_boot_dropped_while_the_last_one_starts() {
    boot_dropped(4, "+clocks +i2c +vimu +imu ~lcd -imu -vimu -i2c -clocks");
}

pub(crate) fn rule_10_boot_dropped_before_it_starts() {
    boot_dropped(0, "");
}

fn boot_dropped(polls: usize, found: &str) {
    assert!(poll_and_drop(fresh().boot(), polls), "dropped too late");
    trace::expect(found);
    assert_eq!(trace::live(), 0);
}

/// A level dropped while it comes up takes the levels before it down too.
pub(crate) fn rule_10_a_stage_dropped_takes_the_earlier_ones_down() {
    let bus = block_on(fresh().boot_bus()).expect("bus");
    trace::expect("+clocks +i2c");
    assert!(poll_and_drop(bus.boot_device(), 2));
    trace::expect("+vimu ~imu -vimu -i2c -clocks");
    assert_eq!(trace::live(), 0);
}

pub(crate) fn rule_10_an_acquire_dropped_at_any_await_takes_down_what_it_brought_up() {
    let mut board = fresh().dynamic();
    assert_eq!(block_on(board.acquire(Node::I2c)), Ok(()));
    trace::expect("+i2c");
    for (polls, found) in [(0, ""), (1, "~vimu"), (2, "+vimu ~imu -vimu")] {
        assert!(poll_and_drop(board.acquire(Node::Imu), polls));
        trace::expect(found);
        assert!(!board.is_up(Node::Imu) && !board.is_up(Node::Vimu) && board.holds(Node::Imu) == 0);
        assert!(poll_and_drop(board.lease(Node::Imu), polls));
        trace::expect(found);
        assert_eq!(board.holds(Node::Imu), 0);
    }
    assert_eq!(block_on(board.acquire(Node::Imu)), Ok(()));
    trace::expect("+vimu +imu");
    assert_eq!(board.release(Node::I2c), Ok(()));
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("-imu -vimu -i2c");
}

/// The future that was dropped had the input.
pub(crate) fn rule_10_an_input_that_was_with_a_dropped_future_is_spent() {
    let mut board = fresh().dynamic();
    assert!(poll_and_drop(board.init_all(), 1));
    trace::expect("+clocks ~i2c -clocks");
    assert_eq!(block_on(board.acquire(Node::Imu)), Err(AcquireError::Spent(Node::I2c)));
    assert_eq!(board.holds_level(Level::Bus), 0);
    assert_eq!(block_on(board.acquire(Node::Lcd)), Ok(()));
    assert_eq!(block_on(board.acquire(Node::Clocks)), Ok(()));
    trace::expect("+lcd +clocks");
}

pub(crate) fn rule_10_a_level_dropped_at_any_await() {
    let mut board = block_on(fresh().boot_bus()).expect("bus").into_board();
    trace::expect("+clocks +i2c");
    for (polls, found) in [(1, "~vimu"), (2, "+vimu ~imu -vimu")] {
        assert!(poll_and_drop(board.acquire_level(Level::Device), polls));
        trace::expect(found);
        assert_eq!(board.holds_level(Level::Device), 0);
        assert!(poll_and_drop(board.init_all(), polls));
        trace::expect(found);
        assert_eq!(board.holds_level(Level::Bus), 1);
    }
    assert_eq!(block_on(board.init_all()), Ok(()));
    trace::expect("+vimu +imu +lcd");
    assert_eq!((board.holds_level(Level::Bus), board.holds_level(Level::Device)), (2, 1));
}

/// What came up again goes down again, and the rail stays suspended.
pub(crate) fn rule_10_a_resume_dropped_leaves_the_rail_suspended() {
    let mut board = block_on(fresh().boot()).expect("nothing fails").into_board();
    trace::expect(UP);
    let suspended = board.suspend(Rail::Vimu).expect("imu can come back");
    trace::expect("-imu -vimu");
    assert!(poll_and_drop(board.resume(suspended), 2));
    trace::expect("+vimu ~imu -vimu");
    assert_eq!(block_on(board.acquire(Node::Imu)), Err(AcquireError::Down(Node::Vimu)));
    let suspended = board.suspend(Rail::Vimu).expect("it is suspended");
    trace::expect("");
    assert!(block_on(board.resume(suspended)).is_ok());
    trace::expect("+vimu +imu");
}
