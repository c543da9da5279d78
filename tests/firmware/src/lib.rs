//! Builds the firmware examples and runs them in QEMU, by the command in their own `.cargo/config.toml`.
//!
//! `setup.sh` next to this crate installs what it needs. Whatever is missing fails the tests: nothing is skipped.
//! The program of this crate does the same by hand, on machines that have no compiler from rustup for the targets:
//!
//! ```text
//! cargo run -p firmware-tests -- run examples/lm3s6965
//! ```

mod config;
mod elf;
mod events;
mod firmware;
mod images;
mod listing;
mod measured;
mod qemu;
mod sysroot;
mod toolchain;
mod trace;
mod transcript;
mod wrong;

pub use elf::{sizes, symbols};
pub use events::traces;
pub use firmware::{Firmware, lint};
pub use images::{Images, OPT_LEVELS, TARGETS};
pub use listing::{Listing, beside};
pub use measured::{Figures, Measured};
pub use qemu::{Outcome, Run};
pub use transcript::{compare, difference};
pub use wrong::Wrong;

use std::path::{Path, PathBuf};

/// `Ok`, or what is wrong in full.
pub type Result<T> = std::result::Result<T, Wrong>;

/// Top folder of the repository.
fn repository() -> PathBuf {
    // this crate is tests/firmware
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("/")).to_path_buf()
}

/// Build output of all firmware: one folder, so that what two examples share is built once.
pub fn target_dir() -> PathBuf {
    repository().join("target").join("firmware")
}
