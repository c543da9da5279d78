//! By hand.
#![no_std]
#![no_main]

#[path = "../by_hand.rs"]
mod by_hand;
#[path = "../ways/guard.rs"]
mod guard;

use by_hand::init_all;
use size_firmware::{BOOTING, entry, report, span};

entry!(BOOTING, {
    report!(&span!(init_all()));
});
