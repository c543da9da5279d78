//! Questions about nodes, and their handles.

use super::walk::Walk;
use super::{Board, Refused};
use crate::Out;
use crate::slot::Slot;
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

/// The handle of a node, if it is in its place.
///
/// # Safety
/// The caller acts for the token, of which a borrow lasts as long as the reference (S3). `slot` is that of `node` (S2).
#[inline(always)]
#[allow(clippy::mut_from_ref)]
pub unsafe fn handle<B: Board, T>(board: &B, node: usize, slot: &'static Slot<T>) -> Option<&'static mut T> {
    // SAFETY: the caller acts for the token (S3).
    if is_here(board, unsafe { Permit::new() }, node) {
        // SAFETY: the slot is full (S2), and the rest is the contract.
        Some(unsafe { slot.get() })
    } else {
        None
    }
}

/// Moves the handle of node `N` out of its place, for firmware that knows the board as `O`.
///
/// # Errors
/// It is not there.
///
/// # Safety
/// The caller acts for the token (S3), and `slot` is that of node `N` (S2).
#[inline(always)]
pub unsafe fn take_out<B: Board, O, T, const N: usize>(
    board: &B,
    slot: &'static Slot<T>,
) -> Result<Out<O, T, N>, Refused<B::Node>> {
    // SAFETY: the caller acts for the token (S3).
    check_out(board, unsafe { Permit::new() }, N)?;
    // SAFETY: it was in its place (S2).
    Ok(unsafe { Out::new(slot.take()) })
}

/// Moves it back.
///
/// # Safety
/// The caller acts for the token (S3), and `slot` is that of node `N` (S2).
#[inline(always)]
pub unsafe fn put_back<B: Board, O, T, const N: usize>(board: &B, slot: &'static Slot<T>, out: Out<O, T, N>) {
    // SAFETY: the caller acts for the token (S3). Of node `N` there is this one `Out`, and so the slot is empty (S2).
    let permit = unsafe {
        slot.put(Out::into_value(out));
        Permit::new()
    };
    check_in(board, permit, N);
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
