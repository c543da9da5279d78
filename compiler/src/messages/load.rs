//! Words about currents.

use super::list;
use super::power::consumer;
use super::quantity::{current, current_column, voltage};
use crate::model::{Converter, Model, NodeId};
use crate::power::{Currents, Intake, Load, Power, RailPower};
use bringup_dsl::ast::Number;
use bringup_dsl::{Code, Diagnostic};

/// More consumers than this are counted and not listed.
const MOST_PLACES: usize = 16;
/// More names than this help nobody.
const MOST_NAMES: usize = 6;

/// What is up at the same time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Boot,
    With(NodeId),
    All,
}

impl When {
    fn of(self, currents: &Currents) -> i128 {
        match self {
            When::Boot => currents.boot,
            When::With(_) => currents.worst,
            When::All => currents.all,
        }
    }
}

/// More is drawn from `rail` than its `limit`.
pub(crate) fn overloaded(model: &Model, power: &Power, rail: &RailPower, limit: &Number, when: When) -> Diagnostic {
    let label = model.label(rail.rail);
    let (total, most) = (when.of(&rail.output), limit.amount);
    let (code, case) = match when {
        When::Boot => (Code::B0403, "at boot".to_owned()),
        When::With(node) => (Code::B0403, format!("once `{}` is up", model.label(node))),
        When::All => (Code::L0912, "if everything is up".to_owned()),
    };
    let over = current(total.saturating_sub(most));
    let title =
        format!("`{label}` is overloaded {case}: {} is {over} over its limit of {}", current(total), current(most));
    let mut loads: Vec<&Load> = rail.loads.iter().filter(|load| when.of(&load.current) > 0).collect();
    loads.sort_by_key(|load| std::cmp::Reverse(when.of(&load.current)));

    let text = format!("`{label}` gives at most {}", current(most));
    let mut diagnostic = Diagnostic::new(code, title, limit.span, text);
    for load in loads.iter().take(MOST_PLACES) {
        diagnostic = diagnostic
            .related(load.span, format!("`{}` draws {}", name(model, load), current(when.of(&load.current))));
    }
    if let When::With(node) = when
        && let Some(flag) = model.node(node).device().and_then(|device| device.init_skip)
    {
        diagnostic = diagnostic.related(flag, format!("`{}` comes up besides what boots", model.label(node)));
    }
    diagnostic = diagnostic.note(table(model, power, &loads, (total, most), when));
    diagnostic.notes.extend(unstated(model, rail));
    if let When::With(node) = when {
        let others = rail.exceeded_with.iter().filter(|other| **other != node);
        let others: Vec<&str> = others.map(|other| model.label(*other)).collect();
        diagnostic
            .notes
            .extend((!others.is_empty()).then(|| format!("too much as well, each on its own: {}", list(&others))));
    }
    diagnostic.help(match (when, loads.iter().find(|load| without_efficiency(model, load))) {
        (_, Some(load)) => {
            format!("state the `efficiency` of `{}`: a buck takes less than it gives", model.label(load.node))
        }
        (When::All, _) => "if that never happens, say `#[allow(L0912)]` in front of the rail".to_owned(),
        (When::Boot, _) => "power some of these from another rail, or make them `init_skip`".to_owned(),
        (When::With(node), _) => {
            format!(
                "power some of these from another rail, or make what `{}` does not need `init_skip`",
                model.label(node)
            )
        }
    })
}

/// `imu.vdd`, or `rail v1v8`.
fn name(model: &Model, load: &Load) -> String {
    let device = model.node(load.node).device();
    let supply = load.supply.and_then(|supply| device?.power.get(supply));
    consumer(model, load.node, supply)
}

/// A buck that counts as if it took what it gives.
fn without_efficiency(model: &Model, load: &Load) -> bool {
    let rail = model.node(load.node).rail();
    rail.is_some_and(|rail| rail.efficiency.is_none() && rail.converter.is_some_and(|it| it.value == Converter::Buck))
}

/// Consumers, the greatest first, their sum and what it exceeds.
fn table(model: &Model, power: &Power, loads: &[&Load], (total, limit): (i128, i128), when: When) -> String {
    let shown = loads.len().min(MOST_PLACES);
    let mut rows: Vec<(String, i128, String)> = Vec::new();
    for load in &loads[..shown] {
        let kind = if load.supply.is_none() { "rail " } else { "" };
        rows.push((format!("{kind}{}", name(model, load)), when.of(&load.current), remark(power, load, when)));
    }
    let rest = loads[shown..].iter().fold(0i128, |sum, load| sum.saturating_add(when.of(&load.current)));
    if shown < loads.len() {
        rows.push((format!("{} others", loads.len() - shown), rest, String::new()));
    }
    let sums = rows.len();
    rows.push(("total".to_owned(), total, String::new()));
    rows.push(("limit".to_owned(), limit, String::new()));
    rows.push(("over by".to_owned(), total.saturating_sub(limit), String::new()));
    let amounts = current_column(&rows.iter().map(|row| row.1).collect::<Vec<_>>());
    let width = rows.iter().map(|row| row.0.chars().count()).max().unwrap_or(0);
    let mut text = match when {
        When::Boot => "what boots draws".to_owned(),
        When::With(node) => format!("what boots draws, with `{}`", model.label(node)),
        When::All => "everything together draws".to_owned(),
    };
    for (at, ((name, _, remark), amount)) in rows.iter().zip(&amounts).enumerate() {
        if at == sums {
            text.push_str(&format!("\n  {}", "-".repeat(width + 2 + amount.len())));
        }
        text.push_str(format!("\n  {name:width$}  {amount}  {remark}").trim_end());
    }
    text
}

/// Where the current of a consumer comes from, unless that is plain.
fn remark(power: &Power, load: &Load, when: When) -> String {
    let below = power.rail(load.node).filter(|_| load.supply.is_none());
    let made = below.map(|below| match below.intake {
        Intake::Same => "= what it gives".to_owned(),
        Intake::Power { output, input, efficiency } => {
            let gives = current(when.of(&load.gives));
            format!("= {} * {gives} / ({} * {efficiency} %)", voltage(output), voltage(input))
        }
    });
    let deferred = (load.current.boot == 0 && when != When::Boot).then(|| "not at boot".to_owned());
    [made, deferred].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Who draws from the rail without saying how much.
fn unstated(model: &Model, rail: &RailPower) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for load in &rail.loads {
        let supply = load.supply.and_then(|supply| model.node(load.node).device()?.power.get(supply));
        if supply.is_some_and(|supply| supply.current.is_none()) {
            names.push(name(model, load));
        }
    }
    match names.len() {
        0 => None,
        few if few <= MOST_NAMES => Some(format!("counted as 0, for want of a `current`: {}", list(&names))),
        many => Some(format!("{many} consumers are counted as 0, because they state no `current`")),
    }
}
