//! L0903: a priority that decides nothing, because another node pulls this one in before its turn, or because no other
//! node of its level has a different one.

use super::Finding;
use crate::messages::lints as messages;
use crate::model::{Device, LevelId};
use crate::plan::Plan;
use rustc_hash::{FxHashMap, FxHashSet};

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let model = &plan.model;
    let mut priorities: FxHashMap<LevelId, FxHashSet<u16>> = FxHashMap::default();
    for device in plan.steps.iter().filter_map(|step| model.node(step.node).device()) {
        priorities.entry(device.level.value).or_default().insert(device.priority);
    }
    for step in &plan.steps {
        let node = model.node(step.node);
        let Some((device, span)) = node.device().and_then(|device| Some((device, device.priority_span?))) else {
            continue;
        };
        let (label, level) = (&node.label.name, &model.level(device.level.value).name);
        let puller = step.pulled_by.filter(|by| model.node(*by).device().is_none_or(|by| !decides(device, by)));
        let diagnostic = if let Some(by) = puller {
            let first = plan.edges.partition_point(|edge| edge.from < by);
            let edge = plan.edges[first..].iter().find(|edge| edge.to == step.node);
            let by = &model.node(by).label;
            let place = (edge.map_or(by.span, |edge| edge.span), format!("`{}` needs it earlier", by.name));
            messages::priority_without_effect(label, span, "it comes up before its turn", Some(place))
        } else if priorities[&device.level.value].len() == 1 {
            let why = format!("every node of level `{level}` that boots has the same priority");
            messages::priority_without_effect(label, span, &why, None)
        } else {
            continue;
        };
        found.push(Finding { allowed: &node.allows, diagnostic });
    }
}

/// Whether the priority still had a say although `by` pulled the node in: among other needs of `by` it is sorted by it.
fn decides(device: &Device, by: &Device) -> bool {
    device.level.value == by.level.value && device.priority <= by.priority
}
