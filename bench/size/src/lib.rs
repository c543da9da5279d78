//! The board of the size benchmark: a clock and GPIO, two rails that ramp for 10 and 5 ms, three buses, four devices, and a
//! codec that does not come up at boot. Each binary brings it up in another way, with the same events.
//!
//! Nodes are numbered in the order in which they come up. The ramps overlap: the devices on `v3v3` start 5 ms after the buses
//! are up, those on `vlcd` another 5 ms later.
//!
//! `cargo run --release --target thumbv7m-none-eabi --bin inline` in this folder runs one of them in QEMU; so it does for
//! `thumbv6m-none-eabi`, `thumbv7em-none-eabi` and `riscv32imac-unknown-none-elf`. `c` takes `--features c`.
#![no_std]

mod delay;

pub use delay::Delay;
pub use size_support::{Error, Failure, delay_us, entry, report, span};

size_support::drivers! {
    clocks = 0,
    gpio = 1,
    vlcd = 2,
    v3v3 = 3,
    uart = 4,
    i2c0 = 5,
    spi0 = 6,
    imu = 7,
    eeprom = 8,
    lcd = 9,
    touch = 10,
    codec = 11,
}

/// How many nodes come up at boot: all but the codec, which is the last.
pub const BOOTING: u8 = 11;

/// How many nodes there are.
pub const NODES: u8 = 12;
