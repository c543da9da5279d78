//! A manager that works with names at run time, as ESP-IDF's board manager does.
#![no_std]
#![no_main]

#[path = "../descriptions.rs"]
mod descriptions;
#[path = "../../../size/src/ways/manager.rs"]
mod manager;
#[path = "../powered.rs"]
mod powered;

use manager::init_all;
use scale_firmware::{NODES, entry, report, span};

entry!(NODES, {
    report!(&span!(init_all()));
});
