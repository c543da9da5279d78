//! What the plan of a board knows and a person would have to keep in mind, each step with its figure.

use super::cost::{self, Cost, Implementation, Way};
use crate::Tables;
use crate::table::table;
use firmware_tests::{Measured, Result, TARGETS};

const FOLDER: &str = "bench/below";

struct Step {
    is: &'static str,
    /// By hand, or without the step.
    without: &'static str,
    with: &'static str,
    /// Whether both leave the same trace. Only waits differ where they do not.
    same_waits: bool,
    /// How many of the first nodes can fail in one of them only.
    never_fail: usize,
}

const STEPS: [Step; 5] = [
    Step {
        is: "failures share one way down, instead of a list of calls each",
        without: "tails_apart",
        with: "tails_shared",
        same_waits: false,
        never_fail: 0,
    },
    Step {
        is: "two ramps are one wait, instead of one after each `enable`",
        without: "waits_apart",
        with: "waits_merged",
        same_waits: false,
        never_fail: 0,
    },
    Step {
        is: "three of nine drivers cannot fail, and nobody asks",
        without: "all_can_fail",
        with: "some_cannot",
        same_waits: true,
        never_fail: 3,
    },
    Step {
        is: "first and last user of two rails are known, instead of counted",
        without: "rails_counted",
        with: "rails_constant",
        same_waits: true,
        never_fail: 0,
    },
    Step {
        is: "the `error` enum starts at 1 instead of 0",
        without: "error_from_0",
        with: "error_from_1",
        same_waits: true,
        never_fail: 0,
    },
];

pub(crate) fn measure() -> Result<Vec<Cost>> {
    let ways = TARGETS.map(|target| Way { target, opt_level: "s", lto: true, nodes: None });
    let one = |name| Implementation { name, is: "", rollback: true };
    let all: Vec<_> = STEPS.iter().flat_map(|step| [one(step.without), one(step.with)]).collect();
    cost::measure(FOLDER, &ways, &all, check)
}

/// Both of a pair do the same.
fn check(measured: &[Measured]) -> Result<()> {
    for (step, pair) in STEPS.iter().zip(measured.chunks(2)) {
        let events = |of: &Measured| -> Vec<String> {
            let waits = |events: &str| if step.same_waits { events.to_owned() } else { without_waits(events) };
            let failures = of.runs.iter().skip(1 + step.never_fail);
            of.runs.iter().take(1).chain(failures).map(|run| waits(&run.events)).collect()
        };
        let both: Vec<_> = pair.iter().map(events).collect();
        if both.windows(2).any(|pair| pair[0] != pair[1]) {
            return Err(format!("{} and {} differ: {both:#?}", step.without, step.with).into());
        }
    }
    Ok(())
}

/// `+1~5+2` without `~5`.
fn without_waits(events: &str) -> String {
    let mut parts = events.split('~');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.trim_start_matches(|letter: char| letter.is_ascii_digit()))
}

pub(crate) fn tables(costs: &[Cost]) -> Tables {
    let find = |name: &str, target: &str| costs.iter().find(|cost| cost.name == name && cost.way.target == target);
    let cell = |step: &Step, target: &str| {
        let (without, with) = (find(step.without, target)?, find(step.with, target)?);
        let [before, after] = [without, with].map(|cost| format!("{} / {}", cost.flash, cost.success()));
        Some(format!("{before} → {after}"))
    };
    let row = |step: &Step| {
        let cells = TARGETS.iter().map(|target| cell(step, target).unwrap_or_default());
        [step.is.to_owned()].into_iter().chain(cells).collect()
    };
    let head = [&["flash / instructions"][..], &TARGETS].concat();
    vec![("below the expert", table(&head, &STEPS.iter().map(row).collect::<Vec<_>>()))]
}

#[cfg(test)]
mod tests {
    use super::without_waits;

    #[test]
    fn only_waits_are_left_out() {
        assert_eq!(without_waits("+1~5+2~10-2-1!3"), "+1+2-2-1!3");
        assert_eq!(without_waits("#"), "#");
    }
}
