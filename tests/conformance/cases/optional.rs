//! Rule 2, what a board can do without.

use super::boards::kit::kit::{Board, BootError, Level, Node};
use super::boards::kit::{DOWN, UP_WITHOUT_BOTH, UP_WITHOUT_CARD, fresh};
use super::drivers::{Error, fail_up};
use super::trace;
use bringup::AcquireError;

pub(crate) fn rule_2_an_optional_failure_is_recorded_and_boot_goes_on() {
    fail_up("card", 3);
    let mut running = fresh().boot().expect("no card, no failure");
    trace::expect(UP_WITHOUT_CARD);
    assert!(running.card().is_none() && running.files().is_none() && running.net().is_some());
    assert_eq!(running.failure(Node::Card), Some(&no_answer(Node::Card, 3)));
    lives_without_card(running.into_board());
}

pub(crate) fn rule_2_an_optional_failure_in_stages() {
    fail_up("card", 3);
    let bus = fresh().boot_bus().expect("bus");
    trace::expect("+i2c +phy");
    let running = bus.boot_device().expect("no card, no failure");
    trace::expect(UP_WITHOUT_CARD.strip_prefix("+i2c +phy").unwrap_or_default());
    lives_without_card(running.into_board());
}

pub(crate) fn rule_2_an_optional_failure_in_init_all() {
    fail_up("card", 3);
    let mut board = fresh().dynamic();
    assert_eq!(board.init_all(), Ok(()));
    trace::expect(UP_WITHOUT_CARD);
    lives_without_card(board);
}

pub(crate) fn rule_2_what_came_up_only_for_an_optional_node_goes_down_with_it() {
    fail_up("card", 3);
    fail_up("net", 1);
    let board = fresh().boot().expect("neither is required").into_board();
    trace::expect(UP_WITHOUT_BOTH);
    assert!(!board.is_up(Node::Phy) && !board.is_up(Node::Vnet));
    assert_eq!(board.failure(Node::Net), Some(&no_answer(Node::Net, 1)));
}

pub(crate) fn rule_2_the_same_in_init_all() {
    fail_up("card", 3);
    fail_up("net", 1);
    let mut board = fresh().dynamic();
    assert_eq!(board.init_all(), Ok(()));
    trace::expect(UP_WITHOUT_BOTH);
}

pub(crate) fn rule_2_a_rail_that_fails_is_the_failure_of_its_optional_user() {
    fail_up("vnet", 1);
    let board = fresh().boot().expect("net is optional").into_board();
    trace::expect("+i2c +phy +vcard +card +files !vnet -phy +log");
    assert_eq!(board.failure(Node::Net), Some(&no_answer(Node::Vnet, 1)));
    assert!(!board.is_up(Node::Net) && !board.is_up(Node::Phy));
}

pub(crate) fn rule_2_an_optional_node_is_tried_again_when_it_is_acquired() {
    fail_up("card", 6);
    let mut board = fresh().boot().expect("no card, no failure").into_board();
    trace::expect(UP_WITHOUT_CARD);
    let error = AcquireError::Failed(no_answer(Node::Card, 3));
    assert_eq!(board.acquire(Node::Files), Err(error), "asked for, it is required");
    trace::expect("w3000 +vcard !card w5000 !card w5000 !card -vcard");
    assert_eq!(board.acquire(Node::Files), Ok(()));
    trace::expect("w3000 +vcard +card +files");
    assert_eq!((board.failure(Node::Card), board.failure(Node::Files)), (None, None));
    assert_eq!(board.release(Node::Files), Ok(()));
    trace::expect("");
    assert_eq!(board.release_level(Level::Device), Ok(()));
    trace::expect("-log -net -vnet -files -card -vcard");
    assert!(board.is_up(Node::Phy), "it boots in level bus");
}

/// A level that is acquired once more tries again what failed.
pub(crate) fn rule_2_a_level_tries_again_what_failed() {
    fail_up("card", 3);
    let mut board = fresh().boot().expect("no card, no failure").into_board();
    trace::expect(UP_WITHOUT_CARD);
    assert_eq!(board.acquire_level(Level::Device), Ok(()));
    trace::expect("w3000 +vcard +card +files");
    assert_eq!(board.release_level(Level::Device), Ok(()));
    trace::expect("");
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
}

pub(crate) fn rule_2_a_required_failure_takes_down_what_is_optional_as_well() {
    fail_up("card", 3);
    fail_up("log", 1);
    let error = fresh().boot().expect_err("log is required");
    assert_eq!(error, no_answer(Node::Log, 1));
    trace::expect("+i2c +phy +vcard !card w5000 !card w5000 !card -vcard +vnet +net !log -net -vnet -phy -i2c");
    assert_eq!(trace::live(), 0);
}

pub(crate) fn rule_2_with_nothing_wrong_all_of_it_is_up() {
    fail_up("card", 2);
    let mut board = fresh().dynamic();
    assert_eq!(board.init_all(), Ok(()));
    trace::expect("+i2c +phy +vcard !card w5000 !card w5000 +card +files +vnet +net +log");
    assert!(Node::ALL.iter().all(|node| board.is_up(*node) && board.failure(*node).is_none()));
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
    assert_eq!(board.init_all(), Ok(()));
    trace::expect("+i2c +phy w3000 +vcard +card +files +vnet +net +log");
}

/// The same, however the board came up.
fn lives_without_card(mut board: Board) {
    assert!(!board.is_up(Node::Card) && !board.is_up(Node::Files) && !board.is_up(Node::Vcard));
    assert!(board.is_up(Node::Net) && board.is_up(Node::Log));
    assert_eq!(board.failure(Node::Card), Some(&no_answer(Node::Card, 3)));
    assert_eq!(board.failure(Node::Files), Some(&no_answer(Node::Card, 3)), "that of the node it needs");
    assert_eq!(board.failure(Node::Net), None);
    assert!(board.card().is_none() && board.files().is_none() && board.net().is_some());
    assert_eq!(board.acquire(Node::Card), Ok(()));
    trace::expect("w3000 +vcard +card");
    assert_eq!(board.failure(Node::Card), None);
    assert_eq!(board.release(Node::Card), Ok(()));
    trace::expect("");
    assert!(board.is_up(Node::Card), "its level holds it still");
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect("-log -net -vnet -card -vcard -phy -i2c");
    assert_eq!(trace::live(), 0);
}

fn no_answer(node: Node, attempt: u8) -> BootError {
    BootError { node, attempt, cause: Error::NoAnswer, rollback_failures: 0 }
}
