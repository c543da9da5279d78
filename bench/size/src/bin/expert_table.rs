//! By hand, with a table and a loop.
#![no_std]
#![no_main]

#[path = "../powered.rs"]
mod powered;
#[path = "../ways/steps.rs"]
mod steps;
#[path = "../table.rs"]
mod table;

use size_firmware::{BOOTING, entry, report, span};
use steps::init_all;

entry!(BOOTING, {
    report!(&span!(init_all()));
});
