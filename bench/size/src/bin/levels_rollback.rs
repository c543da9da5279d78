//! A walk over the devices of one level after the other, as in Zephyr, with rollback.
#![no_std]
#![no_main]

#[path = "../devices.rs"]
mod devices;
#[path = "../ways/levels.rs"]
mod levels;
#[path = "../powered.rs"]
mod powered;
#[path = "../ways/walk_rollback.rs"]
mod walk_rollback;

use size_firmware::{BOOTING, entry, report, span};
use walk_rollback::init_all;

entry!(BOOTING, {
    report!(&span!(init_all()));
});
