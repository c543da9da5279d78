//! Afterwards no node needs one of a later level, not even through rails.

use super::acyclic::Circular;
use crate::graph::{Edge, Graph, Towards};
use crate::messages::order as messages;
use crate::model::{LevelId, Model};
use bringup_dsl::Diagnostics;
use rustc_hash::FxHashSet;

pub(super) fn check(model: &Model, graph: &Graph, circular: &Circular, diagnostics: &mut Diagnostics) {
    let latest = graph.through_rails(model, |_| true, |node| node.level().map(|level| level.value));
    for id in model.ids() {
        let Some(level) = model.node(id).level() else { continue };
        let mut reported = FxHashSet::default();
        for edge in graph.needs(id).filter(|edge| !circular.contains(&(edge.from, edge.to))) {
            let path = match model.node(edge.to).level() {
                Some(needed) if needed.value > level.value => vec![*edge],
                None if model.node(edge.to).rail().is_some() => path(&latest, edge, level.value),
                _ => continue,
            };
            let Some(last) = path.last() else { continue };
            let Some(needed) = model.node(last.to).level() else { continue };
            if reported.insert(last.to) {
                diagnostics.push(messages::level_inversion(model, &path, level, needed));
            }
        }
    }
}

/// From `edge`, which leads to a rail, on to a node of a level later than `level`; empty if there is none.
fn path(latest: &[Option<Towards<LevelId>>], edge: &Edge, level: LevelId) -> Vec<Edge> {
    if latest[edge.to.0 as usize].is_none_or(|found| found.key <= level) {
        return Vec::new();
    }
    let mut path = vec![*edge];
    path.extend(Graph::path(latest, edge.to));
    path
}
