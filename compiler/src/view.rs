//! A plan as text for people.

mod lock;
mod power;
mod sequence;
mod table;
mod timeline;
mod why;

pub use lock::lock;
pub use power::power;
pub use sequence::{needs, sequence};
pub use timeline::{bar_name, time, timeline};
pub use why::{Rule, Why, edge, why};

use crate::messages::quantity;
use crate::model::{Device, LevelId, NodeKind, Rail};
use crate::plan::Plan;
use std::fmt::Write;

/// A range of microvolts: `3.3 V`, `3 V to 4.2 V`.
pub fn voltages(lowest: i128, highest: i128) -> String {
    quantity::voltages(lowest, highest)
}

/// The boot sequence, a line each: position, level, label, and what put it there. Deferred nodes follow without a number.
pub fn order(plan: &Plan) -> String {
    let model = &plan.model;
    let widest = |names: &mut dyn Iterator<Item = &str>| names.map(|name| name.chars().count()).max().unwrap_or(0);
    let level_width = widest(&mut model.levels.iter().map(|level| level.name.as_str()));
    let label_width = widest(&mut model.nodes.iter().map(|node| node.label.name.as_str()));
    let mut text = String::new();
    let mut line = |position: String, level: &str, label: &str, reason: String| {
        // Writing into a String cannot fail.
        let _ = writeln!(text, "{position:>4}  {level:level_width$}  {label:label_width$}  {reason}");
    };
    let mut boots = vec![false; model.nodes.len()];
    for (at, step) in plan.steps.iter().enumerate() {
        boots[step.node.0 as usize] = true;
        let node = model.node(step.node);
        let what = match &node.kind {
            NodeKind::Device(device) => format!("priority {}{}", device.priority, failure(device)),
            NodeKind::Rail(rail) => on_from_the_start(rail).unwrap_or("rail").to_owned(),
        };
        let why = step.pulled_by.map_or(String::new(), |by| format!(", needed by {}", model.label(by)));
        line((at + 1).to_string(), &model.level(step.level).name, &node.label.name, what + &why);
    }
    for id in model.ids().filter(|id| !boots[id.0 as usize]) {
        let node = model.node(id);
        let (level, why) = match &node.kind {
            NodeKind::Device(device) if device.disabled.is_some() => (device.level.value, "disabled".to_owned()),
            NodeKind::Device(device) => (device.level.value, format!("deferred{}", failure(device))),
            NodeKind::Rail(rail) => {
                (LevelId(0), on_from_the_start(rail).unwrap_or("rail, not switched on").to_owned())
            }
        };
        let level = if node.rail().is_some() { "" } else { model.level(level).name.as_str() };
        line("-".to_owned(), level, &node.label.name, why);
    }
    text
}

/// What happens when it fails, if that is anything but the end of the boot.
fn failure(device: &Device) -> String {
    let attempts = device.retry.map(|retry| retry.value).filter(|retry| *retry > 1 && device.can_fail());
    let attempts = attempts.map_or(String::new(), |attempts| format!(", up to {attempts} attempts"));
    let optional = if device.optional.is_some() { ", optional" } else { "" };
    attempts + optional
}

fn on_from_the_start(rail: &Rail) -> Option<&'static str> {
    let always = rail.always_on.map(|_| "rail, always on");
    always.or(rail.boot_on.map(|_| "rail, on at reset"))
}
