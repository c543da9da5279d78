//! Afterwards boot takes no longer than its budget.

use crate::flow::{Flows, Source};
use crate::graph::Graph;
use crate::messages::time as messages;
use crate::model::{At, LevelId, Model, NodeId, NodeKind};
use crate::order::{Order, order};
use crate::plan::Plan;
use crate::schedule::Schedule;
use crate::timeline::{BarKind, Timeline};
use bringup_dsl::{Diagnostics, Span};

/// Each one to be tried costs as much as planning the board.
const MOST_TRIED: usize = 8;

pub(super) fn check(plan: &Plan, graph: &Graph, diagnostics: &mut Diagnostics) {
    let Some(budget) = plan.model.board.boot_budget else { return };
    if plan.timeline.total > i128::from(budget.value) {
        let earlier = earlier(plan, graph);
        diagnostics.push(messages::over_budget(plan, budget, earlier.as_ref()));
    }
}

/// The rail of the critical path with which boot gets shortest if the rail has the first level that what it needs allows.
fn earlier(plan: &Plan, graph: &Graph) -> Option<messages::Earlier> {
    let needed = graph.through_rails(&plan.model, |_| true, |node| node.level().map(|level| level.value));
    let bars = plan.timeline.critical.iter().map(|link| plan.timeline.bars[link.bar]);
    let mut ramps: Vec<_> = bars.filter(|bar| bar.kind == BarKind::Ramp).collect();
    ramps.sort_by_key(|bar| std::cmp::Reverse(bar.takes()));
    let mut model = plan.model.clone();
    let mut best: Option<messages::Earlier> = None;
    for bar in ramps.into_iter().take(MOST_TRIED) {
        let rail = bar.node;
        let level = needed[rail.0 as usize].map_or(LevelId(0), |towards| towards.key);
        let now = plan.steps.iter().find(|step| step.node == rail).map(|step| step.level);
        // A level cannot do without its rails.
        if now.is_none_or(|now| now <= level) || plan.tolerated[rail.0 as usize] {
            continue;
        }
        let before = set_level(&mut model, rail, Some(At { value: level, span: Span::default() }));
        let planned = timeline(plan, &model, graph);
        set_level(&mut model, rail, before);
        let start = planned.bars.iter().find(|new| (new.node, new.kind) == (rail, bar.kind)).map(|new| new.start);
        let least = best.as_ref().map_or(plan.timeline.total, |best| best.total);
        if let Some(start) = start.filter(|start| *start < bar.start && planned.total < least) {
            best = Some(messages::Earlier { rail, level, by: bar.start - start, total: planned.total });
        }
    }
    best
}

fn set_level(model: &mut Model, rail: NodeId, level: Option<At<LevelId>>) -> Option<At<LevelId>> {
    match &mut model.nodes[rail.0 as usize].kind {
        NodeKind::Rail(rail) => std::mem::replace(&mut rail.level, level),
        NodeKind::Device(_) => None,
    }
}

/// The timeline if `model`, which differs only in the levels of rails, were the board.
fn timeline(plan: &Plan, model: &Model, graph: &Graph) -> Timeline {
    let Order { steps, tolerated, .. } = order(model, graph);
    let source = Source { model, edges: &plan.edges, handles: &plan.handles, tolerated: &tolerated };
    let schedule = Schedule::new(model, graph, &tolerated, &steps);
    let flows = model.board.concurrent.map(|_| Flows::new(&source, graph, &steps));
    Timeline::new(&source, graph, &steps, &schedule, flows.as_ref())
}
