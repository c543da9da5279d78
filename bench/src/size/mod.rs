//! What firmware takes: flash, RAM, stack, instructions.

mod below;
mod boot;
mod control;
mod cost;
mod data;
mod handles;
mod scale;

use crate::Tables;
use firmware_tests::Result;

/// The tables of docs/performance.md about firmware, and all figures in docs/performance/size.csv.
pub(crate) fn measure() -> Result<Tables> {
    let (boot, scale, control) = (boot::measure()?, scale::measure()?, control::measure()?);
    let (handles, below) = (handles::measure()?, below::measure()?);
    let boots = [boot::tables(&boot), scale::tables(&scale), handles::tables(&handles)];
    let tables = boots.into_iter().chain([control::tables(&control), below::tables(&below)]).flatten();
    let all = ("size.csv", data::csv(&[boot, scale, handles, control].concat()));
    Ok(tables.chain([all]).collect())
}
