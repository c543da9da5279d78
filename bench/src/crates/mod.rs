//! What a board costs in the builds of its users: the same board by hand, and as a `.board` file.

mod cargo;
mod hand;
mod hub;
mod project;
mod same;
mod times;

use crate::Tables;
use firmware_tests::{Result, Wrong};
use project::Project;
use std::fmt::Display;

const SIZES: [usize; 5] = [12, 30, 100, 300, 1_000];

/// What went wrong with `what`.
fn wrong(what: impl Display) -> impl Fn(std::io::Error) -> Wrong {
    move |error| format!("{what}: {error}").into()
}

/// The tables of section "Crates" of docs/performance.md.
pub(crate) fn measure() -> Result<Tables> {
    let project = Project::write(&SIZES)?;
    same::assert(&project, &SIZES)?;
    times::tables(&project, &SIZES)
}
