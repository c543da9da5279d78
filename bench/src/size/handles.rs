//! A board with handles: a shared bus, devices that are owned, peripherals that are taken and given back.

use super::cost::{self, Cost, Implementation, Way};
use crate::Tables;
use crate::table::{number, table};
use firmware_tests::{Result, TARGETS};

const IMPLEMENTATIONS: [Implementation; 2] = [
    Implementation { name: "devices_expert", is: "by hand in Rust", rollback: true },
    Implementation { name: "devices_inline", is: "`codegen = inline`", rollback: true },
];

pub(crate) fn measure() -> Result<Vec<Cost>> {
    cost::measure("bench/size", &Way::all(), &IMPLEMENTATIONS, |measured| cost::alike(&IMPLEMENTATIONS, measured))
}

pub(crate) fn tables(costs: &[Cost]) -> Tables {
    let cell = |name: &str, target: &str| {
        let is = |way: &Way| way.target == target && way.opt_level == "s" && way.lto;
        let cost = costs.iter().find(|cost| cost.name == name && is(&cost.way))?;
        let instructions: Vec<String> = cost.runs[0].instructions.iter().copied().map(number).collect();
        let (instructions, failure) = (instructions.join(" + "), cost.worst_failure());
        Some(format!("{} / {} / {} / {instructions} / {failure}", number(cost.flash), cost.ram, cost.stack()))
    };
    let row = |one: &Implementation| {
        let cells = TARGETS.map(|target| cell(one.name, target).unwrap_or_default());
        [format!("`{}`: {}", one.name, one.is)].into_iter().chain(cells).collect()
    };
    let rows: Vec<Vec<String>> = IMPLEMENTATIONS.iter().map(row).collect();
    vec![("handles", table(&[&["opt-level s, LTO"], &TARGETS[..]].concat(), &rows))]
}
