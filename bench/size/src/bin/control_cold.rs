//! The `.board` file under run-time control: the codec comes up and goes down again while nothing else is up.
#![no_std]
#![no_main]

#[path = "../controlled.rs"]
mod controlled;

use controlled::{acquire, board, release};
use size_firmware::{NODES, entry, report, span};

entry!(NODES, {
    // SAFETY: the board is taken once per run, and each run starts as at reset.
    let mut board = unsafe { board::Fresh::steal(board::Inputs {}) }.dynamic();
    let result = span!(acquire(&mut board));
    report!(&result);
    if result.is_ok() {
        span!(release(&mut board));
    }
});
