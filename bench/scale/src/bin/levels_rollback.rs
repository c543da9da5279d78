//! A walk over the devices of one level after the other, as in Zephyr: with rollback.
#![no_std]
#![no_main]

#[path = "../devices.rs"]
mod devices;
#[path = "../../../size/src/ways/levels.rs"]
mod levels;
#[path = "../powered.rs"]
mod powered;
#[path = "../../../size/src/ways/walk_rollback.rs"]
mod walk_rollback;

use scale_firmware::{NODES, entry, report, span};
use walk_rollback::init_all;

entry!(NODES, {
    report!(&span!(init_all()));
});
