//! The shortest of all boots, by trying every order that edges, levels and turns allow.

use bringup_compiler::model::NodeKind;
use bringup_compiler::plan::{Plan, Step};

/// Something to do. Times are nanoseconds.
struct Job {
    takes: u64,
    /// How long its users wait after that.
    settling: u64,
    level: u32,
    /// What has an earlier turn in this level comes first. A rail that settles, or that such a rail of its level needs, has
    /// none: it comes anywhere in its level.
    turn: Option<u32>,
    needs: Vec<usize>,
}

/// How long the best boot takes, in nanoseconds. Waiting counts, whenever it pays. Of a board where everything boots and
/// is required.
pub(crate) fn shortest(plan: &Plan) -> u64 {
    let jobs = jobs(plan);
    let mut search = Search { best: u64::MAX, ended: vec![None; jobs.len()], jobs: &jobs };
    search.go_on(0, 0, jobs.iter().map(|job| job.takes).sum());
    search.best
}

fn jobs(plan: &Plan) -> Vec<Job> {
    let job = |step: &Step| {
        let (takes, settling) = match &plan.model.node(step.node).kind {
            NodeKind::Device(device) => (device.time, 0),
            NodeKind::Rail(rail) => (rail.time, rail.settling().value),
        };
        let needs = plan.edges.iter().filter(|edge| edge.from == step.node);
        let needs = needs.filter_map(|edge| plan.steps.iter().position(|step| step.node == edge.to));
        let turn = (settling == 0).then_some(step.turn);
        Job { takes: takes.map_or(0, |time| time.value), settling, level: step.level.0, turn, needs: needs.collect() }
    };
    let mut jobs: Vec<Job> = plan.steps.iter().map(job).collect();
    for at in (0..jobs.len()).rev().filter(|at| plan.model.node(plan.steps[*at].node).rail().is_some()) {
        let feeds = |job: &Job| job.turn.is_none() && job.needs.contains(&at) && job.level == jobs[at].level;
        if jobs.iter().any(feeds) {
            jobs[at].turn = None;
        }
    }
    jobs
}

/// Whether levels or turns put one before the other.
fn comes_first(one: &Job, other: &Job) -> bool {
    let earlier = one.turn.zip(other.turn).is_some_and(|(one, other)| one < other);
    one.level < other.level || one.level == other.level && earlier
}

struct Search<'a> {
    jobs: &'a [Job],
    best: u64,
    /// When each job ended.
    ended: Vec<Option<u64>>,
}

impl Search<'_> {
    /// Tries every job that can be next. `left` is how long all of the others take.
    fn go_on(&mut self, now: u64, settled: u64, left: u64) {
        if settled.max(now + left) >= self.best {
            return;
        }
        if self.ended.iter().all(Option::is_some) {
            self.best = settled;
        }
        for at in 0..self.jobs.len() {
            let Some(start) = self.start(at, now) else { continue };
            let (end, job) = (start + self.jobs[at].takes, &self.jobs[at]);
            self.ended[at] = Some(end);
            self.go_on(end, settled.max(end + job.settling), left - job.takes);
            self.ended[at] = None;
        }
    }

    /// When a job can start, if it can be the next.
    fn start(&self, at: usize, now: u64) -> Option<u64> {
        let job = &self.jobs[at];
        let mut missing = (0..self.jobs.len()).filter(|other| self.ended[*other].is_none());
        if self.ended[at].is_some() || missing.any(|other| comes_first(&self.jobs[other], job)) {
            return None;
        }
        let settled = |need: &usize| Some(self.ended[*need]? + self.jobs[*need].settling);
        job.needs.iter().map(settled).try_fold(now, |start, settled| Some(start.max(settled?)))
    }
}
