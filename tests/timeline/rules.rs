//! What must hold of a timeline.

use crate::reference::{Grown, at_best};
use bringup_compiler::plan::Plan;
use bringup_compiler::timeline::{Bar, BarKind, Timeline};
use proptest::prelude::*;

/// What holds of every timeline.
pub(crate) fn check(plan: &Plan) -> Result<(), TestCaseError> {
    let Timeline { bars, critical, total, lower_bound, .. } = &plan.timeline;
    let path = || critical.iter().map(|link| &bars[link.bar]);
    prop_assert!(bars.is_sorted_by_key(|bar| bar.start));
    prop_assert!(lower_bound <= total, "{lower_bound}");
    prop_assert_eq!(*lower_bound, at_best(plan));
    prop_assert_eq!(bars.iter().map(|bar| bar.end).max().unwrap_or(0), *total);
    prop_assert_eq!(path().map(Bar::takes).sum::<i128>(), *total);
    prop_assert!(path().is_sorted_by(|a, b| a.end == b.start));
    prop_assert!(path().all(|bar| bar.takes() > 0 && bar.is_critical() && bar.kind != BarKind::Wait));
    prop_assert!(bars.iter().all(|bar| bar.slack.is_none_or(|slack| slack >= 0 && bar.end + slack <= *total)));
    check_held_by(&plan.timeline)?;
    let ups = bars.iter().filter(|bar| matches!(bar.kind, BarKind::Init | BarKind::Enable));
    let mut ups: Vec<_> = ups.map(|bar| bar.node).collect();
    ups.sort();
    let mut steps: Vec<_> = plan.steps.iter().map(|step| step.node).collect();
    steps.sort();
    prop_assert_eq!(ups, steps, "each once");
    Ok(())
}

/// What holds a bar up ends when it starts, and it leads back to the start of the boot.
fn check_held_by(timeline: &Timeline) -> Result<(), TestCaseError> {
    let Timeline { bars, held_by, critical, .. } = timeline;
    prop_assert_eq!(held_by.len(), bars.len());
    for (bar, held_by) in bars.iter().zip(held_by) {
        match held_by {
            Some((before, _)) => prop_assert_eq!(bars[*before].end, bar.start),
            None => prop_assert!(bar.kind == BarKind::Wait || bar.start == 0),
        }
    }
    for link in critical {
        let back = std::iter::successors(Some(link.bar), |bar| held_by[*bar].map(|(before, _)| before));
        prop_assert!(back.take(bars.len() + 1).count() <= bars.len(), "it goes round and round");
    }
    Ok(())
}

/// Each bar can grow by its slack and no more before the boot does.
pub(crate) fn check_slack(plan: &Plan, simulate: impl Fn(Option<Grown>) -> i128) -> Result<(), TestCaseError> {
    for bar in plan.timeline.bars.iter() {
        let Bar { node, kind, slack: Some(slack), .. } = *bar else { continue };
        let total = |by| simulate(Some(Grown { node, kind, by }));
        let label = plan.model.label(node);
        prop_assert_eq!(total(slack), plan.timeline.total, "{} {:?} grown by {}", label, kind, slack);
        prop_assert_eq!(total(slack + 1), plan.timeline.total + 1, "{} {:?} grown by {} + 1", label, kind, slack);
    }
    Ok(())
}
