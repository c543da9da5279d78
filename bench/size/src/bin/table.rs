//! The `.board` file as a table and a loop.
#![no_std]
#![no_main]

use board::{Fresh, Inputs, Node};
use size_firmware::{BOOTING, Delay, Error, Failure, clocks, codec, eeprom, entry, gpio, i2c0};
use size_firmware::{imu, lcd, report, span, spi0, touch, uart, v3v3, vlcd};

bringup::board!(include_str!("../table.board"));

entry!(BOOTING, {
    report!(&span!(init_all()));
});

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
