//! By hand, for every node, with a table: the codec comes up and goes down again while nothing else is up.
#![no_std]
#![no_main]

#[path = "../by_hand.rs"]
mod by_hand;
#[path = "../counted_all.rs"]
mod counted;
#[path = "../ways/guard.rs"]
mod guard;

use counted::{acquire, release};
use size_firmware::{NODES, entry, report, span};

entry!(NODES, {
    let result = span!(acquire());
    report!(&result);
    if result.is_ok() {
        span!(release());
    }
});
