//! By hand, for every node, with a table: after the boot the codec comes up and goes down again, then everything else.
#![no_std]
#![no_main]

#[path = "../by_hand.rs"]
mod by_hand;
#[path = "../counted_all.rs"]
mod counted;
#[path = "../ways/guard.rs"]
mod guard;

use by_hand::Node;
use counted::{acquire, deinit_all, hold_booted, release};
use size_firmware::{Failure, NODES, entry, report, span};

entry!(NODES, {
    let booted = init_all();
    report!(&booted);
    if booted.is_ok() {
        let result = span!(acquire());
        report!(&result);
        if result.is_ok() {
            span!(release());
        }
        deinit_all();
    }
});

fn init_all() -> Result<(), Failure<Node>> {
    by_hand::init_all()?;
    hold_booted();
    Ok(())
}
