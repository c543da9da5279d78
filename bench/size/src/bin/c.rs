//! In C: `c/board.c`.
#![no_std]
#![no_main]

use size_firmware::{BOOTING, Error, Failure, entry, report, span};

entry!(BOOTING, {
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
