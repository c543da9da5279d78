//! Functions that register themselves in a section of the linker: no rollback.
#![no_std]
#![no_main]

#[path = "../powered.rs"]
mod powered;
#[path = "../../../size/src/ways/registry.rs"]
mod registry;

use registry::{init_all, register};
use scale_firmware::*;

entry!(NODES, {
    report!(&span!(init_all()));
});

include!(concat!(env!("OUT_DIR"), "/linker.rs"));
