//! By hand.
#![no_std]
#![no_main]

#[path = "../../../size/src/ways/guard.rs"]
mod guard;

use guard::Up;
use scale_firmware::*;

entry!(NODES, {
    report!(&span!(init_all()));
});

include!(concat!(env!("OUT_DIR"), "/expert.rs"));
