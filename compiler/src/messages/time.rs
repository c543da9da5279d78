//! Words about how long a boot takes.

use super::list;
use super::quantity::{time, time_column};
use crate::model::{At, LevelId, Model, NodeId, Rail};
use crate::plan::Plan;
use crate::timeline::{Bar, BarKind, Follows, Link};
use bringup_dsl::{Code, Diagnostic};
use std::cmp::Reverse;

/// Links of a longer path that are shown: the longest.
const MOST_PLACES: usize = 16;
/// More names than this help nobody.
const MOST_NAMES: usize = 6;

/// A rail that would settle earlier if it came up with another level.
pub(crate) struct Earlier {
    pub(crate) rail: NodeId,
    pub(crate) level: LevelId,
    /// How much earlier.
    pub(crate) by: i128,
    /// How long boot would take then.
    pub(crate) total: i128,
}

/// `earlier`: a rail whose level is worth a change.
pub(crate) fn over_budget(plan: &Plan, budget: At<u64>, earlier: Option<&Earlier>) -> Diagnostic {
    let (model, timeline) = (&plan.model, &plan.timeline);
    let (total, most) = (timeline.total, i128::from(budget.value));
    let title = format!("boot takes {} and may take {}", time(total), time(most));
    let text = format!("{} too long", time(total - most));
    let mut diagnostic = Diagnostic::new(Code::B0410, title, budget.span, text);
    let links: Vec<(&Link, &Bar)> = timeline.critical.iter().map(|link| (link, &timeline.bars[link.bar])).collect();
    let shown = longest(&links);
    for (link, bar) in &shown {
        diagnostic = diagnostic.related(link.place, sentence(model, bar));
    }
    diagnostic = diagnostic.note(table(model, &links, &shown, total, most));
    if timeline.lower_bound < total {
        let least = time(timeline.lower_bound);
        diagnostic = diagnostic
            .note(format!("at best {least}, if all came up at once that edges, levels and priorities allow"));
    }
    diagnostic.notes.extend(unknown(model, &timeline.unknown));
    let (_, longest) = shown.iter().max_by_key(|(_, bar)| (bar.takes(), Reverse(bar.start))).copied().unzip();
    diagnostic.maybe_help(match (earlier, longest) {
        (Some(earlier), _) => Some(level(model, earlier)),
        (None, Some(bar)) => Some(shorten(plan, bar)),
        (None, None) => None,
    })
}

fn longest<'a>(links: &[(&'a Link, &'a Bar)]) -> Vec<(&'a Link, &'a Bar)> {
    let mut shown = links.to_vec();
    shown.sort_by_key(|(_, bar)| Reverse(bar.takes()));
    shown.truncate(MOST_PLACES);
    shown.sort_by_key(|(_, bar)| bar.start);
    shown
}

fn sentence(model: &Model, bar: &Bar) -> String {
    let (label, takes) = (model.label(bar.node), time(bar.takes()));
    match bar.kind {
        BarKind::Init => format!("`{label}` takes {takes}"),
        BarKind::Enable => format!("switching `{label}` on takes {takes}"),
        BarKind::Ramp | BarKind::Wait => format!("`{label}` takes {takes} to settle"),
    }
}

/// `imu`, `enable of v3v3`, `ramp of v3v3`
pub(crate) fn name(model: &Model, bar: &Bar) -> String {
    let label = model.label(bar.node);
    match bar.kind {
        BarKind::Init => label.to_owned(),
        BarKind::Enable if model.node(bar.node).rail().is_some_and(Rail::on_at_reset) => {
            format!("{label}, on from the start")
        }
        BarKind::Enable => format!("enable of {label}"),
        BarKind::Ramp => format!("ramp of {label}"),
        BarKind::Wait => format!("wait for {label}"),
    }
}

/// Links by their start, their sum and what it exceeds.
fn table(model: &Model, links: &[(&Link, &Bar)], shown: &[(&Link, &Bar)], total: i128, budget: i128) -> String {
    let mut rows: Vec<(i128, String)> = Vec::new();
    for (link, bar) in shown {
        let remark = match link.follows {
            Follows::Start | Follows::Need => "",
            Follows::Level => "  (later level)",
            Follows::Priority => "  (later priority)",
            Follows::Busy => "  (one thing at a time)",
        };
        rows.push((bar.takes(), format!("{}{remark}", name(model, bar))));
    }
    if shown.len() < links.len() {
        let sum: i128 = shown.iter().map(|(_, bar)| bar.takes()).sum();
        rows.push((total - sum, format!("{} shorter ones", links.len() - shown.len())));
    }
    rows.extend(
        [(total, "total"), (budget, "budget"), (total - budget, "over by")].map(|(at, what)| (at, what.into())),
    );
    let starts = time_column(&shown.iter().map(|(_, bar)| bar.start).collect::<Vec<_>>());
    let takes = time_column(&rows.iter().map(|(takes, _)| *takes).collect::<Vec<_>>());
    let width = starts.iter().map(String::len).max().unwrap_or(0).max("start".len());
    let column = takes.iter().map(String::len).max().unwrap_or(0).max("takes".len());
    let mut text = format!("the critical path\n  {:>width$}  {:>column$}", "start", "takes");
    for (at, (takes, (_, what))) in takes.iter().zip(&rows).enumerate() {
        if at + 3 == rows.len() {
            text.push_str(&format!("\n  {}", "-".repeat(width + 2 + column)));
        }
        let start = starts.get(at).map_or("", String::as_str);
        text.push_str(&format!("\n  {start:>width$}  {takes:>column$}  {what}"));
    }
    text
}

/// What counts as no time.
pub(crate) fn unknown(model: &Model, nodes: &[NodeId]) -> Option<String> {
    let names: Vec<&str> = nodes.iter().map(|id| model.label(*id)).collect();
    match names.len() {
        0 => None,
        few if few <= MOST_NAMES => Some(format!("counted as 0, because no time is stated: {}", list(&names))),
        many => Some(format!("{many} nodes are counted as 0, because no time is stated")),
    }
}

fn level(model: &Model, earlier: &Earlier) -> String {
    let Earlier { rail, level, by, total } = earlier;
    let (rail, level) = (model.label(*rail), &model.level(*level).name);
    let (by, total) = (time(*by), time(*total));
    format!("`level = {level};` in rail `{rail}` would start its ramp {by} earlier, and boot would take {total}")
}

fn shorten(plan: &Plan, bar: &Bar) -> String {
    let (model, id) = (&plan.model, bar.node);
    let start = format!("start with {}, the longest of these", name_in_prose(model, bar));
    let boots = |node: NodeId| plan.steps.iter().any(|step| step.node == node);
    let mut users = plan.edges.iter().filter(|edge| edge.to == id && edge.kind.holds() && boots(edge.from));
    match model.node(id).device() {
        Some(device) if device.init_skip.is_none() && users.next().is_none() => {
            format!("{start}; with `init_skip;` it comes up when it is asked for")
        }
        _ => start,
    }
}

fn name_in_prose(model: &Model, bar: &Bar) -> String {
    let label = model.label(bar.node);
    match bar.kind {
        BarKind::Init => format!("`{label}`"),
        BarKind::Enable => format!("`enable` of `{label}`"),
        BarKind::Ramp | BarKind::Wait => format!("the ramp of `{label}`"),
    }
}
