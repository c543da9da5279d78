//! `bringup power`.

use crate::args::{Format, OneBoard};
use crate::board::Board;
use crate::message::json;
use crate::terminal::Terminal;
use crate::{Stop, Verdict, report};
use bringup_compiler::plan::Plan;
use bringup_compiler::power::{Load, RailPower};
use bringup_compiler::view;
use serde::Serialize;

/// Shows the rails as a tree: voltage, load, limit, headroom, and what draws from them
#[derive(clap::Args)]
pub(crate) struct Power {
    #[command(flatten)]
    board: OneBoard,
}

impl Power {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let board = Board::read(&self.board.file)?;
        let format = self.board.shown.format;
        let plan = report::plan(terminal, &board, format)?;
        terminal.print(match format {
            Format::Text => view::power(plan),
            Format::Json => json(&document(&board, plan)) + "\n",
        })?;
        Ok(Verdict::Good)
    }
}

/// Microvolts and microamperes.
#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    board: &'a str,
    file: &'a str,
    rails: Vec<Rail<'a>>,
}

#[derive(Serialize)]
struct Rail<'a> {
    label: &'a str,
    from: Option<&'a str>,
    voltage: Option<Range>,
    limit: Option<i128>,
    gives: Currents,
    worst_with: Option<&'a str>,
    headroom: Option<i128>,
    consumers: Vec<Consumer<'a>>,
}

#[derive(Serialize)]
struct Range {
    min: i128,
    max: i128,
}

#[derive(Serialize)]
struct Currents {
    boot: i128,
    worst: i128,
    all: i128,
}

#[derive(Serialize)]
struct Consumer<'a> {
    label: &'a str,
    kind: &'static str,
    supply: Option<&'a str>,
    accepts: Option<Range>,
    stated: bool,
    draws: Currents,
}

fn document<'a>(board: &'a Board, plan: &'a Plan) -> Document<'a> {
    let rails = plan.power.rails.iter().map(|rail| one(plan, rail)).collect();
    Document { schema: 1, board: &plan.model.board.name.name, file: board.name(), rails }
}

fn one<'a>(plan: &'a Plan, power: &'a RailPower) -> Rail<'a> {
    let model = &plan.model;
    let rail = model.node(power.rail).rail();
    let limit = rail.and_then(|rail| rail.limit.as_ref()).map(|limit| limit.amount);
    Rail {
        label: model.label(power.rail),
        from: power.upstream.map(|upstream| model.label(upstream)),
        voltage: power.voltage.map(|voltage| Range { min: voltage.lowest, max: voltage.highest }),
        limit,
        gives: currents(power.output),
        worst_with: power.worst_with.map(|node| model.label(node)),
        headroom: limit.map(|limit| limit.saturating_sub(power.output.worst)),
        consumers: power.loads.iter().map(|load| consumer(plan, load)).collect(),
    }
}

fn consumer<'a>(plan: &'a Plan, load: &'a Load) -> Consumer<'a> {
    let node = plan.model.node(load.node);
    let supply = load.supply.and_then(|supply| node.device()?.power.get(supply));
    let accepts = supply.and_then(|supply| supply.voltage.as_ref());
    Consumer {
        label: &node.label.name,
        kind: if node.rail().is_some() { "rail" } else { "device" },
        supply: supply.and_then(|supply| supply.name.as_ref()).map(|name| name.name.as_str()),
        accepts: accepts.map(|range| Range { min: range.start.amount, max: range.end.amount }),
        stated: supply.is_none_or(|supply| supply.current.is_some()),
        draws: currents(load.current),
    }
}

fn currents(currents: bringup_compiler::power::Currents) -> Currents {
    Currents { boot: currents.boot, worst: currents.worst, all: currents.all }
}
