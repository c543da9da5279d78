//! Boots nothing: what is left is the same in every image, and is subtracted.
#![no_std]
#![no_main]

use scale_firmware::{Failure, NODES, entry, report, span};

entry!(NODES, {
    report!(&span!(init_all()));
});

/// In `.startup`, as an implementation pays for this as well.
#[unsafe(no_mangle)]
#[unsafe(link_section = ".startup.init_all")]
#[inline(never)]
fn init_all() -> Result<(), Failure<u8>> {
    Ok(())
}
