//! Rule 7: switching a rail off under its users.

use super::boards::depot::depot::{Node as DepotNode, Rail as DepotRail};
use super::boards::hub::hub::{Board, Level, Node, Rail, Suspended};
use super::boards::hub::{booted, fresh};
use super::boards::kit::kit::{Node as KitNode, Rail as KitRail};
use super::boards::{depot, kit};
use super::drivers::{fail_down, fail_up};
use super::trace;
use bringup::{AcquireError, Refused};

pub(crate) fn rule_7_suspend_and_resume_bring_the_same_set_back() {
    let mut board = booted();
    board.acquire(Node::Gps).expect("gps");
    trace::expect("+vgps +gps");
    let suspended = board.suspend(Rail::Vio).expect("all of it can come back");
    assert_eq!((suspended.rail(), suspended.failures()), (Rail::Vio, 0));
    trace::expect("-lcd -baro -imu -vio");
    assert!(!board.is_up(Node::Vio) && !board.is_up(Node::Imu) && board.imu().is_none());
    assert_eq!(board.holds_level(Level::Device), 1, "what is held stays held");
    resume(&mut board, suspended);
    trace::expect("+vio +imu +baro +lcd");
    assert!(board.imu().is_some());
}

pub(crate) fn rule_7_suspend_takes_the_rails_behind_it_along() {
    let mut board = booted();
    let suspended = board.suspend(Rail::V3v3).expect("all of it can come back");
    trace::expect("-lcd -baro -imu -vio -v3v3");
    resume(&mut board, suspended);
    trace::expect("+v3v3 +vio +imu +baro +lcd");
}

pub(crate) fn rule_7_what_needs_a_suspended_rail_does_not_come_up() {
    let mut board = fresh().dynamic();
    board.acquire(Node::Imu).expect("imu");
    let suspended = board.suspend(Rail::Vio).expect("imu can come back");
    trace::expect("+i2c +v3v3 +vio +imu -imu -vio");
    assert_eq!(board.acquire(Node::Imu), Err(AcquireError::Down(Node::Vio)));
    assert_eq!(board.acquire(Node::Lcd), Err(AcquireError::Down(Node::Vio)));
    assert_eq!(board.acquire_level(Level::Device), Err(AcquireError::Down(Node::Vio)));
    assert_eq!(board.init_all(), Err(AcquireError::Down(Node::Vio)));
    trace::expect("");
    assert_eq!((board.holds(Node::Imu), board.holds(Node::Lcd), board.holds_level(Level::Device)), (1, 0, 0));
    assert_eq!(board.acquire(Node::Gps), Ok(()), "another rail");
    trace::expect("+vgps +gps");
    resume(&mut board, suspended);
    trace::expect("+vio +imu");
}

pub(crate) fn rule_7_a_release_while_suspended_works() {
    let mut board = booted();
    let suspended = board.suspend(Rail::Vio).expect("all of it can come back");
    trace::expect("-lcd -baro -imu -vio");
    board.acquire(Node::Clocks).expect("it is up");
    assert_eq!(board.release_level(Level::Device), Ok(()));
    trace::expect("-v3v3");
    resume(&mut board, suspended);
    trace::expect("");
    assert_eq!(board.acquire(Node::Imu), Ok(()));
    trace::expect("+v3v3 +vio +imu");
}

pub(crate) fn rule_7_two_suspended_rails_come_back_in_any_order() {
    let mut board = booted();
    for _ in 0..2 {
        let (vio, v3v3) = both_off(&mut board);
        resume(&mut board, v3v3);
        trace::expect("+v3v3");
        resume(&mut board, vio);
        trace::expect("+vio +imu +baro +lcd");

        let (vio, v3v3) = both_off(&mut board);
        resume(&mut board, vio);
        trace::expect("");
        assert_eq!(board.acquire(Node::Imu), Err(AcquireError::Down(Node::V3v3)));
        resume(&mut board, v3v3);
        trace::expect("+v3v3 +vio +imu +baro +lcd");
    }
}

fn both_off(board: &mut Board) -> (Suspended, Suspended) {
    let vio = board.suspend(Rail::Vio).expect("all of it can come back");
    trace::expect("-lcd -baro -imu -vio");
    let v3v3 = board.suspend(Rail::V3v3).expect("nothing is left on it");
    trace::expect("-v3v3");
    (vio, v3v3)
}

pub(crate) fn rule_7_suspend_is_refused_and_changes_nothing() {
    let mut board = booted();
    assert!(matches!(board.suspend(Rail::Vgps), Err(Refused::Down(Node::Vgps))));
    let imu = board.check_out_imu().expect("imu is up");
    assert!(matches!(board.suspend(Rail::Vio), Err(Refused::InUse(Node::Imu))));
    board.check_in_imu(imu);
    trace::expect("");
    let suspended = board.suspend(Rail::Vio).expect("all of it can come back");
    trace::expect("-lcd -baro -imu -vio");
    resume(&mut board, suspended);
    trace::expect("+vio +imu +baro +lcd");
}

pub(crate) fn rule_7_what_resumes_a_rail_can_be_had_again() {
    let mut board = booted();
    let lost = board.suspend(Rail::Vio).expect("all of it can come back");
    trace::expect("-lcd -baro -imu -vio");
    let again = board.suspend(Rail::Vio).expect("it is suspended");
    trace::expect("");
    resume(&mut board, again);
    trace::expect("+vio +imu +baro +lcd");
    resume(&mut board, lost);
    trace::expect("");
}

/// The fuse would be spent, and the rail could never be the same again.
pub(crate) fn rule_7_suspend_is_refused_if_something_could_not_come_back() {
    let mut board = depot::fresh().dynamic();
    board.acquire(DepotNode::Flash).expect("flash");
    trace::expect("+vlens +flash");
    assert!(matches!(board.suspend(DepotRail::Vlens), Err(Refused::Spent(DepotNode::Flash))));
    trace::expect("");
    assert!(board.is_up(DepotNode::Flash));
    board.release(DepotNode::Flash).expect("flash");
    board.acquire(DepotNode::Camera).expect("camera");
    let suspended = board.suspend(DepotRail::Vlens).expect("camera gives its input back");
    trace::expect("-flash -vlens +vlens +camera -camera -vlens");
    assert!(board.resume(suspended).is_ok());
    trace::expect("+vlens +camera");
}

pub(crate) fn rule_7_a_failed_resume_leaves_the_rail_suspended() {
    let mut board = booted();
    let suspended = board.suspend(Rail::Vio).expect("all of it can come back");
    fail_up("baro", 1);
    let (suspended, error) = board.resume(suspended).expect_err("baro fails");
    assert!(matches!(error, AcquireError::Failed(error) if error.node == Node::Baro));
    trace::expect("-lcd -baro -imu -vio +vio +imu !baro -imu -vio");
    assert_eq!(board.acquire(Node::Imu), Err(AcquireError::Down(Node::Vio)));
    fail_up("vio", 1);
    let (suspended, error) = board.resume(suspended).expect_err("vio fails");
    assert!(matches!(error, AcquireError::Failed(error) if error.node == Node::Vio));
    trace::expect("!vio");
    resume(&mut board, suspended);
    trace::expect("+vio +imu +baro +lcd");
}

pub(crate) fn rule_7_failures_on_the_way_down_are_counted() {
    let mut board = booted();
    fail_down("baro");
    fail_down("vio");
    let suspended = board.suspend(Rail::Vio).expect("all of it can come back");
    assert_eq!(suspended.failures(), 2);
    trace::expect("-lcd ?baro -imu ?vio");
    resume(&mut board, suspended);
    trace::expect("+vio +imu +baro +lcd");
}

/// What is optional may fail once more.
pub(crate) fn rule_7_resume_does_without_what_is_optional() {
    let mut board = kit::fresh().boot().expect("nothing fails").into_board();
    let suspended = board.suspend(KitRail::Vcard).expect("all of it can come back");
    trace::expect("+i2c +phy +vcard +card +files +vnet +net +log -files -card -vcard");
    fail_up("card", 3);
    assert!(board.resume(suspended).is_ok());
    trace::expect("w3000 +vcard !card w5000 !card w5000 !card -vcard");
    assert!(board.failure(KitNode::Card).is_some());
    assert_eq!(board.acquire(KitNode::Files), Ok(()));
    trace::expect("w3000 +vcard +card +files");
}

fn resume(board: &mut Board, suspended: Suspended) {
    assert_eq!(board.resume(suspended).map_err(|(_, error)| error), Ok(()));
}
