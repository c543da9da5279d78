//! The board of twelve nodes.

use super::cost::{self, Cost, Implementation, Way};
use crate::Tables;
use crate::table::{number, table};
use firmware_tests::{Result, TARGETS};

const FOLDER: &str = "bench/size";

/// Of the node with this number.
const NODES: [&str; 11] = ["clocks", "gpio", "vlcd", "v3v3", "uart", "i2c0", "spi0", "imu", "eeprom", "lcd", "touch"];

pub(crate) const IMPLEMENTATIONS: [Implementation; 10] = [
    Implementation { name: "expert", is: "by hand in Rust", rollback: true },
    Implementation { name: "inline", is: "`codegen = inline`", rollback: true },
    Implementation { name: "table", is: "`codegen = table`", rollback: true },
    Implementation { name: "expert_table", is: "by hand in Rust, a table", rollback: true },
    Implementation { name: "c", is: "by hand in C", rollback: true },
    Implementation { name: "linker", is: "linker section, no rollback", rollback: false },
    Implementation { name: "linker_rollback", is: "linker section", rollback: true },
    Implementation { name: "levels", is: "level walk, no rollback", rollback: false },
    Implementation { name: "levels_rollback", is: "level walk", rollback: true },
    Implementation { name: "manager", is: "run-time manager", rollback: true },
];

pub(crate) fn measure() -> Result<Vec<Cost>> {
    cost::measure(FOLDER, &Way::all(), &IMPLEMENTATIONS, |measured| cost::same_traces(&IMPLEMENTATIONS, measured))
}

pub(crate) fn tables(costs: &[Cost]) -> Tables {
    vec![
        ("twelve nodes", TARGETS.map(|target| in_full(costs, target)).join("\n")),
        ("all ways", ALL_WAYS.map(|(opt_level, lto)| short(costs, opt_level, lto)).join("\n")),
        ("each failure", failures(costs)),
    ]
}

/// Beside the one that is shown in full.
const ALL_WAYS: [(&str, bool); 5] = [("z", true), ("3", true), ("s", false), ("z", false), ("3", false)];

fn find<'a>(costs: &'a [Cost], name: &str, target: &str, opt_level: &str, lto: bool) -> Option<&'a Cost> {
    let is = |way: &Way| way.target == target && way.opt_level == opt_level && way.lto == lto;
    costs.iter().find(|cost| cost.name == name && is(&cost.way))
}

/// One row for each implementation, of its cells.
fn rows(head: &[&str], cells: impl Fn(&Implementation) -> Option<Vec<String>>) -> String {
    let row = |one| Some([vec![title(one)], cells(one)?].concat());
    table(head, &IMPLEMENTATIONS.iter().filter_map(row).collect::<Vec<_>>())
}

fn title(one: &Implementation) -> String {
    format!("`{}`: {}", one.name, one.is)
}

/// All figures of the usual way to build for a small image.
fn in_full(costs: &[Cost], target: &str) -> String {
    rows(&[target, "flash", "RAM", "stack", "instructions", "when a node fails"], |one| {
        let cost = find(costs, one.name, target, "s", true)?;
        let figures = [cost.flash, cost.ram, cost.stack(), cost.success(), cost.worst_failure()];
        Some(figures.map(number).to_vec())
    })
}

fn short(costs: &[Cost], opt_level: &str, lto: bool) -> String {
    let lto_or_not = if lto { "LTO" } else { "no LTO" };
    let head = format!("opt-level {opt_level}, {lto_or_not}");
    rows(&[&[&*head], &TARGETS[..]].concat(), |one| {
        let cell = |target: &str| {
            let cost = find(costs, one.name, target, opt_level, lto)?;
            Some(format!("{} / {} / {}", number(cost.flash), number(cost.success()), number(cost.worst_failure())))
        };
        TARGETS.iter().map(|target| cell(target)).collect()
    })
}

/// Instructions for each node that fails.
fn failures(costs: &[Cost]) -> String {
    let costs: Vec<&Cost> =
        IMPLEMENTATIONS.iter().filter_map(|one| find(costs, one.name, TARGETS[1], "s", true)).collect();
    let names: Vec<String> = costs.iter().map(|cost| format!("`{}`", cost.name)).collect();
    let head: Vec<&str> = ["fails"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let row = |(node, name): (usize, &&str)| {
        let cells = costs.iter().map(|cost| cost.failures().get(node).copied().map_or_else(String::new, number));
        [(*name).to_owned()].into_iter().chain(cells).collect()
    };
    table(&head, &NODES.iter().enumerate().map(row).collect::<Vec<_>>())
}
