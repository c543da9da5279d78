//! Giving up holds.

use super::needs::each;
use super::set::Set;
use super::walk::Walk;
use super::{Board, ReleaseError, Root};
use crate::token::Permit;
use crate::undo::Failures;
use core::ops::Range;

/// Gives up one hold of each of `roots` that has one, and takes down in reverse what nobody holds any more.
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
    let mut released = B::Set::EMPTY;
    each(roots.clone(), |root| {
        if walk.holds(root).get() != 0 {
            walk.release(root);
            released.add(root);
        }
    });
    if released.is_empty() {
        return Err(ReleaseError::NotHeld(if roots.len() == 1 { walk.root(roots.start) } else { Root::All }));
    }
    // Worked out when something is in use, so not at all where nothing can be.
    let mut leaving = None;
    let mut leaves = |node| leaving.get_or_insert_with(|| walk.state().up.get().without(walk.needed())).has(node);
    let obstacle = |node| walk.obstacle(node).filter(|_| leaves(node));
    if let Some(node) = walk.order().rev().find_map(obstacle) {
        roots.filter(|root| released.has(*root)).for_each(|root| walk.hold(root));
        return Err(ReleaseError::InUse(board.node(node)));
    }
    let failures = Failures::new();
    walk.sweep_not_needed(&failures);
    match failures.get() {
        0 => Ok(()),
        count => Err(ReleaseError::Failures(count)),
    }
}
