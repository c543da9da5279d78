//! How long a boot takes, worked out step by step, and for `concurrent` poll by poll.

use bringup_compiler::model::{Node, NodeId, Rail};
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
struct Cost {
    takes: i128,
    /// Of a rail that its users have to wait for.
    settling: Option<i128>,
}

fn cost(plan: &Plan, id: NodeId, grown: Option<Grown>) -> Cost {
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

fn is_switched(rail: &Rail) -> bool {
    rail.enable.is_some() && rail.always_on.is_none() && rail.boot_on.is_none()
}

/// A rail that boot can do without has settled, or not, before the next step.
fn settles_at_once(plan: &Plan, id: NodeId) -> bool {
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

/// A task of a boot that awaits.
struct Task {
    step: Step,
    settles: bool,
    /// Its level and priority, counted through. None of what settles comes in one.
    turn: Option<usize>,
    blocks: bool,
    /// When it goes on, once it has started.
    due: Option<i128>,
    ended: bool,
}

/// Whether something runs that brings it up, and keeps the processor meanwhile.
pub(crate) fn blocks(node: &Node) -> bool {
    let runs = match (node.device(), node.rail()) {
        (Some(device), _) => device.init.as_ref(),
        (_, Some(rail)) => rail.enable.as_ref().filter(|_| is_switched(rail)),
        (None, None) => None,
    };
    runs.is_some_and(|expr| expr.awaits.is_none())
}

/// As the runtime polls it. Nothing holds a handle of another.
pub(crate) fn poll_by_poll(plan: &Plan, grown: Option<Grown>) -> i128 {
    let mut tasks = tasks(plan, grown);
    let mut now = 0i128;
    loop {
        let mut progress = false;
        for at in 0..tasks.len() {
            if tasks[at].ended || tasks[at].due.is_none() && !may_start(plan, &tasks, at) {
                continue;
            }
            let due = match tasks[at].due {
                Some(due) => due,
                None => {
                    let Cost { takes, settling } = cost(plan, tasks[at].step.node, grown);
                    let settling = settling.unwrap_or(0);
                    match (tasks[at].settles, tasks[at].blocks) {
                        (true, _) => now + settling,
                        (false, blocks) => {
                            let end = now + takes;
                            now = if blocks { end } else { now };
                            end + if settles_at_once(plan, tasks[at].step.node) { settling } else { 0 }
                        }
                    }
                }
            };
            tasks[at].due = Some(due);
            tasks[at].ended = due <= now;
            progress |= tasks[at].ended;
        }
        if !progress {
            match tasks.iter().filter(|task| !task.ended).filter_map(|task| task.due).min() {
                Some(due) => now = now.max(due),
                None => break,
            }
        }
    }
    assert!(tasks.iter().all(|task| task.ended), "somebody waits forever");
    now
}

fn tasks(plan: &Plan, grown: Option<Grown>) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    let mut turn = (0, None);
    for step in &plan.steps {
        let (step, node) = (*step, plan.model.node(step.node));
        let settles = cost(plan, step.node, grown).settling.is_some() && !settles_at_once(plan, step.node);
        let now = Some((step.level, step.turn));
        if !settles && turn.1 != now {
            turn = (turn.0 + 1, now);
        }
        let task = |settles| Task { step, settles, turn: None, blocks: blocks(node), due: None, ended: false };
        tasks.push(Task { turn: Some(turn.0).filter(|_| !settles), ..task(false) });
        tasks.extend(settles.then(|| task(true)));
    }
    tasks
}

fn may_start(plan: &Plan, tasks: &[Task], at: usize) -> bool {
    let task = &tasks[at];
    if task.settles {
        return tasks[at - 1].ended;
    }
    let needs = plan.edges.iter().filter(|edge| edge.from == task.step.node);
    let mut missing = needs.flat_map(|edge| tasks.iter().filter(|other| other.step.node == edge.to && !other.ended));
    let first = |other: &&Task| match (other.turn, task.turn) {
        (Some(other), Some(turn)) => other < turn,
        (Some(_), None) => other.step.level < task.step.level,
        (None, _) => false,
    };
    missing.next().is_none() && tasks.iter().filter(first).all(|other| other.ended)
}
