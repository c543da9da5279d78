//! Rules 3, 5 and 6: what is held is up, what nobody holds goes down.

use super::boards::hub::hub::{Board, Level, Node};
use super::boards::hub::{booted, fresh};
use super::boards::kit;
use super::drivers::{Error, fail_down, fail_up};
use super::trace;
use bringup::{AcquireError, BootError, ReleaseError, Root};

const MOST_HOLDS: u16 = 32_768;

pub(crate) fn rule_3_acquire_brings_up_what_is_missing_in_order() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::I2c), Ok(()));
    trace::expect("+i2c");
    assert_eq!(board.acquire(Node::Baro), Ok(()));
    trace::expect("+v3v3 +vio +baro");
    assert_eq!(board.acquire(Node::Lcd), Ok(()));
    trace::expect("+spi +lcd");
    assert_eq!((board.holds(Node::Baro), board.holds(Node::I2c), board.holds(Node::Vio)), (1, 1, 0));
    assert!(board.is_up(Node::Vio) && !board.is_up(Node::Imu) && !board.is_up(Node::Clocks));
}

pub(crate) fn rule_3_a_failed_acquire_takes_down_what_it_brought_up() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::I2c), Ok(()));
    trace::expect("+i2c");
    for (label, node, found) in [
        ("v3v3", Node::V3v3, "!v3v3"),
        ("vio", Node::Vio, "+v3v3 !vio -v3v3"),
        ("imu", Node::Imu, "+v3v3 +vio !imu -vio -v3v3"),
    ] {
        fail_up(label, 1);
        assert_eq!(board.acquire(Node::Imu), Err(failed(node, 0)));
        trace::expect(found);
        assert_eq!(board.holds(Node::Imu), 0);
        assert!(board.is_up(Node::I2c), "it was up before");
    }
    fail_up("imu", 1);
    fail_down("v3v3");
    assert_eq!(board.acquire(Node::Imu), Err(failed(Node::Imu, 1)));
    trace::expect("+v3v3 +vio !imu -vio ?v3v3");
    assert_eq!(board.acquire(Node::Imu), Ok(()));
    trace::expect("+v3v3 +vio +imu");
}

pub(crate) fn rule_3_release_at_zero_takes_down_in_reverse() {
    let mut board = fresh().dynamic();
    board.acquire(Node::Imu).expect("imu");
    board.acquire(Node::Imu).expect("imu again");
    board.acquire(Node::Lcd).expect("lcd");
    trace::expect("+i2c +v3v3 +vio +imu +spi +lcd");
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("");
    assert_eq!(board.holds(Node::Imu), 1);
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("-imu -i2c");
    assert_eq!(board.release(Node::Lcd), Ok(()));
    trace::expect("-lcd -vio -v3v3 -spi");
    assert_eq!(trace::live(), 0);
}

pub(crate) fn rule_3_a_release_without_a_hold_is_not_held() {
    let mut board = booted();
    assert_eq!(board.release(Node::Imu), Err(ReleaseError::NotHeld(Root::Node(Node::Imu))));
    assert_eq!(board.release(Node::Gps), Err(ReleaseError::NotHeld(Root::Node(Node::Gps))));
    assert_eq!(board.release_level(Level::Bus), Ok(()));
    assert_eq!(board.release_level(Level::Bus), Err(ReleaseError::NotHeld(Root::Level(Level::Bus))));
    assert!(board.is_up(Node::I2c) && board.is_up(Node::Imu), "level device needs them");
    trace::expect("");
}

pub(crate) fn rule_3_a_release_of_something_borrowed_is_in_use() {
    let mut board = booted();
    let bus = board.i2c();
    let refused = bus.with(|_| board.deinit_all()).expect("the bus is up and free");
    assert_eq!(refused, Err(ReleaseError::InUse(Node::I2c)));
    trace::expect("");
    assert_eq!([Level::Core, Level::Bus, Level::Device].map(|level| board.holds_level(level)), [1; 3]);
    assert_eq!(board.deinit_all(), Ok(()));
    assert_eq!(trace::live(), 0);
    assert_eq!(bus.with(|_| ()), Err(bringup::Unavailable::Down), "a handle that is kept too long");
}

pub(crate) fn rule_3_an_acquire_that_needs_something_borrowed_is_in_use() {
    let mut board = booted();
    let bus = board.i2c();
    let refused = bus.with(|_| board.acquire(Node::Rom)).expect("the bus is up and free");
    assert_eq!(refused, Err(AcquireError::InUse(Node::I2c)));
    trace::expect("");
    assert_eq!(board.holds(Node::Rom), 0);
    assert_eq!(bus.with(|_| board.acquire(Node::Spi)), Ok(Ok(())), "it is up, and nothing happens");
    assert_eq!(board.acquire(Node::Rom), Ok(()));
    trace::expect("*i2c +rom");
}

pub(crate) fn rule_3_a_release_of_something_checked_out_is_in_use() {
    let mut board = booted();
    let mut imu = board.check_out_imu().expect("imu is up");
    imu.touch();
    trace::expect("*imu");
    assert_eq!(board.release_level(Level::Device), Err(ReleaseError::InUse(Node::Imu)));
    assert_eq!(board.deinit_all(), Err(ReleaseError::InUse(Node::Imu)));
    trace::expect("");
    assert_eq!([Level::Core, Level::Bus, Level::Device].map(|level| board.holds_level(level)), [1; 3]);
    board.check_in_imu(imu);
    assert_eq!(board.release_level(Level::Device), Ok(()));
    trace::expect("-lcd -baro -imu -vio -v3v3");
}

pub(crate) fn rule_3_failures_on_the_way_down_are_counted() {
    let mut board = booted();
    fail_down("imu");
    fail_down("vio");
    assert_eq!(board.deinit_all(), Err(ReleaseError::Failures(2)));
    trace::expect("-lcd -baro ?imu ?vio -v3v3 -i2c -spi -clocks");
    assert_eq!(trace::live(), 0);
    assert_eq!(board.holds_level(Level::Device), 0, "the holds are gone all the same");
    assert_eq!(board.init_all(), Ok(()));
    assert_eq!(trace::live(), 8, "neither lost an input");
}

pub(crate) fn rule_3_counts_do_not_wrap() {
    let mut board = fresh().dynamic();
    for _ in 0..MOST_HOLDS {
        assert_eq!(board.acquire(Node::Spi), Ok(()));
    }
    assert_eq!(board.holds(Node::Spi), MOST_HOLDS);
    assert_eq!(board.acquire(Node::Spi), Err(AcquireError::TooManyHolds));
    assert_eq!(board.acquire(Node::Lcd), Ok(()), "what needs it is another root");
    trace::expect("+spi +v3v3 +vio +lcd");
    for _ in 0..MOST_HOLDS {
        assert_eq!(board.release(Node::Spi), Ok(()));
    }
    assert_eq!(board.release(Node::Spi), Err(ReleaseError::NotHeld(Root::Node(Node::Spi))));
    trace::expect("");
    assert_eq!(board.release(Node::Lcd), Ok(()));
    trace::expect("-lcd -vio -v3v3 -spi");
}

pub(crate) fn rule_3_a_thousand_rounds_leave_nothing_behind() {
    let mut board = booted();
    for _ in 0..1_000 {
        assert_eq!(board.acquire(Node::Gps), Ok(()));
        assert_eq!(board.release(Node::Gps), Ok(()));
        trace::expect("+vgps +gps -gps -vgps");
    }
    assert_eq!(board.holds(Node::Gps), 0);
    assert_eq!(trace::live(), 8);
}

pub(crate) fn rule_5_a_deferred_node_does_not_boot() {
    let mut board = booted();
    assert!(!board.is_up(Node::Gps) && !board.is_up(Node::Vgps));
    assert!(board.gps().is_none());
}

pub(crate) fn rule_5_a_deferred_node_boots_if_a_booting_one_needs_it() {
    let board = kit::fresh().boot().expect("nothing fails").into_board();
    trace::expect(kit::UP);
    assert!(board.is_up(kit::kit::Node::Phy));
}

pub(crate) fn rule_5_acquire_works_before_and_after_boot() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Gps), Ok(()));
    trace::expect("+i2c +vgps +gps");
    assert_eq!(board.init_all(), Ok(()));
    trace::expect("+clocks +spi +v3v3 +vio +imu +baro +lcd");
    assert_eq!(board.release(Node::Gps), Ok(()));
    trace::expect("-gps -vgps");
    assert_eq!(board.acquire(Node::Gps), Ok(()));
    trace::expect("+vgps +gps");
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect("-lcd -baro -imu -vio -v3v3 -spi -clocks");
    assert!(board.is_up(Node::I2c), "gps needs it");
}

pub(crate) fn rule_6_acquiring_a_live_node_does_nothing() {
    let mut board = booted();
    let deferred = [Node::Gps, Node::Vgps, Node::Rom];
    for node in Node::ALL.into_iter().filter(|node| !deferred.contains(node)) {
        assert_eq!(board.acquire(node), Ok(()));
        assert_eq!(board.holds(node), 1);
    }
    assert_eq!(board.acquire_level(Level::Bus), Ok(()));
    assert_eq!(board.init_all(), Ok(()));
    trace::expect("");
}

fn failed(node: Node, rollback_failures: u8) -> AcquireError<Node, Error> {
    AcquireError::Failed(BootError { node, attempt: 1, cause: Error::NoAnswer, rollback_failures })
}

/// A hold of a rail is a hold like any other.
pub(crate) fn rule_3_a_rail_can_be_held_itself() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Vio), Ok(()));
    trace::expect("+v3v3 +vio");
    assert_eq!(board.acquire(Node::Imu), Ok(()));
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("+i2c +imu -imu -i2c");
    assert!(Board::by_name("vio").is_some_and(|vio| board.is_up(vio)));
    assert_eq!(board.release(Node::Vio), Ok(()));
    trace::expect("-vio -v3v3");
}
