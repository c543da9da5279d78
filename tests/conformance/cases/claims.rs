//! Rule 8: what becomes of inputs.

use super::boards::depot::depot::Node;
use super::boards::depot::fresh;
use super::drivers::{Error, fail_down, fail_up};
use super::trace;
use bringup::{AcquireError, BootError, ReleaseError};

pub(crate) fn rule_8_a_node_that_loses_its_input_is_spent() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Fuse), Ok(()));
    assert_eq!(board.release(Node::Fuse), Ok(()));
    trace::expect("+fuse -fuse");
    for _ in 0..2 {
        assert_eq!(board.acquire(Node::Fuse), Err(AcquireError::Spent(Node::Fuse)));
    }
    assert_eq!(board.acquire(Node::Alarm), Err(AcquireError::Spent(Node::Fuse)), "the node that is spent");
    trace::expect("");
    assert_eq!((board.holds(Node::Fuse), board.holds(Node::Alarm)), (0, 0));
    assert_eq!(board.acquire(Node::Base), Ok(()), "others are as before");
    assert!(board.fuse().is_none());
}

pub(crate) fn rule_8_a_node_is_not_spent_while_it_is_up() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Fuse), Ok(()));
    assert_eq!(board.acquire(Node::Alarm), Ok(()));
    assert_eq!(board.release(Node::Fuse), Ok(()));
    assert_eq!(board.acquire(Node::Fuse), Ok(()));
    trace::expect("+fuse +base +alarm");
}

pub(crate) fn rule_8_inputs_given_back_come_up_any_number_of_times() {
    let mut board = fresh().dynamic();
    for _ in 0..3 {
        assert_eq!(board.acquire(Node::Camera), Ok(()));
        assert_eq!(board.acquire(Node::Motors), Ok(()));
        assert_eq!(board.release(Node::Camera), Ok(()));
        assert_eq!(board.release(Node::Motors), Ok(()));
        trace::expect("+vlens +camera +motors -camera -vlens -motors");
    }
}

pub(crate) fn rule_8_a_failed_init_hands_its_inputs_back() {
    let mut board = fresh().dynamic();
    for (label, node, failed, came) in [
        ("camera", Node::Camera, "+vlens !camera -vlens", "+vlens +camera"),
        ("motors", Node::Motors, "!motors", "+motors"),
    ] {
        fail_up(label, 2);
        for _ in 0..2 {
            assert_eq!(board.acquire(node), Err(failure(node, 1)));
            trace::expect(failed);
        }
        assert_eq!(board.acquire(node), Ok(()));
        trace::expect(came);
    }
}

pub(crate) fn rule_8_a_failed_init_that_keeps_its_input_is_spent() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Boiler), Ok(()));
    assert_eq!(board.release(Node::Boiler), Ok(()));
    fail_up("boiler", 1);
    assert_eq!(board.acquire(Node::Boiler), Err(failure(Node::Boiler, 1)));
    trace::expect("+boiler -boiler !boiler");
    assert_eq!(board.acquire(Node::Boiler), Err(AcquireError::Spent(Node::Boiler)));
    trace::expect("");
}

pub(crate) fn rule_8_a_failed_deinit_loses_its_inputs() {
    let mut board = fresh().dynamic();
    for _ in 0..2 {
        assert_eq!(board.acquire(Node::Door), Ok(()));
        assert_eq!(board.release(Node::Door), Ok(()));
        trace::expect("+door -door");
    }
    assert_eq!(board.acquire(Node::Door), Ok(()));
    fail_down("door");
    assert_eq!(board.release(Node::Door), Err(ReleaseError::Failures(1)));
    trace::expect("+door ?door");
    assert_eq!(board.acquire(Node::Door), Err(AcquireError::Spent(Node::Door)));
}

pub(crate) fn rule_8_a_rollback_can_spend_a_node() {
    let mut board = fresh().dynamic();
    fail_up("alarm", 1);
    assert_eq!(board.acquire(Node::Alarm), Err(failure(Node::Alarm, 1)));
    trace::expect("+base +fuse !alarm -fuse -base");
    assert_eq!(board.acquire(Node::Alarm), Err(AcquireError::Spent(Node::Fuse)));
}

pub(crate) fn rule_9_what_is_spent_does_not_boot_again() {
    let mut board = fresh().boot().expect("nothing fails").into_board();
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect("+base +seal -seal -base");
    assert_eq!(board.init_all(), Err(AcquireError::Spent(Node::Seal)));
    trace::expect("");
    assert_eq!(board.acquire(Node::Base), Ok(()));
    trace::expect("+base");
}

pub(crate) fn an_init_is_tried_again_after_a_delay() {
    let mut board = fresh().dynamic();
    fail_up("line", 2);
    assert_eq!(board.acquire(Node::Line), Ok(()));
    trace::expect("!line w1000 !line w1000 +line");
    assert_eq!(board.release(Node::Line), Ok(()));
    fail_up("line", 3);
    assert_eq!(board.acquire(Node::Line), Err(failure(Node::Line, 3)));
    trace::expect("-line !line w1000 !line w1000 !line");
    assert_eq!(board.acquire(Node::Line), Ok(()));
    trace::expect("+line");
}

fn failure(node: Node, attempt: u8) -> AcquireError<Node, Error> {
    AcquireError::Failed(BootError { node, attempt, cause: Error::NoAnswer, rollback_failures: 0 })
}
