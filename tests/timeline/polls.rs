//! How long a boot takes with `concurrent`, poll by poll.

use crate::reference::{Cost, Grown, cost, eager, is_switched, settles_at_once};
use bringup_compiler::model::Node;
use bringup_compiler::plan::{Plan, Step};

/// A task of a boot that awaits.
struct Task {
    step: Step,
    settles: bool,
    /// Its level and priority, counted through. No rail that is eager comes in one.
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
    for (step, eager) in plan.steps.iter().zip(eager(plan)) {
        let (step, node) = (*step, plan.model.node(step.node));
        let settles = cost(plan, step.node, grown).settling.is_some() && !settles_at_once(plan, step.node);
        let now = Some((step.level, step.turn));
        if !eager && turn.1 != now {
            turn = (turn.0 + 1, now);
        }
        let task = |settles| Task { step, settles, turn: None, blocks: blocks(node), due: None, ended: false };
        tasks.push(Task { turn: Some(turn.0).filter(|_| !eager), ..task(false) });
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
