//! Giving up holds.

use super::state::{NEW, UP};
use super::walk::Walk;
use super::{Board, ReleaseError};
use crate::token::Permit;
use crate::undo::Failures;
use core::ops::Range;

/// Gives up one hold of each of `roots` that has one, the last first, and takes down in reverse what nobody holds any more.
///
/// # Errors
/// Nothing of it is held, or something that would go down is in use: nothing has changed. Or steps of the teardown
/// failed: the rest was done.
pub fn release<B: Board>(
    board: &B,
    permit: Permit,
    roots: Range<usize>,
) -> Result<(), ReleaseError<B::Node, B::Level>> {
    let walk = Walk::new(board, permit);
    walk.begin();
    let held = |root: &usize| walk.vertex(*root).is_some_and(|vertex| vertex.holds.get() > 0);
    if !roots.clone().any(|root| held(&root)) {
        return Err(ReleaseError::NotHeld(walk.root(&roots)));
    }
    for root in roots.clone().rev().filter(held) {
        walk.uncount(root);
        walk.set(root, NEW);
    }
    let leaves = |node: &usize| walk.vertex(*node).is_some_and(|vertex| vertex.is(UP) && vertex.users.get() == 0);
    if let Some(node) = walk.order().rev().filter(leaves).find_map(|node| walk.obstacle(node)) {
        for root in roots.filter(|root| walk.is(*root, NEW)) {
            walk.count(root);
        }
        return Err(ReleaseError::InUse(board.node(node)));
    }
    let failures = Failures::new();
    walk.sweep(&failures, |vertex| vertex.users.get() == 0);
    match failures.get() {
        0 => Ok(()),
        count => Err(ReleaseError::Failures(count)),
    }
}
