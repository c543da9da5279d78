//! The order of the plan against the best one.

use crate::compare::{KINDS, Ratios};
use crate::table::{number, table};

/// Of each kind of board.
const BOARDS: u64 = 3_000;

pub(crate) fn measure() -> String {
    let row = |(kind, shape)| {
        let Ratios { mean, worst, far } = Ratios::of(shape, BOARDS);
        vec![String::from(kind), number(BOARDS), format!("{mean:.4}"), format!("{worst:.3}"), number(far)]
    };
    let rows: Vec<_> = KINDS.into_iter().map(row).collect();
    table(&["boards of up to nine nodes", "boards", "by the best, mean", "worst", "above 1.05"], &rows)
}
