//! Boards of 4 to 64 nodes, `NODES` of the environment when this is built, and what brings them up. The drivers and all that
//! differs with the number of nodes are written by `build.rs`; `build/mod.rs` describes the board.
//!
//! `NODES=32 cargo run --release --target thumbv7m-none-eabi --bin inline` in this folder runs one of them in QEMU.
#![no_std]

#[path = "../../size/src/delay.rs"]
mod delay;

pub use delay::Delay;
pub use size_support::{Error, Failure, delay_us, entry, report, span};

include!(concat!(env!("OUT_DIR"), "/drivers.rs"));
