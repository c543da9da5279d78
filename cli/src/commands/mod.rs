//! One file for each subcommand: what can be written behind it, and what it does.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod expand;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod graph;
pub(crate) mod man;
pub(crate) mod new;
pub(crate) mod order;
pub(crate) mod power;
pub(crate) mod timeline;

use crate::args::Command;
use crate::terminal::Terminal;
use crate::{Stop, Verdict};

pub(crate) fn run(command: Command, terminal: &mut Terminal) -> Result<Verdict, Stop> {
    match command {
        Command::Check(check) => check.run(terminal),
        Command::Explain(explain) => explain.run(terminal),
        Command::Order(order) => order.run(terminal),
        Command::Graph(graph) => graph.run(terminal),
        Command::Power(power) => power.run(terminal),
        Command::Timeline(timeline) => timeline.run(terminal),
        Command::Expand(expand) => expand.run(terminal),
        Command::Fmt(fmt) => fmt.run(terminal),
        Command::New(new) => new.run(terminal),
        Command::Completions(completions) => completions.run(terminal),
        Command::Man(man) => man.run(terminal),
    }
}
