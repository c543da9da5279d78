//! All figures, for programs to read.

use super::cost::Cost;

/// One line for each implementation and way to build, in the order in which they are measured. The number of nodes is that of
/// a board of `bench/scale`; instructions are those of each marked part of a run.
pub(crate) fn csv(costs: &[Cost]) -> String {
    let head = "nodes,implementation,target,opt_level,lto,flash,ram,stack,instructions,instructions of failures\n";
    [head.to_owned()].into_iter().chain(costs.iter().map(line)).collect()
}

fn line(cost: &Cost) -> String {
    let way = &cost.way;
    let nodes = way.nodes.map_or_else(String::new, |nodes| nodes.to_string());
    let way = format!("{},{},{}", way.target, way.opt_level, way.lto);
    let words = |figures: &[u64]| figures.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
    let (success, failures) = (words(&cost.runs[0].instructions), words(&cost.failures()));
    let sizes = format!("{},{},{}", cost.flash, cost.ram, cost.stack());
    format!("{nodes},{},{way},{sizes},{success},{failures}\n", cost.name)
}
