//! The timeline for programs.

use crate::board::Board;
use bringup_compiler::plan::Plan;
use bringup_compiler::timeline::{Bar, BarKind, Follows};
use serde::Serialize;

/// Times are nanoseconds since the start of the boot.
#[derive(Serialize)]
pub(crate) struct Document<'a> {
    schema: u32,
    board: &'a str,
    file: &'a str,
    total: i128,
    lower_bound: i128,
    bars: Vec<Item<'a>>,
    critical: Vec<Link<'a>>,
    unknown: Vec<&'a str>,
}

#[derive(Serialize)]
struct Item<'a> {
    label: &'a str,
    kind: &'static str,
    start: i128,
    end: i128,
    slack: Option<i128>,
}

#[derive(Serialize)]
struct Link<'a> {
    label: &'a str,
    kind: &'static str,
    takes: i128,
    follows: &'static str,
}

pub(crate) fn kind(bar: &Bar) -> &'static str {
    match bar.kind {
        BarKind::Init => "init",
        BarKind::Enable => "enable",
        BarKind::Ramp => "ramp",
        BarKind::Wait => "wait",
    }
}

pub(crate) fn document<'a>(board: &'a Board, plan: &'a Plan) -> Document<'a> {
    let (model, timeline) = (&plan.model, &plan.timeline);
    let item = |bar: &Bar| Item {
        label: model.label(bar.node),
        kind: kind(bar),
        start: bar.start,
        end: bar.end,
        slack: bar.slack,
    };
    let critical = timeline.critical.iter().map(|link| {
        let bar = &timeline.bars[link.bar];
        let follows = match link.follows {
            Follows::Start => "start",
            Follows::Need => "need",
            Follows::Busy => "busy",
            Follows::Priority => "priority",
            Follows::Level => "level",
        };
        Link { label: model.label(bar.node), kind: kind(bar), takes: bar.takes(), follows }
    });
    Document {
        schema: 1,
        board: &model.board.name.name,
        file: board.name(),
        total: timeline.total,
        lower_bound: timeline.lower_bound,
        bars: timeline.bars.iter().map(item).collect(),
        critical: critical.collect(),
        unknown: timeline.unknown.iter().map(|id| model.label(*id)).collect(),
    }
}
