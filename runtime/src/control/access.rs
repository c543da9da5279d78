//! Questions about nodes, and their handles.

use super::walk::Walk;
use super::{Board, Refused};
use crate::token::Permit;
use core::ops::Range;

/// Whether a node is up.
pub fn is_up<B: Board>(board: &B, permit: Permit, node: usize) -> bool {
    board.state(permit).up.has(node)
}

/// Whether the handle of a node is in its place (S2).
pub fn is_here<B: Board>(board: &B, permit: Permit, node: usize) -> bool {
    is_up(board, permit, node) && !board.marks(permit).out.has(node)
}

/// How often a node or a level is held itself.
pub fn holds<B: Board>(board: &B, permit: Permit, root: usize) -> u16 {
    Walk::new(board, permit).holds(root).get()
}

/// From here on the handle is not in its place (S2).
///
/// # Errors
/// It is not now.
pub fn check_out<B: Board>(board: &B, permit: Permit, node: usize) -> Result<(), Refused<B::Node>> {
    if !is_up(board, permit, node) {
        return Err(Refused::Down(board.node(node)));
    }
    let out = &board.marks(permit).out;
    if out.has(node) {
        return Err(Refused::InUse(board.node(node)));
    }
    out.add(node);
    Ok(())
}

/// The handle is in its place again.
pub fn check_in<B: Board>(board: &B, permit: Permit, node: usize) {
    board.marks(permit).out.remove(node);
}

/// Takes over from straight-line code, which has brought up the first levels, `held` from now on: these nodes are `up`,
/// and of these the inputs are `taken`.
#[inline(always)]
pub fn adopt<B: Board>(board: &B, permit: Permit, held: Range<usize>, up: B::Set, taken: B::Set) {
    let walk = Walk::new(board, permit);
    let state = walk.state();
    state.up.set(up);
    for level in held {
        walk.holds(level).set(1);
    }
    board.marks(permit).taken.set(taken);
}
