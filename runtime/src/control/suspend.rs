//! Switching a rail off under its users, and on again.

use super::request::Request;
use super::set::Set;
use super::walk::Walk;
use super::{Acquired, Attempt, Board, Refused};
use crate::token::Permit;
use crate::undo::Failures;

/// Takes down in reverse what is up and needs `rail`, and `rail` itself. What is held stays held. Returns how many steps
/// failed on the way. Of a rail that is suspended already, 0, and nothing changes.
///
/// # Errors
/// The rail is down, something is in use, or something could not come up again. Nothing has changed.
pub fn suspend<B: Board>(board: &B, permit: Permit, rail: usize) -> Result<u8, Refused<B::Node>> {
    let walk = Walk::new(board, permit);
    walk.begin();
    // Somebody has lost what would bring it back, such as by dropping the future of a resume.
    if walk.cut().has(rail) {
        return Ok(0);
    }
    let up = walk.state().up.get();
    if !up.has(rail) {
        return Err(Refused::Down(board.node(rail)));
    }
    let leaving = walk.above(B::Set::of(rail)).and(up);
    for node in walk.order().rev().filter(|node| leaving.has(*node)) {
        if let Some(obstacle) = walk.obstacle(node) {
            return Err(Refused::InUse(board.node(obstacle)));
        }
        if walk.table().lost_down.has(node) {
            return Err(Refused::Spent(board.node(node)));
        }
    }
    let marks = walk.marks();
    marks.suspends.set(true);
    marks.suspended.set(marks.suspended.get().or(leaving));
    marks.cut.add(rail);
    let failures = Failures::new();
    walk.sweep(leaving, &failures);
    Ok(failures.get())
}

/// Brings back what went down with `rail`, unless another rail that it needs is suspended as well. An optional node may
/// fail once more, unless a node that is held itself needs it. Of a rail that is not suspended it does nothing.
///
/// # Errors
/// What keeps it from that. Then the rail is still suspended.
pub fn resume<B: Board>(
    board: &B,
    permit: Permit,
    rail: usize,
    settle: impl Fn(Permit, usize) -> Attempt<B>,
    up: impl Fn(Permit, usize, bool) -> Attempt<B>,
) -> Acquired<B> {
    match Request::resume(Walk::new(board, permit), rail)? {
        Some(request) => request.run(settle, up),
        None => Ok(()),
    }
}

/// [`resume`] for boards that await.
pub async fn resume_async<B: Board>(
    board: &B,
    permit: Permit,
    rail: usize,
    settle: impl AsyncFn(Permit, usize) -> Attempt<B>,
    up: impl AsyncFn(Permit, usize, bool) -> Attempt<B>,
) -> Acquired<B> {
    match Request::resume(Walk::new(board, permit), rail)? {
        Some(request) => request.run_async(settle, up).await,
        None => Ok(()),
    }
}
