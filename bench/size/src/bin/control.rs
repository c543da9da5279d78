//! The `.board` file under run-time control: after the boot the codec comes up and goes down again, then everything else.
#![no_std]
#![no_main]

#[path = "../controlled.rs"]
mod controlled;

use controlled::{acquire, board, deinit_all, release};
use size_firmware::{Failure, NODES, entry, report, span};

entry!(NODES, {
    let booted = init_all();
    report!(&booted);
    if let Ok(mut board) = booted {
        let result = span!(acquire(&mut board));
        report!(&result);
        if result.is_ok() {
            span!(release(&mut board));
        }
        deinit_all(&mut board);
    }
});

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all() -> Result<board::Board, Failure<board::Node>> {
    // SAFETY: the board is taken once per run, and each run starts as at reset.
    let fresh = unsafe { board::Fresh::steal(board::Inputs {}) };
    match fresh.boot() {
        Ok(running) => Ok(running.into_board()),
        Err(error) => Err(Failure { node: error.node, cause: error.cause }),
    }
}
