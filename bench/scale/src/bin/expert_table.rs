//! By hand, with a table and a loop.
#![no_std]
#![no_main]

#[path = "../powered.rs"]
mod powered;
#[path = "../../../size/src/ways/steps.rs"]
mod steps;
#[path = "../table.rs"]
mod table;

use scale_firmware::{NODES, entry, report, span};
use steps::init_all;

entry!(NODES, {
    report!(&span!(init_all()));
});
