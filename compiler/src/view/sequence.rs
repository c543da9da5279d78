//! The order with its reasons.

use super::table::{Column, table};
use super::{failure, on_from_the_start};
use crate::graph::{Edge, EdgeKind};
use crate::model::{Model, NodeId, NodeKind};
use crate::plan::Plan;

/// A line of the table.
struct Row {
    position: String,
    level: String,
    label: String,
    priority: String,
    reason: String,
}

/// The boot sequence as a table: position, level, label, priority, and why it comes there: the node on whose account it is
/// pulled in, and what it needs itself. Below that what does not boot.
pub fn sequence(plan: &Plan) -> String {
    let model = &plan.model;
    let mut boots = vec![false; model.nodes.len()];
    let mut rows = Vec::new();
    for (at, step) in plan.steps.iter().enumerate() {
        boots[step.node.0 as usize] = true;
        let pulled = step.pulled_by.map(|by| format!("pulled in by {}", model.label(by)));
        let level = model.level(step.level).name.to_string();
        rows.push(Row::new(plan, step.node, (at + 1).to_string(), level, pulled));
    }
    for id in model.ids().filter(|id| !boots[id.0 as usize]) {
        let level = model.node(id).level().map_or(String::new(), |level| model.level(level.value).name.to_string());
        let absent = match &model.node(id).kind {
            NodeKind::Device(device) if device.disabled.is_some() => "disabled",
            NodeKind::Device(_) => "not at boot",
            NodeKind::Rail(rail) if on_from_the_start(rail).is_some() => "not used at boot",
            NodeKind::Rail(_) => "not switched on at boot",
        };
        rows.push(Row::new(plan, id, "-".to_owned(), level, Some(absent.to_owned())));
    }
    let left = |title: &str, of: &dyn Fn(&Row) -> String| Column::left(title, rows.iter().map(of));
    table(&[
        Column::right("", rows.iter().map(|row| row.position.clone())),
        left("level", &|row| row.level.clone()),
        left("node", &|row| row.label.clone()),
        Column::right("priority", rows.iter().map(|row| row.priority.clone())),
        left("reason", &|row| row.reason.clone()),
    ])
}

impl Row {
    fn new(plan: &Plan, id: NodeId, position: String, level: String, first: Option<String>) -> Row {
        let node = plan.model.node(id);
        let what = match &node.kind {
            NodeKind::Device(device) => failure(device).trim_start_matches(", ").to_owned(),
            NodeKind::Rail(rail) => on_from_the_start(rail).unwrap_or("rail").to_owned(),
        };
        let priority = node.device().map_or(String::new(), |device| device.priority.to_string());
        let needs = needs(&plan.model, &plan.edges, id);
        let parts: Vec<String> =
            [Some(what), first, Some(needs)].into_iter().flatten().filter(|part| !part.is_empty()).collect();
        Row { position, level, label: node.label.name.to_string(), priority, reason: parts.join("; ") }
    }
}

/// What it needs itself, each node once, for the first reason that is written.
///
/// `edges` are sorted by the node that needs the other.
pub fn needs(model: &Model, edges: &[Edge], id: NodeId) -> String {
    let start = edges.partition_point(|edge| edge.from < id);
    let mut seen = Vec::new();
    let mut groups: Vec<(EdgeKind, Vec<&str>)> = Vec::new();
    for edge in edges[start..].iter().take_while(|edge| edge.from == id) {
        if seen.contains(&edge.to) {
            continue;
        }
        seen.push(edge.to);
        match groups.iter_mut().find(|(kind, _)| *kind == edge.kind) {
            Some((_, labels)) => labels.push(model.label(edge.to)),
            None => groups.push((edge.kind, vec![model.label(edge.to)])),
        }
    }
    let groups = groups.iter().map(|(kind, labels)| format!("{} {}", verb(*kind), labels.join(", ")));
    groups.collect::<Vec<String>>().join("; ")
}

fn verb(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::After => "after",
        EdgeKind::Depends => "depends on",
        EdgeKind::Power => "powered by",
        EdgeKind::From => "fed from",
        EdgeKind::Control => "switched by",
        EdgeKind::Held => "uses",
        EdgeKind::Lent => "borrows",
        EdgeKind::Bus => "on bus",
    }
}
