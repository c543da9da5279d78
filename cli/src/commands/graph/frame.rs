//! Boxes and columns: how large they are, and where.

use super::scene::{Item, Kind, Scene};
use bringup_compiler::graph::EdgeKind;

/// Letters of 12 and of 10 pixels are so wide.
pub(crate) const LETTER: f64 = 7.2;
pub(crate) const SMALL: f64 = 6.0;
pub(crate) const MARGIN: f64 = 24.0;
/// Title, and the names of the levels.
pub(crate) const TITLE: f64 = 62.0;
pub(crate) const HEAD: f64 = 30.0;
/// Lines of text in a box.
pub(crate) const LINE: f64 = 14.0;
/// Of a box, for its position in the boot.
const STRIPE: f64 = 30.0;
/// Between the lines that run side by side.
pub(crate) const TRACK: f64 = 6.0;
const PADDING: f64 = 9.0;
/// What lines between two columns need to be told apart.
const GUTTER: f64 = 58.0;
/// Before the rails of a level, for the lines that come to them.
pub(crate) const BEFORE_RAILS: f64 = 40.0;
const LONGEST_LABEL: usize = 28;
const LONGEST_LINE: usize = 30;

/// A box with its lines of text.
pub(crate) struct Card {
    pub(crate) label: String,
    pub(crate) lines: Vec<(&'static str, String)>,
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// The part of it for its position; none if there is no order.
    pub(crate) stripe: f64,
}

/// From left to right.
pub(crate) struct Frame {
    /// Where the boxes of each column begin and end.
    pub(crate) columns: Vec<(f64, f64)>,
    /// Where each level begins and ends.
    pub(crate) levels: Vec<(f64, f64)>,
    pub(crate) width: f64,
}

/// One for each node, those of rails without lines below.
pub(crate) fn cards(scene: &Scene) -> Vec<Card> {
    let mut supplies: Vec<Vec<&str>> = vec![Vec::new(); scene.nodes.len()];
    for pair in scene.pairs.iter().filter(|pair| pair.kind == EdgeKind::Power) {
        supplies[pair.from.0 as usize].push(scene.node(pair.to).label);
    }
    let stripe = if scene.booting.is_some() { STRIPE } else { 0.0 };
    scene.nodes.iter().zip(supplies).map(|(node, supplies)| card(node, &supplies, stripe)).collect()
}

fn card(node: &Item, supplies: &[&str], stripe: f64) -> Card {
    let label = short(node.label, LONGEST_LABEL);
    let mut remarks: Vec<String> = node.remarks().into_iter().map(str::to_owned).collect();
    if let Some(priority) = node.priority.filter(|priority| *priority != 100) {
        remarks.insert(0, format!("priority {priority}"));
    }
    if node.kind == Kind::Rail {
        remarks.splice(0..0, node.voltage.clone());
        let text = remarks.join(", ");
        let width = stripe + LETTER * letters(&label) + SMALL * letters(&text) + 3.0 * PADDING;
        return Card { label, lines: vec![("remark", text)], width, height: 24.0, stripe };
    }
    let ty = node.ty.clone().or((node.kind == Kind::Group).then(|| "group".to_owned()));
    let supplied = (!supplies.is_empty()).then(|| format!("on {}", supplies.join(", ")));
    let remarks = (!remarks.is_empty()).then(|| remarks.join(", "));
    let (ty, remarks) = match (ty, remarks) {
        (Some(ty), Some(remarks)) if ty.chars().count() + remarks.chars().count() + 2 <= LONGEST_LINE => {
            (Some(format!("{ty}, {remarks}")), None)
        }
        both => both,
    };
    let lines: Vec<(&str, String)> = [("type", ty), ("remark", remarks), ("supply", supplied)]
        .into_iter()
        .filter_map(|(class, text)| Some((class, short(&text?, LONGEST_LINE))))
        .collect();
    let widest = lines.iter().map(|(_, text)| SMALL * letters(text)).fold(LETTER * letters(&label), f64::max);
    let height = 18.0 + LINE * (lines.len() + 1) as f64 - 2.0;
    Card { label, lines, width: stripe + widest + 2.0 * PADDING, height, stripe }
}

impl Card {
    /// Where text begins in a box that begins there.
    pub(crate) fn text_start(&self, left: f64) -> f64 {
        left + self.stripe + PADDING
    }
}

fn letters(text: &str) -> f64 {
    text.chars().count() as f64
}

/// With `…` in place of what is too much.
fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

impl Frame {
    /// `tracks`: by column, how many lines run down before it. `chips`: by column, what the rails that come up there need.
    pub(crate) fn new(scene: &Scene, cards: &[Card], tracks: &[usize], chips: &[f64]) -> Frame {
        let mut widths = vec![0.0_f64; scene.all_columns()];
        for (node, card) in scene.nodes.iter().zip(cards).filter(|(node, _)| node.kind != Kind::Rail) {
            widths[node.column] = widths[node.column].max(card.width);
        }
        let (mut columns, mut levels) = (Vec::new(), Vec::new());
        let mut at = MARGIN;
        for (of_level, name) in scene.columns.iter().zip(&scene.levels) {
            let start = at;
            for column in of_level.clone() {
                let lines = TRACK * tracks[column] as f64;
                let room = if column == 0 { 14.0 } else { GUTTER };
                // Rails of the first column of a level must not stand in the level before.
                let rails = if column == of_level.start && lines > 0.0 { chips[column] + BEFORE_RAILS } else { 0.0 };
                let left = at + lines + f64::max(room, rails);
                columns.push((left, left + widths[column]));
                at = left + widths[column];
                if lines == 0.0 {
                    // Rails stand above these boxes; what goes down behind them must not run through.
                    let behind = if column + 1 == of_level.end { 0.0 } else { GUTTER - 18.0 };
                    at = at.max(left + chips[column] - behind);
                }
            }
            at = (at + 14.0).max(start + LETTER * letters(name) + 110.0);
            levels.push((start, at));
        }
        Frame { columns, levels, width: at + MARGIN }
    }
}
