//! Boards of several sizes.

use super::cost::{self, Cost, Implementation, Way};
use crate::Tables;
use crate::table::{number, table};
use firmware_tests::{OPT_LEVELS, Result, TARGETS};

const FOLDER: &str = "bench/scale";

const SIZES: [u32; 5] = [4, 8, 16, 32, 64];

/// With LTO, in all sizes.
fn ways() -> Vec<Way> {
    let way = |target, opt_level, nodes| Way { target, opt_level, lto: true, nodes: Some(nodes) };
    let sizes = OPT_LEVELS.into_iter().flat_map(|opt_level| SIZES.map(|nodes| (opt_level, nodes)));
    sizes.flat_map(|(opt_level, nodes)| TARGETS.map(|target| way(target, opt_level, nodes))).collect()
}

pub(crate) fn measure() -> Result<Vec<Cost>> {
    let implementations = &super::boot::IMPLEMENTATIONS;
    cost::measure(FOLDER, &ways(), implementations, |measured| cost::same_traces(implementations, measured))
}

pub(crate) fn tables(costs: &[Cost]) -> Tables {
    let flash = |cost: &Cost| number(cost.flash);
    let instructions = |cost: &Cost| format!("{} / {}", number(cost.success()), number(cost.worst_failure()));
    vec![
        ("sizes", TARGETS.map(|target| by_size(costs, target, flash)).join("\n")),
        ("instructions by size", by_size(costs, TARGETS[1], instructions)),
    ]
}

/// A row for each implementation, a column for each size.
fn by_size(costs: &[Cost], target: &str, cell: impl Fn(&Cost) -> String) -> String {
    let head: Vec<String> =
        [target.to_owned()].into_iter().chain(SIZES.map(|nodes| format!("{nodes} nodes"))).collect();
    let row = |one: &Implementation| {
        let is = |way: &Way, nodes| way.target == target && way.opt_level == "s" && way.nodes == Some(nodes);
        let find = |nodes| costs.iter().find(|cost| cost.name == one.name && is(&cost.way, nodes));
        let cells = SIZES.iter().map(|nodes| find(*nodes).map_or_else(String::new, &cell));
        [format!("`{}`", one.name)].into_iter().chain(cells).collect()
    };
    let rows: Vec<Vec<String>> = super::boot::IMPLEMENTATIONS.iter().map(row).collect();
    table(&head.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
}
