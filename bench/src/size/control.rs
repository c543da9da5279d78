//! The board of twelve nodes under run-time control.

use super::cost::{self, Cost, Implementation, Way};
use crate::Tables;
use crate::table::{number, table};
use firmware_tests::{Measured, OPT_LEVELS, Result, TARGETS};

const FOLDER: &str = "bench/size";

const fn by_hand(name: &'static str, is: &'static str) -> Implementation {
    Implementation { name, is, rollback: true }
}

/// After a boot; and while nothing is up.
const WARM: [Implementation; 5] = [
    by_hand("control_expert", "counters by hand, for one node"),
    by_hand("control_expert_table", "the same in a table"),
    by_hand("control_expert_all", "counters by hand, for every node"),
    by_hand("control", "`board!`"),
    by_hand("control_manager", "run-time manager"),
];
const COLD: [Implementation; 4] = [
    by_hand("control_cold_expert", "counters by hand, for one node"),
    by_hand("control_cold_expert_table", "the same in a table"),
    by_hand("control_cold_expert_all", "counters by hand, for every node"),
    by_hand("control_cold", "`board!`"),
];

fn ways() -> Vec<Way> {
    let way = |target, opt_level| Way { target, opt_level, lto: true, nodes: None };
    OPT_LEVELS.into_iter().flat_map(|opt_level| TARGETS.map(|target| way(target, opt_level))).collect()
}

pub(crate) fn measure() -> Result<Vec<Cost>> {
    let warm = cost::measure(FOLDER, &ways(), &WARM, |measured| alike(&WARM, measured))?;
    let cold = cost::measure(FOLDER, &ways(), &COLD, |measured| alike(&COLD, measured))?;
    Ok([warm, cold].concat())
}

/// All leave the trace of the first, which leaves nothing up.
fn alike(implementations: &[Implementation], measured: &[Measured]) -> Result<()> {
    if let Some(run) = measured[0].runs.iter().find(|run| !is_balanced(&run.events)) {
        return Err(format!("{} leaves something up: {}", implementations[0].name, run.events).into());
    }
    cost::alike(implementations, measured)
}

/// Whether all that came up went down: what fails has not been up.
fn is_balanced(events: &str) -> bool {
    let count = |kind: char| events.matches(kind).count();
    count('+') > 0 && count('+') == count('-') + count('!')
}

pub(crate) fn tables(costs: &[Cost]) -> Tables {
    let groups = OPT_LEVELS.iter().flat_map(|opt_level| {
        [group(costs, opt_level, &WARM, "after the boot"), group(costs, opt_level, &COLD, "nothing up")]
    });
    vec![("run-time control", groups.collect::<Vec<_>>().join("\n"))]
}

fn group(costs: &[Cost], opt_level: &str, implementations: &[Implementation], when: &str) -> String {
    let cell = |name: &str, target: &str| {
        let is = |way: &Way| way.target == target && way.opt_level == opt_level;
        let cost = costs.iter().find(|cost| cost.name == name && is(&cost.way))?;
        let instructions: Vec<String> = cost.runs[0].instructions.iter().copied().map(number).collect();
        Some(format!("{} / {} / {}", number(cost.flash), cost.ram, instructions.join(" + ")))
    };
    let row = |one: &Implementation| {
        let cells = TARGETS.map(|target| cell(one.name, target).unwrap_or_default());
        [format!("`{}`: {}", one.name, one.is)].into_iter().chain(cells).collect()
    };
    let rows: Vec<Vec<String>> = implementations.iter().map(row).collect();
    table(&[&[&*format!("opt-level {opt_level}, {when}")], &TARGETS[..]].concat(), &rows)
}
