//! Rules 1, 2 and 9: boot, rollback, and back to where it began.

use super::boards::hub::hub::{Board, GRAPH, Level, Node};
use super::boards::hub::{DOWN, ORDER, UP, booted, fresh};
use super::drivers::{Error, fail_down, fail_up};
use super::trace;
use bringup::{AcquireError, BootError};

pub(crate) fn rule_1_boot_comes_up_in_order() {
    assert!(GRAPH.boot_order().map(|node| node.name).eq(ORDER));
    let running = fresh().boot();
    assert!(running.is_ok());
    trace::expect(UP);
}

pub(crate) fn rule_1_levels_come_up_one_by_one() {
    let core = fresh().boot_core().expect("core");
    trace::expect("+clocks");
    let bus = core.boot_bus().expect("bus");
    trace::expect("+spi +i2c");
    let running = bus.boot_device();
    assert!(running.is_ok());
    trace::expect("+v3v3 +vio +imu +baro +lcd");
}

pub(crate) fn rule_1_boot_stops_at_the_first_failure() {
    fail_up("vio", 1);
    let error = fresh().boot().expect_err("vio fails").with_numbers();
    assert_eq!(error, failure(Node::Vio, 0));
    trace::expect("+clocks +spi +i2c +v3v3 !vio -v3v3 -i2c -spi -clocks");
    assert_eq!(trace::live(), 0);
}

pub(crate) fn rule_2_a_failed_boot_goes_down_in_reverse() {
    fail_up("lcd", 1);
    assert_eq!(fresh().boot().expect_err("lcd fails").with_numbers(), failure(Node::Lcd, 0));
    trace::expect_rollback(&ORDER);
    assert_eq!(trace::live(), 0);
}

pub(crate) fn rule_2_a_failed_level_takes_the_earlier_ones_down() {
    fail_up("lcd", 1);
    let bus = fresh().boot_core().and_then(|core| core.boot_bus()).expect("two levels come up");
    assert_eq!(bus.boot_device().expect_err("lcd fails").with_numbers(), failure(Node::Lcd, 0));
    trace::expect_rollback(&ORDER);
    assert_eq!(trace::live(), 0);
}

pub(crate) fn rule_2_a_failing_deinit_is_counted_and_stops_nothing() {
    fail_up("lcd", 1);
    fail_down("imu");
    fail_down("i2c");
    fail_down("v3v3");
    assert_eq!(fresh().boot().expect_err("lcd fails").with_numbers(), failure(Node::Lcd, 3));
    trace::expect("+clocks +spi +i2c +v3v3 +vio +imu +baro !lcd -baro ?imu -vio ?v3v3 ?i2c -spi -clocks");
    assert_eq!(trace::live(), 0);
}

/// At whatever step it fails: nothing is half up, so the next attempt is as good as the first.
pub(crate) fn rule_2_after_a_failure_nothing_is_half_up() {
    let mut board = fresh().dynamic();
    for (position, label) in ORDER.into_iter().enumerate() {
        fail_up(label, 1);
        let node = Board::by_name(label).expect("it is on the board");
        assert_eq!(board.init_all(), Err(AcquireError::Failed(failure(node, 0))));
        trace::expect_rollback(&ORDER[..=position]);
        assert_eq!(trace::live(), 0);
        is_down(&board);
    }
    assert_eq!(board.init_all(), Ok(()));
    trace::expect(UP);
}

pub(crate) fn rule_9_deinit_all_leaves_everything_as_before_boot() {
    let mut board = booted();
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
    assert_eq!(trace::live(), 0);
    is_down(&board);
}

pub(crate) fn rule_9_boots_again_any_number_of_times() {
    let mut board = booted();
    for _ in 0..3 {
        assert_eq!(board.deinit_all(), Ok(()));
        trace::expect(DOWN);
        is_down(&board);
        assert_eq!(board.init_all(), Ok(()));
        trace::expect(UP);
    }
}

pub(crate) fn rule_9_ten_soft_resets_leave_nothing_behind() {
    let mut board = booted();
    let live = trace::live();
    for _ in 0..10 {
        assert_eq!(board.release_level(Level::Device), Ok(()));
        assert_eq!(board.release_level(Level::Bus), Ok(()));
        trace::expect("-lcd -baro -imu -vio -v3v3 -i2c -spi");
        assert_eq!(trace::live(), 1, "level core stays up");
        assert_eq!(board.acquire_level(Level::Bus), Ok(()));
        assert_eq!(board.acquire_level(Level::Device), Ok(()));
        trace::expect("+spi +i2c +v3v3 +vio +imu +baro +lcd");
        assert_eq!(trace::live(), live);
        assert_eq!([Level::Core, Level::Bus, Level::Device].map(|level| board.holds_level(level)), [1; 3]);
    }
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
    is_down(&board);
}

fn failure(node: Node, rollback_failures: u8) -> BootError<Node, Error> {
    BootError { node, attempt: 1, cause: Error::NoAnswer, rollback_failures }
}

fn is_down(board: &Board) {
    assert!(Node::ALL.iter().all(|node| !board.is_up(*node) && board.holds(*node) == 0));
    assert!([Level::Core, Level::Bus, Level::Device].iter().all(|level| board.holds_level(*level) == 0));
}
