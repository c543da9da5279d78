//! The picture: a table of the nodes, with the chart behind it.

use super::axis::{CHART, EDGE, LETTER, amount};
use super::chart::{ROW, chart, labels};
use super::head;
use super::rows::{NodeRow, Row, Rows};
use super::words::{columns, sentence, short};
use crate::picture::{Drawing, number};
use bringup_compiler::plan::Plan;
use maud::{Markup, PreEscaped, html};

/// Around everything.
pub(crate) const MARGIN: f64 = 16.0;
/// Of the axis.
const AXIS: f64 = 24.0;
/// Between columns.
const GAP: f64 = 18.0;
/// What stands before a label.
const MARK: f64 = 16.0;
/// Letters of a label that are shown.
const LONGEST: usize = 40;

const STYLES: &str = include_str!("chart.css");

/// Where the columns of the table end, and the chart begins.
pub(crate) struct Layout {
    ends: [f64; 3],
    pub(crate) chart: f64,
    pub(crate) width: f64,
}

pub(crate) fn svg(plan: &Plan) -> String {
    let rows = Rows::new(plan);
    let layout = Layout::new(plan, &rows);
    let (head, height) = head::lines(plan, layout.width);
    let body = html! {
        rect.paper width="100%" height="100%" {}
        (head)
        g transform={ "translate(0 " (number(height)) ")" } { (table(plan, &rows, &layout, false)) }
    };
    drawing(plan, &rows, &layout, height, body).svg()
}

/// For a page, which has a head of its own.
pub(crate) fn bare(plan: &Plan, rows: &Rows, layout: &Layout) -> Drawing {
    drawing(plan, rows, layout, 0.0, table(plan, rows, layout, true))
}

fn drawing(plan: &Plan, rows: &Rows, layout: &Layout, above: f64, body: Markup) -> Drawing {
    let height = above + AXIS + rows.rows.len().max(1) as f64 * ROW + MARGIN;
    let body = html! { (PreEscaped(include_str!("patterns.svg"))) (body) };
    Drawing { title: head::heading(plan), width: layout.width, height, styles: STYLES, body }
}

impl Layout {
    pub(crate) fn new(plan: &Plan, rows: &Rows) -> Layout {
        let letters = |text: &str| text.chars().count();
        let levels = plan.model.levels.iter().map(|level| level.name.as_str());
        let labels = rows.nodes.iter().map(|row| plan.model.label(row.node));
        let label = labels.chain(levels).map(letters).max().unwrap_or(0).clamp(8, LONGEST);
        let mut widths = ["start", "takes", "slack"].map(letters);
        for row in &rows.nodes {
            for (width, text) in widths.iter_mut().zip(columns(plan, row)) {
                *width = (*width).max(letters(&text));
            }
        }
        for row in &rows.rows {
            if let Row::Level { start, end, .. } = row {
                widths[0] = widths[0].max(letters(&amount(*start)));
                widths[1] = widths[1].max(letters(&amount(end - start)));
            }
        }
        let mut at = MARGIN + MARK + label as f64 * LETTER;
        let ends = widths.map(|width| {
            at += GAP + width as f64 * LETTER;
            at
        });
        let chart = at + GAP + 6.0;
        Layout { ends, chart, width: chart + CHART + EDGE }
    }
}

/// The axis, and everything below it.
fn table(plan: &Plan, rows: &Rows, layout: &Layout, page: bool) -> Markup {
    let (left, height) = (number(layout.chart), number(rows.rows.len() as f64 * ROW));
    html! {
        g.axis {
            @for (end, title) in layout.ends.iter().zip(["start", "takes", "slack"]) {
                text x=(number(*end)) y="15" text-anchor="end" { (title) }
            }
            g #ticks transform={ "translate(" (left) " 0)" } { (labels(plan.timeline.total)) }
        }
        g transform={ "translate(0 " (number(AXIS)) ")" } {
            @if rows.rows.is_empty() { text.muted x=(number(MARGIN)) y="16" { "nothing comes up at boot" } }
            @for (at, row) in rows.rows.iter().enumerate() {
                g transform={ "translate(0 " (number(at as f64 * ROW)) ")" } {
                    @match row {
                        Row::Level { level, start, end } => {
                            rect.band width="100%" height=(number(ROW)) {}
                            text.level x=(number(MARGIN)) y="16" { (short(&plan.model.level(*level).name, LONGEST)) }
                            (cells(layout, &[amount(*start), amount(end - start)]))
                        }
                        Row::Node(node) => (line(plan, &rows.nodes[*node], (page.then_some(*node), layout))),
                    }
                }
            }
            // A picture in the picture, so that what is left of the axis or right of it is cut off.
            svg #chart x=(left) width=(number(CHART)) height=(height) { (chart(plan, rows)) }
        }
    }
}

fn line(plan: &Plan, row: &NodeRow, (index, layout): (Option<usize>, &Layout)) -> Markup {
    let label = plan.model.label(row.node);
    let class = if row.on_path { "row path" } else { "row" };
    html! {
        g class=(class) data-row=[index] {
            @if index.is_none() {
                title { (label) @for at in &row.bars { "\n" (sentence(plan, row, *at)) } }
            }
            rect.strip width="100%" height=(number(ROW)) {}
            @if plan.model.node(row.node).rail().is_some() {
                rect.rail x=(number(MARGIN)) y="10" width="10" height="3" {}
            } @else {
                rect.device x=(number(MARGIN + 2.0)) y="8.5" width="6" height="6" {}
            }
            text x=(number(MARGIN + MARK)) y="16" { (short(label, LONGEST)) }
            (cells(layout, &columns(plan, row)))
        }
    }
}

fn cells(layout: &Layout, texts: &[String]) -> Markup {
    html! {
        @for (end, text) in layout.ends.iter().zip(texts) {
            @let class = if text.contains('?') { "cell guess" } else { "cell" };
            text class=(class) x=(number(*end)) y="16" text-anchor="end" { (text) }
        }
    }
}
