//! Questions about nodes, and their handles.

use super::state::{MARK, OUT, TAKEN, UP};
use super::table::{CLAIMS, TOLERATED};
use super::walk::Walk;
use super::{Board, Refused};
use crate::token::Permit;

/// Whether a node is up.
pub fn is_up<B: Board>(board: &B, permit: Permit, node: usize) -> bool {
    Walk::new(board, permit).is(node, UP)
}

/// Whether the handle of a node is in its place (S2).
pub fn is_here<B: Board>(board: &B, permit: Permit, node: usize) -> bool {
    let walk = Walk::new(board, permit);
    walk.is(node, UP) && !walk.is(node, OUT)
}

/// How often a node or a level is held itself.
pub fn holds<B: Board>(board: &B, permit: Permit, root: usize) -> u16 {
    Walk::new(board, permit).vertex(root).map_or(0, |vertex| vertex.holds.get())
}

/// From here on the handle is not in its place (S2).
///
/// # Errors
/// It is not now.
pub fn check_out<B: Board>(board: &B, permit: Permit, node: usize) -> Result<(), Refused<B::Node>> {
    let walk = Walk::new(board, permit);
    if !walk.is(node, UP) {
        return Err(Refused::Down(board.node(node)));
    }
    if walk.is(node, OUT) {
        return Err(Refused::InUse(board.node(node)));
    }
    walk.set(node, OUT);
    Ok(())
}

/// The handle is in its place again.
pub fn check_in<B: Board>(board: &B, permit: Permit, node: usize) {
    Walk::new(board, permit).clear(node, OUT);
}

/// Takes over from straight-line code, which has brought up the first levels. Of each tolerated node among the steps of
/// those levels, `came` tells whether it is up, and `lost` of one that is not, whether inputs of it are gone.
pub fn adopt<B: Board>(
    board: &B,
    permit: Permit,
    levels: usize,
    came: impl Fn(usize) -> bool,
    lost: impl Fn(usize) -> bool,
) {
    let walk = Walk::new(board, permit);
    for level in walk.levels().take(levels) {
        walk.count(level);
    }
    walk.clear_all(MARK);
    walk.levels().for_each(|level| walk.mark(level));
    // The last step of a level is one of its nodes. What boots and stands before it came up too, although nobody holds it
    // if only an `after` put it there.
    let held = |node: usize| walk.vertex(node).is_some_and(|vertex| vertex.users.get() > 0);
    let steps = walk.order().rposition(held).map_or(0, |last| last + 1);
    for node in walk.order().take(steps).filter(|node| walk.is(*node, MARK)) {
        let up = !walk.has(node, TOLERATED) || came(node);
        if up {
            walk.set(node, UP);
        }
        if walk.has(node, CLAIMS) && (up || lost(node)) {
            walk.set(node, TAKEN);
        }
    }
}
