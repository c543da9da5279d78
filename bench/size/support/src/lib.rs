//! What all images of the size benchmarks have in common: start-up, drivers, the trace, and the places in memory that
//! keep this apart from what is measured.
//!
//! | section | holds |
//! |---|---|
//! | `.startup` | start-up, the scenario, the report |
//! | `.drv`, `.drvbss` | drivers, and their state |
//! | `.noinit` | what one run hands to the next |
//! | anything else | what bringing the board up costs; `base` is subtracted, an image that boots nothing |
//!
//! An image runs its scenario again and again: first without a failure, then with one node after the other failing. Before
//! each run the memory is set as at reset. A run prints `FAIL EVENTS STACK`: the number of the node that fails plus one,
//! or 0; what happened; and how many bytes of stack were ever in use. The events are `+N` node N up, `-N` node N down,
//! `@N` a transfer with node N on its bus, `~T` a wait for T ms, `#` success, `!N` failure because of node N.
#![no_std]

mod arch;
mod drivers;
mod run;
mod trace;

pub use drivers::{Error, Failure, delay_us};
#[doc(hidden)]
pub use drivers::{down, transfer, up};
pub use run::{begin, end, marker_begin, marker_end, note_end};

/// Runs `SCENARIO`, a block, without a failure, then with each of the nodes `0..NODES` failing.
///
/// This and the macros below spell out the scenario in `main`, so nothing of it lands outside of `.startup`.
#[macro_export]
macro_rules! entry {
    ($nodes:expr, $scenario:block) => {
        #[unsafe(no_mangle)]
        #[unsafe(link_section = ".startup.main")]
        extern "C" fn main() -> ! {
            $crate::begin();
            $scenario
            $crate::end($nodes)
        }
    };
}

/// The value of `CALL`, whose instructions are counted.
#[macro_export]
macro_rules! span {
    ($call:expr) => {{
        $crate::marker_begin();
        let result = $call;
        $crate::marker_end();
        result
    }};
}

/// Notes how `RESULT`, a `Result<_, Failure<N>>`, ended.
#[macro_export]
macro_rules! report {
    ($result:expr) => {
        $crate::note_end(match $result {
            Ok(_) => None,
            Err(failure) => Some(failure.node as u8),
        })
    };
}
