//! In C: `board.c`, written by `build.rs`.
#![no_std]
#![no_main]

use scale_firmware::{Error, Failure, NODES, entry, report, span};

entry!(NODES, {
    // SAFETY: the boot needs nothing.
    let outcome = span!(unsafe { init_all() });
    report!(match outcome.cause {
        None => Ok(()),
        Some(cause) => Err(Failure { node: outcome.node, cause }),
    });
});

#[repr(C)]
struct Outcome {
    node: u8,
    cause: Option<Error>,
}

unsafe extern "C" {
    fn init_all() -> Outcome;
}
