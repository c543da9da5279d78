//! Rule 7: rails.

use super::boards::hub;
use super::boards::hub::hub::Node as HubNode;
use super::boards::power::power::{Node, Rail};
use super::boards::power::{DOWN, UP, booted, fresh};
use super::clock::pass;
use super::drivers::{fail_down, fail_up};
use super::trace;
use bringup::{AcquireError, Refused, ReleaseError};

pub(crate) fn rule_7_a_rail_is_on_before_init_and_off_after_deinit() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Red), Ok(()));
    trace::expect("+vsys w2000 +pmic *pmic +vled +red");
    assert_eq!(board.release(Node::Red), Ok(()));
    trace::expect("-red *pmic -vled -pmic -vsys");
}

pub(crate) fn rule_7_a_ramp_is_waited_before_the_first_user() {
    let running = fresh().boot();
    assert!(running.is_ok());
    trace::expect(UP);
}

pub(crate) fn rule_7_a_rail_is_switched_once_for_all_its_users() {
    let mut board = booted();
    assert_eq!(board.acquire(Node::Red), Ok(()));
    assert_eq!(board.acquire(Node::Vled), Ok(()));
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect("-green -rtc -cpu");
    assert_eq!(board.release(Node::Red), Ok(()));
    trace::expect("-red");
    assert_eq!(board.release(Node::Vled), Ok(()));
    trace::expect("*pmic -vled -pmic -vsys");
}

pub(crate) fn rule_7_a_downstream_rail_holds_the_one_before_it() {
    let mut board = hub::fresh().dynamic();
    assert_eq!(board.acquire(HubNode::V3v3), Ok(()));
    assert_eq!(board.acquire(HubNode::Vio), Ok(()));
    assert_eq!(board.release(HubNode::V3v3), Ok(()));
    trace::expect("+v3v3 +vio");
    assert_eq!(board.release(HubNode::Vio), Ok(()));
    trace::expect("-vio -v3v3");
}

pub(crate) fn rule_7_always_on_is_never_switched() {
    let mut board = booted();
    assert!(board.is_up(Node::Vbat));
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
    assert_eq!(board.acquire(Node::Vbat), Ok(()));
    assert_eq!(board.release(Node::Vbat), Ok(()));
    trace::expect("");
}

pub(crate) fn rule_7_boot_on_is_adopted_without_a_pulse_and_stays_on() {
    let mut board = booted();
    assert!(board.is_up(Node::Vcore));
    assert_eq!(board.acquire(Node::Radio), Ok(()));
    assert_eq!(board.deinit_all(), Ok(()));
    assert_eq!(board.release(Node::Radio), Ok(()));
    trace::expect("+radio -green -red *pmic -vled -pmic -rtc -cpu -vsys -radio");
    assert_eq!(trace::live(), 1, "vcore is on, as it was");
    assert_eq!(board.acquire(Node::Cpu), Ok(()));
    trace::expect("+cpu");
}

pub(crate) fn rule_7_boot_on_stays_on_when_a_boot_is_rolled_back() {
    fail_up("green", 1);
    assert!(fresh().boot().is_err());
    trace::expect("+vsys +cpu +rtc w2000 +pmic *pmic +vled +red !green -red *pmic -vled -pmic -rtc -cpu -vsys");
    assert_eq!(trace::live(), 1);
}

pub(crate) fn rule_7_boot_on_is_switched_by_suspend_and_resume_alone() {
    let mut board = booted();
    let suspended = board.suspend(Rail::Vcore).expect("cpu can come back");
    trace::expect("-cpu -vcore");
    assert_eq!(board.resume(suspended).map_err(|(_, error)| error), Ok(()));
    trace::expect("+vcore +cpu");
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
}

pub(crate) fn rule_7_off_delay_is_measured_from_the_last_switch_off() {
    let mut board = booted();
    for (away, again) in [(0, "w500 *pmic +vled"), (200, "w300 *pmic +vled"), (500, "*pmic +vled")] {
        assert_eq!(board.acquire(Node::Pmic), Ok(()));
        assert_eq!(board.deinit_all(), Ok(()));
        trace::expect("-green -red *pmic -vled -rtc -cpu");
        pass(away);
        assert_eq!(board.acquire(Node::Vled), Ok(()));
        trace::expect(again);
        assert_eq!(board.init_all(), Ok(()));
        trace::expect("+cpu +rtc +red +green");
        assert_eq!(board.release(Node::Vled), Ok(()));
        assert_eq!(board.release(Node::Pmic), Ok(()));
    }
    for (away, again) in [
        (0, "w500 *pmic +vled +red +green"),
        (120, "w380 *pmic +vled +red +green"),
        (499, "w1 *pmic +vled +red +green"),
        (500, "*pmic +vled +red +green"),
    ] {
        let suspended = board.suspend(Rail::Vled).expect("red and green can come back");
        trace::expect("-green -red *pmic -vled");
        pass(away);
        assert_eq!(board.resume(suspended).map_err(|(_, error)| error), Ok(()));
        trace::expect(again);
    }
}

/// A rail that did not go off has not been off since then, but it was told to.
pub(crate) fn rule_7_a_rail_that_fails_to_switch_off_is_counted() {
    let mut board = booted();
    fail_down("vled");
    assert_eq!(board.deinit_all(), Err(ReleaseError::Failures(1)));
    trace::expect("-green -red *pmic ?vled -pmic -rtc -cpu -vsys");
}

pub(crate) fn rule_7_a_rail_that_does_not_come_on_is_a_failure_of_the_rail() {
    let mut board = fresh().dynamic();
    fail_up("vled", 1);
    let error = board.acquire(Node::Red).expect_err("vled fails");
    assert!(matches!(error, AcquireError::Failed(error) if error.node == Node::Vled));
    trace::expect("+vsys w2000 +pmic *pmic !vled -pmic -vsys");
    assert_eq!(board.acquire(Node::Red), Ok(()));
    trace::expect("+vsys w2000 +pmic *pmic +vled +red");
}

/// The chip that switches the rail is elsewhere for a moment.
pub(crate) fn rule_3_a_rail_whose_chip_is_checked_out_is_not_switched() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Pmic), Ok(()));
    let pmic = board.check_out_pmic().expect("it is up");
    trace::expect("+vsys w2000 +pmic");
    assert_eq!(board.acquire(Node::Red), Err(AcquireError::InUse(Node::Pmic)));
    assert_eq!(board.holds(Node::Red), 0);
    board.check_in_pmic(pmic);
    assert_eq!(board.acquire(Node::Red), Ok(()));
    let pmic = board.check_out_pmic().expect("it is up");
    trace::expect("*pmic +vled +red");
    assert_eq!(board.release(Node::Red), Err(ReleaseError::InUse(Node::Pmic)));
    assert!(matches!(board.suspend(Rail::Vled), Err(Refused::InUse(Node::Pmic))));
    assert_eq!(board.acquire(Node::Green), Ok(()), "the rail is on");
    trace::expect("+green");
    board.check_in_pmic(pmic);
    assert_eq!(board.release(Node::Green), Ok(()));
    assert_eq!(board.release(Node::Red), Ok(()));
    trace::expect("-green -red *pmic -vled");
}

/// The chip is needed for a moment, and only on the way up.
pub(crate) fn rule_3_what_an_init_borrows_must_be_there() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Pmic), Ok(()));
    let pmic = board.check_out_pmic().expect("it is up");
    trace::expect("+vsys w2000 +pmic");
    assert_eq!(board.acquire(Node::Blue), Err(AcquireError::InUse(Node::Pmic)));
    board.check_in_pmic(pmic);
    assert_eq!(board.acquire(Node::Blue), Ok(()));
    let pmic = board.check_out_pmic().expect("it is up");
    assert_eq!(board.release(Node::Blue), Ok(()));
    trace::expect("*pmic +blue -blue");
    board.check_in_pmic(pmic);
}
