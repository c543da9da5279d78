//! The rails as a tree with what they carry.

use super::table::{Column, table};
use crate::messages::list;
use crate::messages::power::consumer;
use crate::messages::quantity::{current, current_column, voltages};
use crate::model::{Converter, Model, Rail};
use crate::plan::Plan;
use crate::power::{Load, RailPower, converter};
use std::fmt::Write;

/// A line: a rail, or a device on it.
struct Row {
    name: String,
    voltage: String,
    /// In microamperes, by [`TITLES`].
    amounts: [Option<i128>; 5],
    remark: String,
}

/// The most that it takes from the rail above; what it gives at boot and at worst; its limit, and what is left of that.
const TITLES: [&str; 5] = ["draws", "at boot", "at worst", "limit", "headroom"];

/// Every rail with what it gives at boot and at worst, its limit, and what is left of that; below it what draws from it:
/// devices with the voltages that they accept, then rails. The worst case is what boots, and the one deferred node that is
/// worst for this rail, with all that it needs.
pub fn power(plan: &Plan) -> String {
    let rows: Vec<Row> = plan.power.rails.iter().flat_map(|rail| rows(plan, rail)).collect();
    if rows.is_empty() {
        return "no rails\n".to_owned();
    }
    let left = |title: &str, of: &dyn Fn(&Row) -> String| Column::left(title, rows.iter().map(of));
    let mut columns = vec![left("rail", &|row| row.name.clone()), left("voltage", &|row| row.voltage.clone())];
    for (number, title) in TITLES.into_iter().enumerate() {
        let amounts = rows.iter().map(|row| row.amounts[number]);
        let mut texts = current_column(&amounts.clone().flatten().collect::<Vec<i128>>()).into_iter();
        let cells = amounts.map(|amount| amount.and_then(|_| texts.next()).unwrap_or_default());
        columns.push(Column::right(title, cells));
    }
    columns.push(left("", &|row| row.remark.clone()));
    let mut text = table(&columns);
    unstated(plan, &mut text);
    text
}

/// The rail, then the devices on it. The rails on it follow by themselves.
fn rows(plan: &Plan, power: &RailPower) -> Vec<Row> {
    let model = &plan.model;
    let Some(rail) = model.node(power.rail).rail() else { return Vec::new() };
    let limit = rail.limit.as_ref().map(|limit| limit.amount);
    let (boot, worst) = (power.output.boot, power.output.worst);
    let mut rows = vec![Row {
        name: format!("{}{}", "  ".repeat(power.depth), model.label(power.rail)),
        voltage: power.voltage.map_or_else(String::new, |voltage| voltages(voltage.lowest, voltage.highest)),
        amounts: [
            power.upstream.map(|_| power.intake.of(worst)),
            Some(boot),
            Some(worst),
            limit,
            limit.map(|limit| limit.saturating_sub(worst)),
        ],
        remark: remark(model, rail, power),
    }];
    let devices = power.loads.iter().filter(|load| load.supply.is_some());
    rows.extend(devices.map(|load| device(model, load, power.depth + 1)));
    rows
}

fn device(model: &Model, load: &Load, depth: usize) -> Row {
    let device = model.node(load.node).device();
    let supply = load.supply.and_then(|supply| device?.power.get(supply));
    let accepts = supply.and_then(|supply| supply.voltage.as_ref());
    let stated = supply.is_some_and(|supply| supply.current.is_some());
    Row {
        name: format!("{}{}", "  ".repeat(depth), consumer(model, load.node, supply)),
        voltage: accepts.map_or_else(String::new, |range| voltages(range.start.amount, range.end.amount)),
        amounts: [stated.then_some(load.current.all), None, None, None, None],
        remark: if stated && load.current.boot == 0 && load.current.all > 0 { "not at boot" } else { "" }.to_owned(),
    }
}

/// How the rail is made, and when the worst case is.
fn remark(model: &Model, rail: &Rail, power: &RailPower) -> String {
    let made = converter(rail).map(|converter| match converter {
        Converter::Ldo => "LDO",
        Converter::Switch => "switch",
        Converter::Buck => "buck",
        Converter::Boost => "boost",
        Converter::BuckBoost => "buck-boost",
    });
    let efficiency = rail.efficiency.as_ref().map(|efficiency| format!("{} %", efficiency.amount));
    let on = match (rail.always_on, rail.boot_on) {
        (Some(_), _) => Some("always on"),
        (None, Some(_)) => Some("on at reset"),
        (None, None) => None,
    };
    let worst = power.worst_with.map(|node| format!("worst with {}", model.label(node)));
    let over = rail.limit.as_ref().filter(|limit| power.output.all > limit.amount);
    let all = over.map(|_| format!("{} if everything is up", current(power.output.all)));
    let parts = [made.map(str::to_owned), efficiency, on.map(str::to_owned), worst, all];
    parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
}

/// Who draws without saying how much.
fn unstated(plan: &Plan, text: &mut String) {
    let model = &plan.model;
    let mut names: Vec<String> = Vec::new();
    for load in plan.power.rails.iter().flat_map(|rail| &rail.loads) {
        let device = model.node(load.node).device();
        let supply = load.supply.and_then(|supply| device?.power.get(supply));
        if supply.is_some_and(|supply| supply.current.is_none()) {
            names.push(consumer(model, load.node, supply));
        }
    }
    if !names.is_empty() {
        let _ = writeln!(text, "counted as 0, because no current is stated: {}", list(&names));
    }
}
