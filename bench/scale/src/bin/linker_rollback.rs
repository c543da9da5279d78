//! Functions that register themselves in a section of the linker: with rollback.
#![no_std]
#![no_main]

#[path = "../powered.rs"]
mod powered;
#[path = "../../../size/src/ways/registry_rollback.rs"]
mod registry_rollback;

use registry_rollback::{init_all, register};
use scale_firmware::*;

entry!(NODES, {
    report!(&span!(init_all()));
});

include!(concat!(env!("OUT_DIR"), "/linker_rollback.rs"));
