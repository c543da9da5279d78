//! Afterwards no node needs one of a later level, not even through rails.

use super::acyclic::Circular;
use crate::graph::{Edge, Graph};
use crate::messages::order as messages;
use crate::model::{LevelId, Model};
use bringup_dsl::Diagnostics;
use std::collections::HashSet;

pub(super) fn check(model: &Model, graph: &Graph, circular: &Circular, diagnostics: &mut Diagnostics) {
    let latest =
        graph.through_rails(model, |_| true, |device| Some(device.level.value).filter(|_| device.level_known));
    for id in model.ids() {
        let Some(device) = model.node(id).device().filter(|device| device.level_known) else { continue };
        let mut reported = HashSet::new();
        for edge in graph.needs(id).filter(|edge| !circular.contains(&(edge.from, edge.to))) {
            let path = match model.node(edge.to).device() {
                Some(needed) if needed.level_known && needed.level.value > device.level.value => vec![*edge],
                Some(_) => continue,
                None => path(model, &latest, edge, device.level.value),
            };
            let Some(last) = path.last() else { continue };
            let Some(needed) = model.node(last.to).device() else { continue };
            if reported.insert(last.to) {
                let places = (device.level.span, needed.level.span);
                diagnostics.push(messages::level_inversion(model, &path, places));
            }
        }
    }
}

/// From `edge`, which leads to a rail, on to a node of a level later than `level`; empty if there is none.
fn path(model: &Model, latest: &[Option<(LevelId, Edge)>], edge: &Edge, level: LevelId) -> Vec<Edge> {
    if latest[edge.to.0 as usize].is_none_or(|(found, _)| found <= level) {
        return Vec::new();
    }
    let mut path = vec![*edge];
    path.extend(Graph::path(model, latest, edge.to));
    path
}
