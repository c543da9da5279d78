//! The picture as a page: search, zoom, and what leads to a node.

use super::drawing::{Layout, bare};
use super::rows::{NodeRow, Rows};
use super::words::{sentence, why};
use super::{axis, head};
use crate::board::Board;
use crate::message::place;
use crate::picture::{TOOLS_SCRIPT, TOOLS_STYLES, data, number, search_box};
use bringup_compiler::plan::Plan;
use bringup_compiler::timeline::BarKind;
use bringup_compiler::view::bar_name;
use maud::{Markup, html};
use serde::Serialize;

const STYLES: &str = include_str!("page.css");
const SCRIPT: &str = concat!(include_str!("axis.js"), include_str!("page.js"));

/// What the script has to know.
#[derive(Serialize)]
struct Data<'a> {
    /// In nanoseconds.
    total: i128,
    /// Where the chart begins, and how much room there is at both of its ends.
    left: f64,
    room: f64,
    rows: Vec<One<'a>>,
    bars: Vec<Item>,
}

/// A node.
#[derive(Serialize)]
struct One<'a> {
    label: &'a str,
    what: String,
    place: String,
    bars: &'a [usize],
}

#[derive(Serialize)]
struct Item {
    name: String,
    says: String,
    why: String,
    row: usize,
    /// The bar that it starts right after; of a wait, what is waited for.
    after: Option<usize>,
    path: bool,
}

pub(crate) fn page(board: &Board, plan: &Plan) -> String {
    let rows = Rows::new(plan);
    let layout = Layout::new(plan, &rows);
    let known = data(&Data {
        total: plan.timeline.total,
        left: layout.chart,
        room: axis::ROOM,
        rows: rows.nodes.iter().map(|row| one(board, plan, row)).collect(),
        bars: items(plan, &rows),
    });
    let head = html! { (header(board, plan)) (known) };
    let (styles, script) = (format!("{TOOLS_STYLES}{STYLES}"), format!("{TOOLS_SCRIPT}{SCRIPT}"));
    bare(plan, &rows, &layout).page(&head, &styles, &script)
}

fn header(board: &Board, plan: &Plan) -> Markup {
    let (legend, width) = head::legend(plan);
    let width = number(width);
    html! {
        header {
            h1 { (head::heading(plan)) }
            p.muted { (board.name()) }
            @for fact in head::facts(plan, 160) { p { (fact) } }
            p.tools {
                (search_box())
                button #in title="zoom in (+)" aria-label="zoom in" { "+" }
                button #out title="zoom out (-)" aria-label="zoom out" { "\u{2212}" }
                button #all title="the whole boot (0)" { "all" }
                span.muted { "click a row for what leads to it; wheel with Ctrl zooms, arrows move" }
            }
            svg.legend width=(width) height="18" viewBox={ "0 0 " (width) " 18" } role="img" aria-label="legend" { (legend) }
        }
    }
}

fn one<'a>(board: &Board, plan: &'a Plan, row: &'a NodeRow) -> One<'a> {
    let node = plan.model.node(row.node);
    let kind = if node.rail().is_some() { "rail" } else { "device" };
    One {
        label: &node.label.name,
        what: format!("{kind} in level {}", plan.model.level(row.level).name),
        place: place(&board.sources, node.label.span).to_string(),
        bars: &row.bars,
    }
}

fn items(plan: &Plan, rows: &Rows) -> Vec<Item> {
    let timeline = &plan.timeline;
    let mut items = vec![];
    let mut nodes = vec![0; timeline.bars.len()];
    for (index, row) in rows.nodes.iter().enumerate() {
        row.bars.iter().for_each(|bar| nodes[*bar] = index);
    }
    for (at, bar) in timeline.bars.iter().enumerate() {
        let row = &rows.nodes[nodes[at]];
        let ramp = || row.bars.iter().copied().find(|bar| timeline.bars[*bar].kind == BarKind::Ramp);
        let after = timeline.held_by[at].map(|(before, _)| before);
        items.push(Item {
            name: bar_name(&plan.model, bar),
            says: sentence(plan, row, at),
            why: why(plan, at),
            row: nodes[at],
            after: if bar.kind == BarKind::Wait { ramp() } else { after },
            path: rows.on_path[at],
        });
    }
    items
}
