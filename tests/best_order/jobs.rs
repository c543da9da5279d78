//! What a boot has to do, and the shortest time in which it could.

use bringup_compiler::model::{NodeId, NodeKind};
use bringup_compiler::plan::Plan;
use bringup_compiler::schedule::Op;

/// One step of a boot. Times are nanoseconds.
pub(crate) struct Job {
    pub(crate) takes: u64,
    /// How long its users wait after that.
    pub(crate) settling: u64,
    pub(crate) level: u32,
    /// What has an earlier turn in this level comes first. A rail that settles, or that such a rail needs, comes anywhere
    /// in its level.
    pub(crate) turn: Option<u32>,
    pub(crate) needs: Vec<usize>,
}

/// How long a node keeps the boot busy, and how long it settles after that.
fn times(plan: &Plan, id: NodeId) -> (u64, u64) {
    match &plan.model.node(id).kind {
        NodeKind::Device(device) => (device.time.map_or(0, |time| time.value), 0),
        NodeKind::Rail(rail) => (rail.time.map_or(0, |time| time.value), rail.settling().value),
    }
}

/// Everything that boots, in the order of the plan. All rails are switched on, and nothing is optional.
pub(crate) fn jobs(plan: &Plan) -> Vec<Job> {
    let at = |id| plan.steps.iter().position(|step| step.node == id);
    let job = |step: &bringup_compiler::plan::Step| {
        let (takes, settling) = times(plan, step.node);
        let turn = (settling == 0).then_some(step.turn);
        let needs = plan.edges.iter().filter(|edge| edge.from == step.node).filter_map(|edge| at(edge.to));
        Job { takes, settling, level: step.level.0, turn, needs: needs.collect() }
    };
    let mut jobs: Vec<Job> = plan.steps.iter().map(job).collect();
    for at in (0..jobs.len()).rev() {
        if jobs[at].turn.is_none() {
            for need in jobs[at].needs.clone() {
                if plan.model.node(plan.steps[need].node).rail().is_some() {
                    jobs[need].turn = None;
                }
            }
        }
    }
    jobs
}

/// How long the boot of the plan takes if everything takes as long as stated. `delays`: with a clock that cannot tell the
/// time.
pub(crate) fn planned(plan: &Plan, ops: &[Op], delays: bool) -> u64 {
    let (mut now, mut stamps) = (0, std::collections::HashMap::new());
    for op in ops {
        match *op {
            Op::Up(id) => now += times(plan, id).0,
            Op::Stamp(number) => drop(stamps.insert(number, now)),
            Op::Wait { left, .. } if delays => now += left,
            Op::Wait { stamp, time, .. } => now = now.max(stamps[&stamp] + time),
            Op::Good { .. } => {}
        }
    }
    now
}

/// The longest way through what has to wait for each other, were there no limit to what can be done at once.
pub(crate) fn critical_path(jobs: &[Job]) -> u64 {
    let mut settled = vec![0; jobs.len()];
    let mut ended = vec![0; jobs.len()];
    for (at, job) in jobs.iter().enumerate() {
        let needs = job.needs.iter().map(|need| settled[*need]);
        let barriers = (0..jobs.len()).filter(|other| comes_first(&jobs[*other], job)).map(|other| ended[other]);
        ended[at] = needs.chain(barriers).max().unwrap_or(0) + job.takes;
        settled[at] = ended[at] + job.settling;
    }
    settled.into_iter().max().unwrap_or(0)
}

/// Whether levels or turns put one before the other.
pub(crate) fn comes_first(one: &Job, other: &Job) -> bool {
    one.level < other.level
        || one.level == other.level && matches!((one.turn, other.turn), (Some(one), Some(other)) if one < other)
}

/// The shortest time of all orders that edges, levels and turns allow, whatever it waits for in between.
pub(crate) fn shortest(jobs: &[Job], known: u64) -> u64 {
    let mut search = Search { jobs, best: known, ended: vec![None; jobs.len()] };
    search.go_on(0, jobs.iter().map(|job| job.takes).sum(), 0);
    search.best
}

struct Search<'a> {
    jobs: &'a [Job],
    best: u64,
    ended: Vec<Option<u64>>,
}

impl Search<'_> {
    fn go_on(&mut self, now: u64, left: u64, settled: u64) {
        if (now + left).max(settled) >= self.best {
            return;
        }
        if self.ended.iter().all(Option::is_some) {
            self.best = now.max(settled);
            return;
        }
        for at in 0..self.jobs.len() {
            let job = &self.jobs[at];
            let comes_later = |other: usize| self.ended[other].is_none() && comes_first(&self.jobs[other], job);
            if self.ended[at].is_some() || (0..self.jobs.len()).any(comes_later) {
                continue;
            }
            let ready = |need: &usize| self.ended[*need].map(|ended| ended + self.jobs[*need].settling);
            let Some(ready) = job.needs.iter().map(ready).try_fold(now, |latest, ready| Some(latest.max(ready?))) else {
                continue;
            };
            let (end, left, settling) = (ready + job.takes, left - job.takes, job.settling);
            self.ended[at] = Some(end);
            self.go_on(end, left, settled.max(end + settling));
            self.ended[at] = None;
        }
    }
}
