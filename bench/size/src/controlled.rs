//! The codec at run time, by the `.board` file.
use board::{AcquireError, Board, Node};
use core::num::NonZeroU8;
use size_firmware::{
    Delay, Error, Failure, clocks, codec, eeprom, gpio, i2c0, imu, lcd, spi0, touch, uart, v3v3, vlcd,
};

bringup::board!(include_str!("auto.board"));

#[inline(never)]
pub fn acquire(board: &mut Board) -> Result<(), Failure<Node>> {
    board.acquire(Node::Codec).map_err(|error| match error {
        AcquireError::Failed(error) => Failure { node: error.node, cause: error.cause },
        // Nothing that this firmware does leads here.
        _ => Failure { node: Node::Codec, cause: Error(NonZeroU8::MAX) },
    })
}

#[inline(never)]
pub fn release(board: &mut Board) {
    // The drivers' deinits cannot fail, and the codec is held.
    let _ = board.release(Node::Codec);
}

#[allow(dead_code)] // not where nothing boots
#[inline(never)]
pub fn deinit_all(board: &mut Board) {
    // The drivers' deinits cannot fail, and every level is held.
    let _ = board.deinit_all();
}
