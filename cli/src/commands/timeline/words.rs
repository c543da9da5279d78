//! What the pictures say about a bar and a row.

use super::axis::amount;
use super::rows::NodeRow;
use bringup_compiler::plan::Plan;
use bringup_compiler::timeline::{Bar, BarKind, Follows};
use bringup_compiler::view::{bar_name, time};

/// What is in the columns behind the label: start, takes, slack. Waits are not what a node takes.
pub(crate) fn columns(plan: &Plan, row: &NodeRow) -> [String; 3] {
    let bars = || row.bars.iter().map(|at| &plan.timeline.bars[*at]);
    let start = bars().map(|bar| bar.start).min().unwrap_or(0);
    let takes: i128 = bars().filter(|bar| bar.kind != BarKind::Wait).map(Bar::takes).sum();
    let takes = match (takes, row.unknown) {
        (0, true) => "?".to_owned(),
        (known, true) => format!("{} + ?", time(known)),
        (known, false) => amount(known),
    };
    let slack = last(plan, row).and_then(|at| plan.timeline.bars[at].slack);
    [amount(start), takes, slack.map_or(String::new(), amount)]
}

/// What goes on last with a node, waits aside: of a rail its ramp. Its slack is that of the row.
pub(crate) fn last(plan: &Plan, row: &NodeRow) -> Option<usize> {
    let bar = |at: usize| &plan.timeline.bars[at];
    row.bars.iter().copied().filter(|at| bar(*at).slack.is_some()).max_by_key(|at| bar(*at).end)
}

/// `ramp 1.55 ms to 3.55 ms, takes 2 ms, slack 3.99 ms`
pub(crate) fn sentence(plan: &Plan, row: &NodeRow, at: usize) -> String {
    let bar = &plan.timeline.bars[at];
    let (start, end, takes) = (amount(bar.start), amount(bar.end), amount(bar.takes()));
    let kind = super::document::kind(bar);
    let rail = plan.model.node(bar.node).rail();
    let span = match bar.takes() {
        0 if rail.is_some_and(|rail| rail.always_on.or(rail.boot_on).is_some()) => {
            return "on from the start".to_owned();
        }
        0 if row.unknown => format!("{kind} at {start}, time not stated"),
        0 => format!("{kind} at {start}"),
        _ => format!("{kind} {start} to {end}, takes {takes}"),
    };
    let slack = match bar.slack {
        Some(0) => ", no slack".to_owned(),
        Some(slack) => format!(", slack {}", time(slack)),
        None => String::new(),
    };
    span + &slack
}

/// Why it starts when it does.
pub(crate) fn why(plan: &Plan, at: usize) -> String {
    let (model, timeline) = (&plan.model, &plan.timeline);
    if timeline.bars[at].kind == BarKind::Wait {
        return "nothing else can come up until then".to_owned();
    }
    let Some((before, follows)) = timeline.held_by[at] else {
        return "from the start".to_owned();
    };
    if timeline.bars[before].node == timeline.bars[at].node {
        return "once it is switched on".to_owned();
    }
    let reason = match follows {
        Follows::Start | Follows::Need => "which it needs",
        Follows::Busy => "one thing at a time",
        Follows::Priority => "its priority is later",
        Follows::Level => "its level is later",
    };
    format!("after {}: {reason}", bar_name(model, &timeline.bars[before]))
}

/// No longer than `most`: without its middle, because both ends tell names apart.
pub(crate) fn short(name: &str, most: usize) -> String {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= most {
        return name.to_owned();
    }
    let end = (most - 1) / 2;
    let (start, end) = (&letters[..most - 1 - end], &letters[letters.len() - end..]);
    start.iter().chain(&['\u{2026}']).chain(end).collect()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_long_name_keeps_its_ends() {
        assert_eq!(short("v3v3", 8), "v3v3");
        assert_eq!(short("sensor_left", 11), "sensor_left");
        assert_eq!(short("sensor_on_the_left", 11), "senso\u{2026}_left");
    }
}
