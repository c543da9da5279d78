//! Proof of who may act on the board.

use core::cell::Cell;
use core::marker::PhantomData;

/// What makes a stage (`Fresh`, `AfterBus`, `Running`) the only one: not `Clone`, `!Sync`, and `Send` only if `Owned`,
/// every handle and input of the board, is (S3). A token of one `Stage` is none of another (S6).
pub struct Token<Stage, Owned> {
    stage: PhantomData<fn() -> Stage>,
    owned: PhantomData<Owned>,
    not_sync: PhantomData<Cell<()>>,
}

impl<Stage, Owned> Token<Stage, Owned> {
    /// The token of `Stage`.
    ///
    /// # Safety
    /// The board is in that stage, and the token of the stage before it is used up, or this is the first (S3, S6).
    #[allow(clippy::new_without_default)]
    #[inline(always)]
    pub const unsafe fn new() -> Self {
        Token { stage: PhantomData, owned: PhantomData, not_sync: PhantomData }
    }
}

impl<Stage, Owned> core::fmt::Debug for Token<Stage, Owned> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Token")
    }
}

/// What the functions that bring one node up or down ask for. The board's own expressions stand beside those functions,
/// in safe Rust: without a permit they cannot call them (S8).
#[derive(Clone, Copy)]
pub struct Permit(());

impl Permit {
    /// The permit.
    ///
    /// # Safety
    /// The caller acts for the token (S3), calls each function only where the board's state allows it (S2, S5), and asks for
    /// nodes and levels of that board only.
    #[inline(always)]
    pub const unsafe fn new() -> Self {
        Permit(())
    }
}
