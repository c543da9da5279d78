//! What the firmware gets of a board under run-time control.

use super::boards::hub::hub::{Board, Node};
use super::boards::hub::{booted, fresh};
use super::trace;
use bringup::{Refused, Unavailable};

pub(crate) fn a_handle_is_there_while_its_node_is_up() {
    let mut board = fresh().dynamic();
    let bus = board.i2c();
    assert_eq!(bus.with(|_| ()), Err(Unavailable::Down));
    assert!(board.imu().is_none());
    board.acquire(Node::Imu).expect("imu");
    board.imu().expect("it is up").touch();
    assert_eq!(bus.with(|bus| bus.touch()), Ok(()));
    trace::expect("+i2c +v3v3 +vio +imu *imu *i2c");
    board.release(Node::Imu).expect("imu");
    assert!(board.imu().is_none());
    assert_eq!(bus.with(|_| ()), Err(Unavailable::Down));
}

pub(crate) fn a_handle_is_checked_out_once_and_in_again() {
    let mut board = fresh().dynamic();
    assert!(matches!(board.check_out_imu(), Err(Refused::Down(Node::Imu))));
    board.acquire(Node::Imu).expect("imu");
    let mut imu = board.check_out_imu().expect("imu is up");
    assert!(matches!(board.check_out_imu(), Err(Refused::InUse(Node::Imu))));
    assert!(board.imu().is_none() && board.is_up(Node::Imu));
    assert_eq!(board.acquire(Node::Imu), Ok(()), "it is up wherever its handle is");
    imu.touch();
    board.check_in_imu(imu);
    board.imu().expect("it is back").touch();
    trace::expect("+i2c +v3v3 +vio +imu *imu *imu");
}

pub(crate) fn all_handles_at_once_as_far_as_they_are_there() {
    let mut board = booted();
    let lcd = board.check_out_lcd().expect("lcd is up");
    let parts = board.split();
    let (Some(imu), Some(baro)) = (parts.imu, parts.baro) else { panic!("both are up") };
    imu.touch();
    baro.touch();
    assert_eq!(parts.i2c.with(|bus| bus.touch()), Ok(()));
    assert!(parts.gps.is_none(), "it is down");
    assert!(parts.lcd.is_none(), "it is checked out");
    trace::expect("*imu *baro *i2c");
    board.check_in_lcd(lcd);
    assert!(board.split().lcd.is_some());
}

pub(crate) fn use_inside_use_is_busy() {
    let board = booted();
    let bus = board.i2c();
    assert_eq!(bus.with(|_| bus.with(|_| ())), Ok(Err(Unavailable::Busy)));
    assert_eq!(bus.with(|_| board.i2c().with(|_| ())), Ok(Err(Unavailable::Busy)));
    assert_eq!(bus.with(|_| ()), Ok(()));
}

pub(crate) fn every_node_has_a_name() {
    for node in Node::ALL {
        assert_eq!(Board::by_name(node.name()), Some(node));
    }
    assert_eq!(Board::by_name("imu"), Some(Node::Imu));
    assert_eq!(Board::by_name("IMU"), None);
    assert_eq!(Board::by_name(""), None);
}
