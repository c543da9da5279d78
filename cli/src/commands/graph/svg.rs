//! The picture.

use super::frame::{Frame, HEAD as NAMES, LINE, MARGIN, SMALL, TITLE, cards};
use super::kinds::name;
use super::lane::Lane;
use super::layout::lay_out;
use super::legend::{self, tip};
use super::plane::Plane;
use super::scene::{Kind, Scene};
use super::wires::{Wire, Wires};
use crate::Stop;
use crate::picture::{Drawing, number};
use bringup_compiler::model::NodeId;
use maud::{Markup, html};

const STYLES: &str = include_str!("graph.css");
/// Above the boxes of the devices, and below.
const AIR: f64 = 22.0;

/// With what each line of it carries: ranges of this, which holds indices in [`Scene::pairs`].
pub(crate) fn drawing(scene: &Scene) -> Result<(Drawing, Vec<usize>), Stop> {
    let cards = cards(scene);
    let heights: Vec<f64> = cards.iter().map(|card| card.height).collect();
    let layout = lay_out(scene, &heights)?;
    let lane = Lane::new(scene, &cards);
    let frame = Frame::new(scene, &cards, &lane.tracks, &lane.chips);
    let lane_top = TITLE + NAMES;
    let top = lane_top + lane.height() + AIR;
    let mut downwards: Vec<NodeId> = scene.in_order();
    downwards.retain(|id| !scene.is_rail(*id));
    downwards.sort_by(|a, b| {
        let start = |id: &NodeId| layout.middles[id.0 as usize] - heights[id.0 as usize] / 2.0;
        start(a).total_cmp(&start(b))
    });
    let plane = Plane { scene, cards: &cards, frame: &frame, lane: &lane, layout: &layout, downwards, lane_top, top };
    let bottom = top + layout.height + AIR;
    let legend = legend::legend(scene, bottom + 16.0);
    let said = said(scene);
    let text = SMALL * said.chars().count() as f64;
    let width = frame.width.max(legend.width.max(text) + 2.0 * MARGIN);
    let height = bottom + 16.0 + legend.height + MARGIN / 2.0;
    let Wires { wires, carried } = Wires::new(&plane);
    let (red, plain): (Vec<&Wire>, Vec<&Wire>) = wires.iter().partition(|wire| wire.in_cycle);
    let body = html! {
        rect.paper width=(number(width)) height=(number(height)) {}
        text.name x=(number(MARGIN)) y="30" { (scene.board) }
        text.hint x=(number(MARGIN)) y="48" { (said) }
        (levels(scene, &frame, &plane, bottom))
        g.wires {
            @for rail in &lane.rails { (live(&plane, *rail)) }
            @for wire in plain.iter().chain(&red) { (drawn(wire)) }
        }
        g.nodes { @for id in scene.in_order() { (card(&plane, id)) } }
        (legend.drawn)
    };
    let title = format!("Init graph of {}", scene.board);
    Ok((Drawing { title, width, height, styles: STYLES, body }, carried))
}

fn said(scene: &Scene) -> String {
    match (scene.booting, scene.cycles.len()) {
        (Some(booting), _) => format!(
            "boots {booting} of {} from left to right; the number in a box is its position in the boot",
            scene.nodes.len()
        ),
        (None, 0) => "has errors, and so no order; drawn as far as it could be read".to_owned(),
        (None, 1) => "has a cycle, in red, and so no order".to_owned(),
        (None, cycles) => format!("has {cycles} cycles, in red, and so no order"),
    }
}

fn levels(scene: &Scene, frame: &Frame, plane: &Plane, bottom: f64) -> Markup {
    let lane = plane.lane.height();
    html! {
        g.levels {
            @for (at, ((start, end), name)) in frame.levels.iter().zip(&scene.levels).enumerate() {
                rect.level.odd[at % 2 == 1] x=(number(*start)) y=(number(TITLE)) width=(number(end - start))
                    height=(number(bottom - TITLE)) {}
                text.head x=(number(start + 10.0)) y=(number(TITLE + 20.0)) { (name) }
                @if let Some(said) = positions(scene, at) {
                    text.hint x=(number(end - 10.0)) y=(number(TITLE + 20.0)) text-anchor="end" { (said) }
                }
            }
            @if lane > 0.0 {
                rect.lane x=(number(MARGIN)) y=(number(plane.lane_top)) width=(number(frame.width - 2.0 * MARGIN))
                    height=(number(lane)) {}
                text.hint x=(number(frame.width - MARGIN - 10.0)) y=(number(plane.lane_top + 17.0)) text-anchor="end" { "rails" }
            }
        }
    }
}

/// The first and the last position of a level.
fn positions(scene: &Scene, level: usize) -> Option<String> {
    let positions = || scene.nodes.iter().filter(|node| node.level == Some(level)).filter_map(|node| node.position);
    let (first, last) = (positions().min()?, positions().max()?);
    Some(if first == last { first.to_string() } else { format!("{first}–{last}") })
}

/// A rail from where it is switched on to its last user.
fn live(plane: &Plane, rail: NodeId) -> Markup {
    let (start, _) = plane.sides(rail);
    let taps = || plane.lane.taps.iter().filter(|tap| tap.rail == rail).map(|tap| tap.across(plane.frame));
    let fed = plane.scene.pairs.iter().filter(|pair| pair.to == rail && plane.scene.is_rail(pair.from));
    let ends = taps().chain(fed.map(|pair| plane.elbow(pair.from, rail)));
    let (from, to) = ends.fold((start, start), |(from, to), end| (from.min(end), f64::max(to, end)));
    let y = number(plane.middle(rail));
    html! {
        @if to - from > 1.0 {
            g.line.power.live data-rail=(rail.0) { path.wire d={ "M" (number(from)) " " (y) "H" (number(to)) } {} }
        }
    }
}

fn drawn(wire: &Wire) -> Markup {
    html! {
        g.line.(name(wire.kind)).in-cycle[wire.in_cycle] data-from=(wire.carries.start) data-to=(wire.carries.end) {
            path.wire d=(wire.path) {}
            @if let Some((x, y)) = wire.head { (tip(wire.kind, x, y, wire.upwards)) }
            @if let Some((x, y)) = wire.dot { circle.tip cx=(number(x)) cy=(number(y)) r="2" {} }
        }
    }
}

fn card(plane: &Plane, id: NodeId) -> Markup {
    let (node, card) = (plane.scene.node(id), &plane.cards[id.0 as usize]);
    let ((left, right), middle) = (plane.sides(id), plane.middle(id));
    let top = middle - card.height / 2.0;
    let rail = node.kind == Kind::Rail;
    let absent = node.is_absent() && !node.disabled;
    let start = card.text_start(left);
    let first = if rail { middle + 4.0 } else { top + 17.0 };
    let position = node.position.map_or("–".to_owned(), |position| position.to_string());
    html! {
        g.node.(node.kind.name()).absent[absent].disabled[node.disabled].in-cycle[node.in_cycle] data-node=(id.0) {
            rect.card x=(number(left)) y=(number(top)) width=(number(right - left)) height=(number(card.height))
                rx=(if rail { "12" } else { "4" }) {}
            @if card.stripe > 0.0 {
                path.split d={ "M" (number(left + card.stripe)) " " (number(top + 3.0)) "v" (number(card.height - 6.0)) } {}
                text.position x=(number(left + card.stripe / 2.0 + 1.0)) y=(number(first)) { (position) }
            }
            text.label x=(number(start)) y=(number(first)) { (card.label) }
            @for (at, (class, text)) in card.lines.iter().enumerate() {
                @if rail {
                    text.(class) x=(number(right - 9.0)) y=(number(first)) text-anchor="end" { (text) }
                } @else {
                    text.(class) x=(number(start)) y=(number(first + LINE * (at + 1) as f64)) { (text) }
                }
            }
        }
    }
}
