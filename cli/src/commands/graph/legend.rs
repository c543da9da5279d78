//! What the lines mean: only those that are drawn.

use super::frame::{MARGIN, SMALL};
use super::kinds::{meaning, name, occurring};
use super::scene::Scene;
use crate::picture::number;
use bringup_compiler::graph::EdgeKind;
use maud::{Markup, html};

pub(crate) struct Legend {
    pub(crate) drawn: Markup,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

const SAMPLE: f64 = 44.0;
const PER_ROW: usize = 4;

pub(crate) fn legend(scene: &Scene, top: f64) -> Legend {
    let kinds = occurring(scene);
    let mut entries: Vec<(EdgeKind, bool, &str)> =
        kinds.into_iter().map(|kind| (kind, false, meaning(kind))).collect();
    if let Some(pair) = scene.pairs.iter().find(|pair| pair.in_cycle) {
        entries.insert(0, (pair.kind, true, "part of a cycle"));
    }
    if entries.is_empty() {
        return Legend { drawn: html! {}, width: 0.0, height: 0.0 };
    }
    let widest = entries.iter().map(|(.., text)| text.chars().count()).max().unwrap_or(0) as f64;
    let step = SAMPLE + SMALL * widest + 30.0;
    let hint = "Lines lead from what is needed to what needs it.";
    let rows = entries.len().div_ceil(PER_ROW);
    let drawn = html! {
        g.legend {
            text.key x=(number(MARGIN)) y=(number(top + 8.0)) { (hint) }
            @for (at, (kind, in_cycle, text)) in entries.iter().enumerate() {
                @let x = MARGIN + step * (at % PER_ROW) as f64;
                @let y = top + 28.0 + 20.0 * (at / PER_ROW) as f64;
                g.line.(name(*kind)).in-cycle[*in_cycle] {
                    path.wire d={ "M" (number(x)) " " (number(y)) "h" (number(SAMPLE - if *kind == EdgeKind::Power { 2.0 } else { 9.0 })) } {}
                    (tip(*kind, x + SAMPLE, y, false))
                }
                text.key x=(number(x + SAMPLE + 8.0)) y=(number(y + 3.5)) { (text) }
            }
        }
    };
    let width = (step * entries.len().min(PER_ROW) as f64).max(SMALL * hint.len() as f64);
    Legend { drawn, width, height: 28.0 + 20.0 * rows as f64 }
}

/// The end of a line at what needs: each kind has its own, so that colours are not all there is to tell them apart.
pub(crate) fn tip(kind: EdgeKind, x: f64, y: f64, upwards: bool) -> Markup {
    let (class, path) = match kind {
        EdgeKind::Bus => ("tip", "M-9 -4H-1V4H-9Z"),
        EdgeKind::Held => ("tip", "M-9 -4L-1 0L-9 4Z"),
        EdgeKind::Lent => ("tip", "M-11 0L-6 -4L-1 0L-6 4Z"),
        EdgeKind::Depends => ("tip hollow", "M-9 -4L-1 0L-9 4Z"),
        EdgeKind::After => ("tip open", "M-8 -4L-1 0L-8 4"),
        EdgeKind::Power => ("tip", "M-4 -2H-1V2H-4Z"),
        EdgeKind::From => ("tip", "M-9 -4L-1 0L-9 4Z"),
        EdgeKind::Control => ("tip hollow", "M-9 0A4 4 0 1 1 -1 0A4 4 0 1 1 -9 0Z"),
    };
    let turn = if upwards { "rotate(-90)" } else { "" };
    html! { path class=(class) d=(path) transform={ "translate(" (number(x)) " " (number(y)) ")" (turn) } {} }
}
