//! The `.board` file as straight-line code.
#![no_std]
#![no_main]

use board::{Fresh, Inputs, Node};
use scale_firmware::*;

entry!(NODES, {
    report!(&span!(init_all()));
});

include!(concat!(env!("OUT_DIR"), "/inline.rs"));

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all() -> Result<(), Failure<Node>> {
    // SAFETY: the board is taken once per run, and each run starts as at reset.
    let fresh = unsafe { Fresh::steal(Inputs {}) };
    match fresh.boot() {
        Ok(_running) => Ok(()),
        Err(error) => Err(Failure { node: error.node, cause: error.cause }),
    }
}
