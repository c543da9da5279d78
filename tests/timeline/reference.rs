//! How long a boot takes, worked out step by step.

use bringup_compiler::model::{NodeId, Rail};
use bringup_compiler::plan::{Plan, Step};
use bringup_compiler::schedule::Op;
use bringup_compiler::timeline::BarKind;
use std::collections::HashMap;

/// A bar that goes on for longer than the board says.
#[derive(Clone, Copy)]
pub(crate) struct Grown {
    pub(crate) node: NodeId,
    pub(crate) kind: BarKind,
    pub(crate) by: i128,
}

/// What one node costs.
pub(crate) struct Cost {
    pub(crate) takes: i128,
    /// Of a rail that its users have to wait for.
    pub(crate) settling: Option<i128>,
}

pub(crate) fn cost(plan: &Plan, id: NodeId, grown: Option<Grown>) -> Cost {
    let grow = |is: fn(BarKind) -> bool| grown.filter(|it| it.node == id && is(it.kind)).map_or(0, |it| it.by);
    let (up, ramp) = (grow(|kind| kind != BarKind::Ramp), grow(|kind| kind == BarKind::Ramp));
    let node = plan.model.node(id);
    let Some(rail) = node.rail() else {
        let time = node.device().and_then(|device| device.time).map_or(0, |time| time.value);
        return Cost { takes: i128::from(time) + up, settling: None };
    };
    if !is_switched(rail) {
        return Cost { takes: up, settling: None };
    }
    let time = |time: Option<bringup_compiler::model::At<u64>>| time.map(|time| i128::from(time.value));
    let settling = match (&rail.good, time(rail.good_after), time(rail.ramp)) {
        (Some(_), Some(after), _) => Some(after),
        (Some(_), None, ramp) => Some(ramp.unwrap_or(0)),
        (None, _, ramp) => ramp.filter(|ramp| *ramp > 0),
    };
    Cost { takes: time(rail.time).unwrap_or(0) + up, settling: settling.map(|settling| settling + ramp) }
}

pub(crate) fn is_switched(rail: &Rail) -> bool {
    rail.enable.is_some() && rail.always_on.is_none() && rail.boot_on.is_none()
}

/// A rail that boot can do without has settled, or not, before the next step.
pub(crate) fn settles_at_once(plan: &Plan, id: NodeId) -> bool {
    plan.tolerated[id.0 as usize] && plan.model.node(id).rail().is_some_and(|rail| rail.good.is_some())
}

/// By the operations of the schedule, as they are generated.
pub(crate) fn by_operations(plan: &Plan) -> i128 {
    let (mut now, mut stamps) = (0i128, HashMap::new());
    for op in &plan.schedule.all {
        match *op {
            Op::Up(id) => {
                let Cost { takes, settling } = cost(plan, id, None);
                now += takes + settling.filter(|_| settles_at_once(plan, id)).unwrap_or(0);
            }
            Op::Stamp(number) => drop(stamps.insert(number, now)),
            Op::Wait { stamp, time, .. } => now = now.max(stamps[&stamp] + i128::from(time)),
            Op::Good { .. } => {}
        }
    }
    now
}

/// In the order of the plan: each step when the one before is over and all that it needs has settled.
pub(crate) fn step_by_step(plan: &Plan, grown: Option<Grown>) -> i128 {
    let mut now = 0i128;
    let mut settled: HashMap<NodeId, i128> = HashMap::new();
    for step in &plan.steps {
        let needs = plan.edges.iter().filter(|edge| edge.from == step.node);
        now = needs.filter_map(|edge| settled.get(&edge.to)).fold(now, |now, settled| now.max(*settled));
        let Cost { takes, settling } = cost(plan, step.node, grown);
        now += takes;
        if settles_at_once(plan, step.node) {
            now += settling.unwrap_or(0);
        }
        for (rail, _) in plan.schedule.counted.iter().filter(|(_, after)| *after == step.node) {
            settled.insert(*rail, now + cost(plan, *rail, grown).settling.expect("only rails that settle count"));
        }
    }
    settled.values().fold(now, |now, settled| now.max(*settled))
}

fn needs(plan: &Plan, id: NodeId) -> impl Iterator<Item = NodeId> {
    plan.edges.iter().filter(move |edge| edge.from == id).map(|edge| edge.to)
}

/// By step, the rails that do not wait for their turn: those that settle, and those of the same level that feed one.
pub(crate) fn eager(plan: &Plan) -> Vec<bool> {
    let settles = |id| cost(plan, id, None).settling.is_some() && !settles_at_once(plan, id);
    // The longest chain of rails has as many links as there are steps.
    let mut eager: Vec<bool> = plan.steps.iter().map(|step| settles(step.node)).collect();
    for _ in &plan.steps {
        for (at, step) in plan.steps.iter().enumerate() {
            let feeds = |(user, eager): (&Step, &bool)| {
                *eager && user.level == step.level && needs(plan, user.node).any(|need| need == step.node)
            };
            eager[at] |= plan.model.node(step.node).rail().is_some() && plan.steps.iter().zip(&eager).any(feeds);
        }
    }
    eager
}

/// With everything at once that edges, levels and turns allow.
pub(crate) fn at_best(plan: &Plan) -> i128 {
    let needs = |step: &Step| needs(plan, step.node);
    let eager = eager(plan);
    let mut times: Vec<(i128, i128)> = Vec::new();
    for (at, step) in plan.steps.iter().enumerate() {
        let first = |other: usize| {
            let (before, turn) = (&plan.steps[other], !eager[at] && plan.steps[other].turn < step.turn);
            !eager[other] && (before.level < step.level || before.level == step.level && turn)
        };
        let settled = (0..at).filter(|other| needs(step).any(|need| need == plan.steps[*other].node));
        let ended = (0..at).filter(|other| first(*other)).map(|other| times[other].0);
        let start = settled.map(|other| times[other].1).chain(ended).max().unwrap_or(0);
        let Cost { takes, settling } = cost(plan, step.node, None);
        times.push((start + takes, start + takes + settling.unwrap_or(0)));
    }
    times.iter().map(|(_, settled)| *settled).max().unwrap_or(0)
}
