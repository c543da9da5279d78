//! L0904: `depends` or `after` names a node that another edge already puts first.

use super::Finding;
use crate::graph::{Edge, EdgeKind};
use crate::messages::lints as messages;
use crate::plan::Plan;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    for edges in plan.edges.chunk_by(|a, b| a.from == b.from) {
        let mut edges: Vec<&Edge> = edges.iter().collect();
        // Of two equal edges the one written first counts; otherwise the harder one does.
        edges.sort_by_key(|edge| (edge.to, std::cmp::Reverse(edge.kind)));
        for same in edges.chunk_by(|a, b| a.to == b.to) {
            for needless in same[1..].iter().filter(|edge| edge.kind <= EdgeKind::Depends) {
                let diagnostic = messages::stated_twice(&plan.model, needless, same[0]);
                found.push(Finding { allowed: &plan.model.node(needless.from).allows, diagnostic });
            }
        }
    }
}
