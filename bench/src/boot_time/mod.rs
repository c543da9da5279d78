//! How long boots take, and what waiting costs.

mod cost;
mod hub;
mod orders;
mod random;
mod times;

use crate::Tables;
use firmware_tests::Result;

/// The tables of docs/boot-time.md.
pub(crate) fn measure() -> Result<Tables> {
    Ok(vec![
        ("best order", orders::measure()),
        ("twelve nodes", hub::measure()?),
        ("random boards", random::measure()?),
        ("cost", cost::measure()?),
    ])
}
