//! Run-time control of a board with more nodes than a word has bits.

use large::{AcquireError, Fresh, Inputs, Level, Node, ReleaseError, Root};
use std::cell::{Cell, RefCell};

bringup::board!(include_str!("large.board"));

/// A driver that was told to fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Failed;

thread_local! {
    static LOG: RefCell<Vec<i32>> = const { RefCell::new(Vec::new()) };
    static FAILS: Cell<i32> = const { Cell::new(-1) };
}

fn up(node: i32) -> Result<(), Failed> {
    if FAILS.get() == node {
        return Err(Failed);
    }
    LOG.with_borrow_mut(|log| log.push(node + 1));
    Ok(())
}

fn down(node: i32) {
    LOG.with_borrow_mut(|log| log.push(-node - 1));
}

/// What came up, by its number, and what went down, by its negative number, both from 1.
fn log() -> Vec<i32> {
    LOG.take()
}

#[test]
fn many_nodes_are_counted_as_few_are() {
    let mut board = Fresh::take(Inputs {}).expect("the first").dynamic();
    assert_eq!(board.acquire(Node::N39), Ok(()));
    assert_eq!(log(), [5, 12, 19, 26, 33, 40]);
    assert_eq!((board.acquire(Node::N39), board.acquire(Node::N32)), (Ok(()), Ok(())));
    assert_eq!((board.holds(Node::N39), board.holds(Node::N32), board.is_up(Node::N31)), (2, 1, false));
    assert_eq!((board.release(Node::N39), log()), (Ok(()), vec![]));
    assert_eq!((board.release(Node::N39), log()), (Ok(()), vec![-40]));
    assert_eq!((board.release(Node::N32), log()), (Ok(()), vec![-33, -26, -19, -12, -5]));
    assert_eq!(board.release(Node::N39), Err(ReleaseError::NotHeld(Root::Node(Node::N39))));

    FAILS.set(38);
    let failed = board.init_all();
    assert!(matches!(failed, Err(AcquireError::Failed(error)) if error.node == Node::N38), "{failed:?}");
    let there_and_back: Vec<i32> = (1..=38).chain((1..=38).rev().map(|node: i32| -node)).collect();
    assert_eq!((log(), board.holds_level(Level::Second)), (there_and_back, 0));

    FAILS.set(-1);
    assert_eq!((board.init_all(), log()), (Ok(()), (1..=39).collect()));
    assert_eq!((board.acquire(Node::N39), log()), (Ok(()), vec![40]));
    assert_eq!((board.release_level(Level::Second), board.holds_level(Level::First)), (Ok(()), 1));
    let second: Vec<i32> = (21..=39).rev().filter(|node| ![26, 33].contains(node)).map(|node| -node).collect();
    assert_eq!(log(), second, "the last node needs two of that level");
    assert_eq!((board.deinit_all(), board.release(Node::N39)), (Ok(()), Ok(())));
    assert!((0..40).all(|node| !board.is_up(Node::ALL[node])));
}
