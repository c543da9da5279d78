//! Afterwards no node needs one of a later level, not even through rails.

use crate::graph::Graph;
use crate::messages::order as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, graph: &Graph, diagnostics: &mut Diagnostics) {
    let latest = graph.through_rails(model, |device| Some(device.level.value));
    for id in model.ids() {
        let Some(device) = model.node(id).device() else { continue };
        let mut report = |path: &[_]| {
            let last: &crate::graph::Edge = &path[path.len() - 1];
            if let Some(needed) = model.node(last.to).device() {
                let places = (device.level.span, needed.level.span);
                diagnostics.push(messages::level_inversion(model, path, places));
            }
        };
        for edge in graph.needs(id) {
            match model.node(edge.to).device() {
                Some(needed) if needed.level.value > device.level.value => report(&[*edge]),
                Some(_) => {}
                None => {
                    if latest[edge.to.0 as usize].is_some_and(|(level, _)| level > device.level.value) {
                        let mut path = vec![*edge];
                        path.extend(Graph::path(model, &latest, edge.to));
                        report(&path);
                    }
                }
            }
        }
    }
}
