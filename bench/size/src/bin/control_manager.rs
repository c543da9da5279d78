//! A manager that works with names at run time: after the boot the codec comes up and goes down again, then everything else.
#![no_std]
#![no_main]

#[path = "../descriptions.rs"]
mod descriptions;
#[path = "../ways/manager.rs"]
mod manager;
#[path = "../powered.rs"]
mod powered;

use manager::{deinit, deinit_all, init, init_all};
use size_firmware::{NODES, entry, report, span};

entry!(NODES, {
    let booted = init_all();
    report!(&booted);
    if booted.is_ok() {
        let result = span!(init("codec"));
        report!(&result);
        if result.is_ok() {
            span!(deinit("codec"));
        }
        deinit_all();
    }
});
