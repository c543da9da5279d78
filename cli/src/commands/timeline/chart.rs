//! The part of the picture where places are times. Each mark says in `data-a` and `data-b` which times it is drawn for, so
//! that a page can draw it again for another part of the axis.

use super::axis::{middle, ticks, x};
use super::rows::{Row, Rows};
use super::words::last;
use crate::picture::number;
use bringup_compiler::plan::Plan;
use bringup_compiler::timeline::{Bar, BarKind};
use maud::{Markup, html};

/// Height of a row, and where in it bars are.
pub(crate) const ROW: f64 = 24.0;
const TOP: f64 = 5.0;
const BAR: f64 = 12.0;

pub(crate) fn chart(plan: &Plan, rows: &Rows) -> Markup {
    let timeline = &plan.timeline;
    let height = rows.rows.len() as f64 * ROW;
    let chart = Chart { plan, rows, total: timeline.total };
    html! {
        g.grid { @for (at, _) in ticks(timeline.total) { (chart.line("tick", at, height)) } }
        @if timeline.lower_bound < timeline.total { (chart.line("bound", timeline.lower_bound, height)) }
        (chart.line("total", timeline.total, height))
        @for (at, row) in rows.rows.iter().enumerate() {
            @if let Row::Level { start, end, .. } = row { (chart.level(at, *start, *end)) }
        }
        @for (at, bar) in timeline.bars.iter().enumerate() { @if bar.takes() > 0 { (chart.bar(at, bar)) } }
        @for (at, bar) in timeline.bars.iter().enumerate() { @if bar.takes() == 0 { (chart.bar(at, bar)) } }
        @for links in timeline.critical.windows(2) { (chart.link(links[0].bar, links[1].bar)) }
    }
}

/// The texts of the axis.
pub(crate) fn labels(total: i128) -> Markup {
    html! {
        @for (at, text) in ticks(total) {
            text data-a=(at) x=(number(middle(at, total, &text))) y="15" text-anchor="middle" { (text) }
        }
    }
}

struct Chart<'a> {
    plan: &'a Plan,
    rows: &'a Rows,
    total: i128,
}

impl Chart<'_> {
    /// From top to bottom.
    fn line(&self, class: &str, at: i128, height: f64) -> Markup {
        self.point(class, at, None, &html! { path d={ "M0 0V" (number(height)) } {} })
    }

    /// What has one place on the axis.
    fn point(&self, class: &str, at: i128, bar: Option<usize>, inside: &Markup) -> Markup {
        let x = number(x(at, self.total));
        html! { g class=(class) data-a=(at) data-bar=[bar] transform={ "translate(" (x) " 0)" } { (inside) } }
    }

    /// What goes from one time to another. However short, it can be seen.
    fn stretch(&self, class: &str, bar: Option<usize>, (from, to): (i128, i128), (y, height): (f64, f64)) -> Markup {
        let (left, right) = (x(from, self.total), x(to, self.total));
        let (y, height, width) = (number(y), number(height), number((right - left).max(1.5)));
        html! {
            rect class=(class) data-a=(from) data-b=(to) data-bar=[bar] x=(number(left)) y=(y) width=(width) height=(height) {}
        }
    }

    /// A bracket over its nodes.
    fn level(&self, row: usize, start: i128, end: i128) -> Markup {
        let y = row as f64 * ROW + 9.0;
        let cap = html! { path d={ "M0 " (number(y)) "v9" } {} };
        html! {
            (self.stretch("level", None, (start, end), (y, 4.0)))
            (self.point("level", start, None, &cap))
            (self.point("level", end, None, &cap))
        }
    }

    fn bar(&self, at: usize, bar: &Bar) -> Markup {
        let y = self.rows.of_bar[at] as f64 * ROW;
        let critical = if bar.is_critical() { " critical" } else { "" };
        let path = if self.rows.on_path[at] { " path" } else { "" };
        let kind = super::document::kind(bar);
        let class = format!("bar {kind}{critical}{path}");
        let (place, times) = ((y + TOP, BAR), (bar.start, bar.end));
        match (bar.kind, bar.takes()) {
            (BarKind::Wait, _) => self.stretch(&class, Some(at), times, (y + TOP + BAR + 1.5, 3.0)),
            (_, 0) => self.instant(&class, at, bar, y),
            (BarKind::Enable, _) => html! {
                (self.stretch(&class, Some(at), times, (y + TOP + 2.0, BAR - 4.0)))
                (self.slack(at, bar, y))
            },
            (BarKind::Init | BarKind::Ramp, _) => html! {
                (self.stretch(&class, Some(at), times, place))
                (self.slack(at, bar, y))
            },
        }
    }

    /// What takes no time, or does not say how long it takes.
    fn instant(&self, class: &str, at: usize, bar: &Bar, y: f64) -> Markup {
        let middle = y + TOP + BAR / 2.0;
        let unknown = self.rows.node(at).is_some_and(|row| row.unknown);
        let shape = if unknown {
            html! { path d={ "M0 " (number(middle - 5.0)) "l5 5l-5 5l-5 -5z" } {} }
        } else {
            html! { path d={ "M0 " (number(y + TOP)) "v" (number(BAR)) } {} }
        };
        let class = format!("{class} {}", if unknown { "unknown" } else { "instant" });
        self.point(&class, bar.start, Some(at), &shape)
    }

    /// As far as it can grow; of a rail only its ramp, for which there is room.
    fn slack(&self, at: usize, bar: &Bar, y: f64) -> Markup {
        let last = self.rows.node(at).and_then(|row| last(self.plan, row)) == Some(at);
        let Some(slack) = bar.slack.filter(|slack| last && *slack > 0) else { return html! {} };
        let (end, middle) = (bar.end + slack, y + TOP + BAR / 2.0);
        html! {
            (self.stretch("slack", Some(at), (bar.end, end), (middle - 0.5, 1.0)))
            (self.point("slack", end, Some(at), &html! { path d={ "M0 " (number(middle - 3.0)) "v6" } {} }))
        }
    }

    /// From the end of one bar of the critical path to the next.
    fn link(&self, from: usize, to: usize) -> Markup {
        let (above, below) = (self.rows.of_bar[from] as f64 * ROW, self.rows.of_bar[to] as f64 * ROW);
        let path = match above.total_cmp(&below) {
            std::cmp::Ordering::Equal => return html! {},
            std::cmp::Ordering::Less => {
                let tip = number(below + TOP);
                html! { path d={ "M0 " (number(above + TOP + BAR)) "V" (tip) "m-3 -5l3 5l3 -5" } {} }
            }
            std::cmp::Ordering::Greater => {
                let tip = number(below + TOP + BAR);
                html! { path d={ "M0 " (number(above + TOP)) "V" (tip) "m-3 5l3 -5l3 5" } {} }
            }
        };
        self.point("link", self.plan.timeline.bars[to].start, Some(to), &path)
    }
}
