//! What stands above the chart: the sums, and what is drawn how.

use super::axis::LETTER;
use super::drawing::MARGIN;
use super::words::short;
use crate::picture::number;
use bringup_compiler::plan::Plan;
use bringup_compiler::timeline::BarKind;
use bringup_compiler::view::time;
use maud::{Markup, html};

const LINE: f64 = 18.0;
/// Letters of the name of a board that are shown.
const LONGEST: usize = 60;
/// Of a sample in the legend.
const SAMPLE: f64 = 20.0;

/// `hub boots in 16.55 ms`
pub(crate) fn heading(plan: &Plan) -> String {
    let (board, timeline) = (short(&plan.model.board.name.name, LONGEST), &plan.timeline);
    match timeline.total {
        0 if timeline.bars.is_empty() => format!("{board}: nothing comes up at boot"),
        0 if !timeline.unknown.is_empty() => format!("{board}: the order of the boot, without times"),
        total => format!("{board} boots in {}", time(total)),
    }
}

/// A line each. `most`: how many letters there is room for.
pub(crate) fn facts(plan: &Plan, most: usize) -> Vec<String> {
    let (model, timeline) = (&plan.model, &plan.timeline);
    let mut facts = Vec::new();
    if timeline.lower_bound < timeline.total {
        let least = time(timeline.lower_bound);
        facts.push(format!("at best {least}, if all came up at once that edges, levels and priorities allow"));
    } else if timeline.total > 0 {
        facts.push("edges, levels and priorities allow nothing shorter".to_owned());
    }
    if let Some(budget) = model.board.boot_budget {
        let (budget, left) = (i128::from(budget.value), i128::from(budget.value) - timeline.total);
        facts.push(format!("its budget is {}, of which {} are left", time(budget), time(left)));
    }
    if !timeline.unknown.is_empty() {
        let count = format!("{} of {} do not state how long they take", timeline.unknown.len(), plan.steps.len());
        let names: Vec<&str> = timeline.unknown.iter().map(|id| model.label(*id)).collect();
        let named = format!("{count}, which counts as 0: {}", names.join(", "));
        if timeline.total == 0 {
            facts.push(
                "`time = 2ms;` in a node says how long it takes, `ramp = 2ms;` how long a rail settles".to_owned(),
            );
        }
        facts.push(if named.chars().count() <= most {
            named
        } else {
            format!("{count}, which counts as 0; they are marked ?")
        });
    }
    facts
}

/// All of that in a picture, and how high it is.
pub(crate) fn lines(plan: &Plan, width: f64) -> (Markup, f64) {
    let facts = facts(plan, ((width - 2.0 * MARGIN) / LETTER) as usize);
    let at = |line: usize| number(MARGIN + 32.0 + line as f64 * LINE);
    let below = MARGIN + 24.0 + facts.len() as f64 * LINE;
    let lines = html! {
        text.heading x=(number(MARGIN)) y=(number(MARGIN + 12.0)) { (heading(plan)) }
        @for (line, fact) in facts.iter().enumerate() { text.muted x=(number(MARGIN)) y=(at(line)) { (fact) } }
        g transform={ "translate(" (number(MARGIN)) " " (number(below)) ")" } { (legend(plan).0) }
    };
    (lines, below + 28.0)
}

/// What is drawn how, as far as it is there, and how wide that is.
pub(crate) fn legend(plan: &Plan) -> (Markup, f64) {
    let timeline = &plan.timeline;
    let drawn = |kind: BarKind| timeline.bars.iter().any(|bar| bar.kind == kind && bar.takes() > 0);
    let (mut rail, mut device) = (false, false);
    for bar in &timeline.bars {
        *(if plan.model.node(bar.node).rail().is_some() { &mut rail } else { &mut device }) = true;
    }
    let slack = timeline.bars.iter().any(|bar| bar.slack.is_some_and(|slack| slack > 0));
    let critical = timeline.bars.iter().any(|bar| bar.is_critical() && bar.takes() > 0);
    let mut samples: Vec<(Markup, &str)> = Vec::new();
    let mut sample = |there: bool, sample: Markup, text| samples.extend(there.then_some((sample, text)));
    sample(device, html! { rect.device x="12" y="6" width="6" height="6" {} }, "device");
    sample(rail, html! { rect.rail x="8" y="7.5" width="10" height="3" {} }, "rail");
    sample(drawn(BarKind::Init), html! { rect.bar.init y="3" width="18" height="12" {} }, "init");
    sample(drawn(BarKind::Enable), html! { rect.bar.enable y="5" width="18" height="8" {} }, "enable");
    sample(drawn(BarKind::Ramp), html! { rect.bar.ramp y="3" width="18" height="12" {} }, "ramp");
    sample(drawn(BarKind::Wait), html! { rect.bar.wait y="8" width="18" height="3" {} }, "boot waits");
    sample(slack, html! { rect.slack y="8.5" width="17" height="1" {} g.slack { path d="M17 6v6" {} } }, "slack");
    sample(critical, html! { rect.bar.init.critical y="3" width="18" height="12" {} }, "no slack");
    let arrow = html! { g.link transform="translate(9 0)" { path d="M0 1V16m-3 -5l3 5l3 -5" {} } };
    sample(timeline.critical.len() > 1, arrow, "critical path");
    let diamond = html! { g.unknown transform="translate(12 0)" { path d="M0 4l5 5l-5 5l-5 -5z" {} } };
    sample(!timeline.unknown.is_empty(), diamond, "time not stated");
    let bound = html! { g.bound transform="translate(12 0)" { path d="M0 1V17" {} } };
    sample(timeline.lower_bound < timeline.total, bound, "at best");
    let mut width = 0.0;
    let places: Vec<f64> = samples
        .iter()
        .map(|(_, text)| {
            let at = width;
            width += SAMPLE + 22.0 + text.len() as f64 * LETTER;
            at
        })
        .collect();
    let legend = html! {
        @for ((sample, text), at) in samples.iter().zip(places) {
            g transform={ "translate(" (number(at)) " 0)" } { (sample) text.muted x=(number(SAMPLE + 4.0)) y="13" { (text) } }
        }
    };
    (legend, width)
}
