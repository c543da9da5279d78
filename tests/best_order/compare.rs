//! How far the order of the plan is from the best one.

use crate::board::{Board, Shape, Style};
use crate::search::shortest;
use bringup_tests::compile_text;

/// What boards of a kind look like, for a search that tries every order.
pub(crate) const KINDS: [(&str, Shape); 3] = [
    ("four levels, three priorities", Shape { nodes: (3, 9), rails: 30, levels: 4, priorities: 3, edges: 25 }),
    ("two levels", Shape { nodes: (5, 9), rails: 40, levels: 2, priorities: 1, edges: 25 }),
    ("one level, mostly rails", Shape { nodes: (7, 9), rails: 60, levels: 1, priorities: 1, edges: 20 }),
];

/// The boot times of some boards by the best ones.
pub(crate) struct Ratios {
    pub(crate) mean: f64,
    pub(crate) worst: f64,
    /// How many are more than a twentieth longer.
    pub(crate) far: u64,
}

impl Ratios {
    pub(crate) fn of(shape: Shape, boards: u64) -> Ratios {
        let ratios: Vec<f64> = (0..boards).map(|seed| ratio(seed, shape)).collect();
        Ratios {
            mean: ratios.iter().sum::<f64>() / boards as f64,
            worst: ratios.iter().copied().fold(0.0, f64::max),
            far: ratios.iter().filter(|ratio| **ratio > 1.05).count() as u64,
        }
    }
}

/// The boot time of one board by the best one.
fn ratio(seed: u64, shape: Shape) -> f64 {
    let spend = |us| format!("spend({us})");
    let board = Board::random(seed, shape);
    let text = board.text("b", &Style { head: "    clock = C;\n", attribute: "", spend, on_the_spot: None });
    let compiled = compile_text(&text);
    let plan = compiled.plan.as_ref().unwrap_or_else(|| panic!("{}\n{text}", compiled.rendered()));
    let (total, best) = (plan.timeline.total, i128::from(shortest(plan)));
    let one_by_one = i128::from(board.one_by_one()) * 1_000;
    assert!((plan.timeline.lower_bound..=total).contains(&best), "the best takes {best} of {total} ns:\n{text}");
    assert!(total <= one_by_one, "{total} ns, and {one_by_one} rail by rail:\n{text}");
    total as f64 / best as f64
}
