//! A walk over the devices of one level after the other, as in Zephyr: no rollback.
#![no_std]
#![no_main]

#[path = "../devices.rs"]
mod devices;
#[path = "../../../size/src/ways/levels.rs"]
mod levels;
#[path = "../powered.rs"]
mod powered;
#[path = "../../../size/src/ways/walk.rs"]
mod walk;

use scale_firmware::{NODES, entry, report, span};
use walk::init_all;

entry!(NODES, {
    report!(&span!(init_all()));
});
