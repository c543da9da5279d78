//! Boot times: predicted by the compiler, measured in QEMU.

use bringup_compiler::plan::Plan;
use bringup_compiler::schedule::Op;
use firmware_tests::{Firmware, Result};
use std::collections::HashMap;
use std::time::Duration;

/// Microseconds by board and way.
pub(crate) struct Measured(HashMap<(String, String), u64>);

impl Measured {
    /// Runs the firmware with these features.
    pub(crate) fn run(features: &[&str]) -> Result<Measured> {
        let run = Firmware::build("bench/firmware", features)?.run().limit(Duration::from_secs(300));
        let outcome = run.finish()?;
        let words = |line: &str| match line.split(' ').collect::<Vec<_>>()[..] {
            [board, way, us] => Some(((board.to_owned(), way.to_owned()), us.parse().ok()?)),
            _ => None,
        };
        match outcome.transcript.lines().map(words).collect() {
            Some(times) if outcome.success => Ok(Measured(times)),
            _ => Err(outcome.transcript.into()),
        }
    }

    pub(crate) fn of(&self, board: &str, way: &str) -> Result<u64> {
        let time = self.0.get(&(board.to_owned(), way.to_owned()));
        Ok(*time.ok_or_else(|| format!("the firmware says nothing of {board} {way}"))?)
    }
}

/// How long the compiler says that a boot takes, in microseconds. `delays`: with a clock that cannot tell the time.
pub(crate) fn predicted(plan: &Plan, delays: bool) -> u64 {
    if !delays {
        return micros(plan.timeline.total);
    }
    let left =
        plan.schedule.all.iter().filter_map(|op| if let Op::Wait { left, .. } = op { Some(*left) } else { None });
    micros(i128::from(left.sum::<u64>())) + work(plan)
}

/// How long all inits take together, in microseconds.
pub(crate) fn work(plan: &Plan) -> u64 {
    let time = |step: &bringup_compiler::plan::Step| {
        let node = plan.model.node(step.node);
        let time = node.device().map_or_else(|| node.rail().and_then(|rail| rail.time), |device| device.time);
        i128::from(time.unwrap_or_default().value)
    };
    micros(plan.steps.iter().map(time).sum())
}

/// The longest way through edges, levels and priorities, in microseconds: no boot is shorter.
pub(crate) fn critical_path(plan: &Plan) -> u64 {
    micros(plan.timeline.lower_bound)
}

fn micros(ns: i128) -> u64 {
    u64::try_from(ns / 1_000).unwrap_or(u64::MAX)
}
