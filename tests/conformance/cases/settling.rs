//! Rule 7: rails settle before anybody uses them, and meanwhile the rest goes on.

use super::boards::settling::dozing::Node as DozingNode;
use super::boards::settling::settling::{AfterBus, Level, Node, Rail};
use super::boards::settling::{DOWN, UP, booted, dozing, fresh};
use super::clock::{pass, time};
use super::drivers::{Error, block_on, fail_up, not_good, poll_and_drop};
use super::trace;
use bringup::AcquireError;

/// One after the other, all that works or waits takes 13.1 ms.
pub(crate) fn rule_7_ramps_overlap_with_each_other_and_with_other_work() {
    let (time, running) = time(|| fresh().boot());
    trace::expect(UP);
    assert_eq!(time, 7_000);
    assert_eq!(running.expect("nothing fails").into_board().deinit_all(), Ok(()));
    trace::expect(DOWN);
}

/// Nobody uses `vhead` there.
pub(crate) fn rule_7_a_level_is_over_when_its_rails_have_settled() {
    let bus = fresh().boot_bus().expect("nothing fails");
    trace::expect("+vsys +vhead +cpu +display w500 +pmic w500");
    let (time, running) = time(|| AfterBus::boot_device(bus));
    assert!(running.is_ok());
    trace::expect("+vcam +vio +vref +vcard +card w500 +adc w2500 +imu w1600 +camera");
    assert_eq!(time, 5_000);
}

pub(crate) fn rule_7_a_rail_that_is_on_already_is_not_waited_for() {
    let mut board = booted();
    for node in [Node::Camera, Node::Vcam, Node::Imu, Node::Adc] {
        assert_eq!(board.acquire(node), Ok(()));
    }
    assert_eq!(board.init_all(), Ok(()));
    trace::expect("");
    assert_eq!(board.acquire(Node::Lens), Ok(()));
    trace::expect("+vtail w100 +lens");
}

pub(crate) fn rule_7_boot_on_is_adopted_without_a_wait() {
    let mut board = fresh().dynamic();
    for _ in 0..2 {
        assert_eq!(time(|| board.acquire(Node::Cpu)), (0, Ok(())));
        assert_eq!(board.release(Node::Cpu), Ok(()));
        trace::expect("+cpu -cpu");
    }
}

/// They ramp for 5 and 3 ms, at the same time.
pub(crate) fn rule_7_a_node_on_two_rails_waits_once() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Pmic), Ok(()));
    trace::expect("+vsys w2000 +pmic");
    assert_eq!(time(|| board.acquire(Node::Camera)), (5_000, Ok(())));
    trace::expect("+vcam +vio w5000 +camera");
    assert_eq!(board.release(Node::Camera), Ok(()));
    trace::expect("-camera -vio -vcam");
    assert_eq!(board.acquire(Node::Imu), Ok(()));
    trace::expect("+vio w3000 +imu");
}

pub(crate) fn rule_7_a_rail_settles_before_those_that_come_after_it() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Both), Ok(()));
    trace::expect("+vhead w2500 +vtail w100 +both");
}

pub(crate) fn rule_7_suspend_and_resume_wait_for_the_ramp() {
    let mut board = booted();
    for (rail, off, on) in [
        (Rail::Vio, "-camera -imu -vio", "+vio w3000 +imu +camera"),
        (Rail::Vkeep, "-cpu -vkeep", "+vkeep w4000 +cpu"),
        (Rail::Vhead, "-vhead", "+vhead w2500"),
        (Rail::Vref, "-adc -vref", "+vref w500 +adc"),
    ] {
        let suspended = board.suspend(rail).expect("all of it can come back");
        trace::expect(off);
        assert_eq!(board.resume(suspended).map_err(|(_, error)| error), Ok(()));
        trace::expect(on);
    }
}

/// The rest counts from the moment when the rail went off.
pub(crate) fn rule_7_rest_and_ramp_are_both_waited() {
    let mut board = booted();
    for (away, again) in
        [(0, "w1000 +vcam w5000 +camera"), (300, "w700 +vcam w5000 +camera"), (1_000, "+vcam w5000 +camera")]
    {
        let suspended = board.suspend(Rail::Vcam).expect("camera can come back");
        trace::expect("-camera -vcam");
        pass(away);
        assert!(board.resume(suspended).is_ok());
        trace::expect(again);
    }
}

pub(crate) fn rule_7_a_rail_is_asked_until_it_is_good() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Vsys), Ok(()));
    trace::expect("+vsys w2000");
    for (answers, found) in
        [(0, "+vref w500 +adc"), (1, "+vref w500 w100 +adc"), (3, "+vref w500 w100 w100 w100 +adc")]
    {
        if answers > 0 {
            not_good("vref", answers);
        }
        assert_eq!(board.acquire(Node::Adc), Ok(()));
        trace::expect(found);
        assert_eq!(board.release(Node::Adc), Ok(()));
        trace::expect("-adc -vref");
    }
}

/// The last question is at 800 us.
pub(crate) fn rule_7_a_rail_that_is_not_good_in_time_has_failed() {
    not_good("vref", 4);
    let error = fresh().boot().expect_err("vref is not good");
    assert_eq!((error.node, error.cause, error.rollback_failures), (Node::Vref, Error::Timeout, 0));
    trace::expect(
        "+vsys +vhead +cpu +display w500 +pmic +vcam +vio +vref +vcard +card w500 w100 w100 w100 \
         -card -vcard -vref -vio -vcam -pmic -display -cpu -vhead -vsys",
    );
    assert_eq!(trace::live(), 1, "vkeep is on, as it was");
}

pub(crate) fn rule_7_a_rail_that_cannot_be_asked_has_failed() {
    fail_up("watch", 1);
    let error = fresh().boot().expect_err("nobody answers for vref");
    assert_eq!((error.node, error.cause), (Node::Vref, Error::NoAnswer));
    trace::expect(
        "+vsys +vhead +cpu +display w500 +pmic +vcam +vio +vref +vcard +card w500 !watch \
         -card -vcard -vref -vio -vcam -pmic -display -cpu -vhead -vsys",
    );
    assert_eq!(trace::live(), 1, "vkeep is on, as it was");
}

pub(crate) fn rule_7_the_same_at_run_time() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Vsys), Ok(()));
    trace::expect("+vsys w2000");
    not_good("vref", 4);
    let error = board.acquire(Node::Adc).expect_err("vref is not good");
    assert!(
        matches!(error, AcquireError::Failed(error) if (error.node, error.cause) == (Node::Vref, Error::Timeout))
    );
    trace::expect("+vref w500 w100 w100 w100 -vref");
    assert!(!board.is_up(Node::Vref) && board.is_up(Node::Vsys));
    fail_up("watch", 1);
    assert!(matches!(board.acquire(Node::Adc), Err(AcquireError::Failed(error)) if error.cause == Error::NoAnswer));
    trace::expect("+vref w500 !watch -vref");
    assert_eq!(board.acquire(Node::Adc), Ok(()));
    trace::expect("+vref w500 +adc");
}

pub(crate) fn rule_7_a_resume_that_does_not_settle_leaves_the_rail_suspended() {
    let mut board = booted();
    let suspended = board.suspend(Rail::Vref).expect("adc can come back");
    not_good("vref", 4);
    let (suspended, error) = board.resume(suspended).expect_err("vref is not good");
    assert!(matches!(error, AcquireError::Failed(error) if error.node == Node::Vref));
    trace::expect("-adc -vref +vref w500 w100 w100 w100 -vref");
    assert_eq!(board.acquire(Node::Adc), Err(AcquireError::Down(Node::Vref)));
    assert!(board.resume(suspended).is_ok());
    trace::expect("+vref w500 +adc");
}

pub(crate) fn rule_2_a_board_does_without_a_rail_that_is_not_good() {
    not_good("vcard", 3);
    let mut board = fresh().boot().expect("nothing else fails").into_board();
    trace::expect(
        "+vsys +vhead +cpu +display w500 +pmic +vcam +vio +vref +vcard w100 w50 -vcard w350 +adc w2500 +imu w1600 +camera",
    );
    let failure = board.failure(Node::Card).expect("its rail failed");
    assert_eq!((failure.node, failure.cause), (Node::Vcard, Error::Timeout));
    not_good("vcard", 3);
    assert_eq!(board.acquire_level(Level::Device), Ok(()));
    trace::expect("+vcard w100 w50 -vcard");
    assert_eq!(board.acquire(Node::Card), Ok(()));
    trace::expect("+vcard +card");
    assert!(board.failure(Node::Card).is_none());
}

pub(crate) fn rule_10_a_board_that_awaits_settles_the_same() {
    let mut board = block_on(dozing().boot()).expect("nothing fails").into_board();
    trace::expect("+vsys +clocks w2000 +vref w500 +adc");
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect("-adc -vref -clocks -vsys");
    not_good("vref", 1);
    assert_eq!(block_on(board.init_all()), Ok(()));
    trace::expect("+vsys +clocks w2000 +vref w500 w100 +adc");
}

pub(crate) fn rule_10_boot_dropped_while_it_waits_for_a_rail() {
    dropped(2, "+vsys +clocks -clocks -vsys");
}

pub(crate) fn rule_10_boot_dropped_while_it_asks_a_rail() {
    dropped(4, "+vsys +clocks w2000 +vref w500 ~watch -vref -clocks -vsys");
}

fn dropped(polls: usize, found: &str) {
    assert!(poll_and_drop(dozing().boot(), polls), "dropped too late");
    trace::expect(found);
    assert_eq!(trace::live(), 0);
}

pub(crate) fn rule_10_an_acquire_dropped_while_a_rail_settles() {
    let mut board = dozing().dynamic();
    for (polls, found) in [
        (1, "~vsys"),
        (2, "+vsys -vsys"),
        (3, "+vsys w2000 +vref -vref -vsys"),
        (4, "+vsys w2000 +vref w500 ~watch -vref -vsys"),
    ] {
        assert!(poll_and_drop(board.acquire(DozingNode::Adc), polls));
        trace::expect(found);
        assert_eq!((board.holds(DozingNode::Adc), trace::live()), (0, 0));
    }
    assert_eq!(block_on(board.acquire(DozingNode::Adc)), Ok(()));
    trace::expect("+vsys w2000 +vref w500 +adc");
}
