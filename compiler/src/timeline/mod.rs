//! When what happens while a board boots, as far as the board says how long things take.
//!
//! Everything comes up at the first attempt, and a rail is `good` the first time it is asked. Times are nanoseconds since
//! the start; a sum of 64-bit times over all nodes fits their type.

mod bound;
mod flow;
mod line;
mod net;

use crate::eager::eager;
use crate::flow::{Flows, Source};
use crate::graph::Graph;
use crate::model::{Model, Node, NodeId, Rail};
use crate::plan::Step;
use crate::schedule::Schedule;
use bringup_dsl::Span;
use net::Net;

/// The whole boot.
#[derive(Debug)]
pub struct Timeline {
    /// All that happens, by its start.
    pub bars: Vec<Bar>,
    /// By bar, which other one it starts right after, and why. The first ones have none; nor have waits, whose reason is the
    /// rail.
    pub held_by: Vec<Option<(usize, Follows)>>,
    /// A way from the start to the end without a gap: the boot gets shorter only if one of these does. What takes no time
    /// is left out.
    pub critical: Vec<Link>,
    /// How long the boot takes.
    pub total: i128,
    /// How long it would take if only edges, levels and priorities kept things apart.
    pub lower_bound: i128,
    /// What boots and does not say how long all of it takes. That counts as no time.
    pub unknown: Vec<NodeId>,
}

/// Something that goes on for a while.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bar {
    /// The node, or the rail that settles or is waited for.
    pub node: NodeId,
    /// What goes on.
    pub kind: BarKind,
    /// When it starts.
    pub start: i128,
    /// When it ends.
    pub end: i128,
    /// By how much it can grow before the boot does, if the order stays the same. Waits have none: they end when what they
    /// wait for does.
    pub slack: Option<i128>,
}

/// What goes on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BarKind {
    /// A device comes up.
    Init,
    /// A rail is switched on.
    Enable,
    /// A rail settles, once it is on.
    Ramp,
    /// The boot has nothing to do but to wait for a rail.
    Wait,
}

/// A part of the critical path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// Which of [`Timeline::bars`].
    pub bar: usize,
    /// Where its time is written.
    pub place: Span,
    /// Why it does not start earlier.
    pub follows: Follows,
}

/// Why something starts when the link before it ends. Of several reasons on the way from one link to the next, the last of
/// these counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Follows {
    /// It is the first.
    Start,
    /// It needs what comes before.
    Need,
    /// Only one thing happens at a time.
    Busy,
    /// Its priority is later.
    Priority,
    /// Its level is later.
    Level,
}

impl Bar {
    /// How long it goes on.
    pub fn takes(&self) -> i128 {
        self.end - self.start
    }

    /// Whether the boot grows if this does.
    pub fn is_critical(&self) -> bool {
        self.slack == Some(0)
    }
}

impl Timeline {
    /// The timeline of `steps`, which are in the order of the plan. `flows`: theirs, if the board is `concurrent`. O(n log n) for n nodes and edges.
    pub(crate) fn new(
        source: &Source,
        graph: &Graph,
        steps: &[Step],
        schedule: &Schedule,
        flows: Option<&Flows>,
    ) -> Timeline {
        let eager = eager(source.model, graph, source.tolerated, steps.iter());
        let (net, waits) = match flows {
            Some(flows) => (flow::net(source, graph, &flows.all, steps), Vec::new()),
            None => line::net(source, graph, steps, &schedule.counted, &eager),
        };
        let (mut bars, slacks) = (Vec::new(), net.slacks());
        for (vertex, slack) in slacks.into_iter().enumerate() {
            let (start, end) = (net.start(vertex), net.end(vertex));
            let bar = |(node, kind)| (Some(vertex), Bar { node, kind, start, end, slack: Some(slack) });
            bars.extend(net.bar(vertex).map(bar));
        }
        bars.extend(waits.into_iter().map(|bar| (None, bar)));
        bars.sort_by_key(|(_, bar)| bar.start);
        let places = places(&net, &bars);
        Timeline {
            critical: links(source.model, &net, &bars, &places),
            held_by: held_by(&net, &bars, &places),
            bars: bars.into_iter().map(|(_, bar)| bar).collect(),
            total: net.total(),
            lower_bound: bound::lower_bound(source, graph, steps, &eager),
            unknown: steps.iter().map(|step| step.node).filter(|id| is_unknown(source.model.node(*id))).collect(),
        }
    }
}

/// By vertex, its bar.
fn places(net: &Net, bars: &[(Option<usize>, Bar)]) -> Vec<usize> {
    let mut places = vec![0; net.len()];
    for (at, (vertex, _)) in bars.iter().enumerate() {
        vertex.iter().for_each(|vertex| places[*vertex] = at);
    }
    places
}

/// O(vertices and what they come after).
fn held_by(net: &Net, bars: &[(Option<usize>, Bar)], places: &[usize]) -> Vec<Option<(usize, Follows)>> {
    let mut held: Vec<Option<(usize, Follows)>> = Vec::with_capacity(net.len());
    for vertex in 0..net.len() {
        // Where several meet, what holds them up counts.
        held.push(net.held_by(vertex).and_then(|(before, follows)| match net.bar(before) {
            Some(_) => Some((places[before], follows)),
            None => held[before].map(|(bar, earlier)| (bar, follows.max(earlier))),
        }));
    }
    bars.iter().map(|(vertex, _)| vertex.and_then(|vertex| held[vertex])).collect()
}

fn links(model: &Model, net: &Net, bars: &[(Option<usize>, Bar)], places: &[usize]) -> Vec<Link> {
    let link = |(vertex, follows): (usize, Follows)| {
        let bar = places[vertex];
        Link { bar, place: place(model, &bars[bar].1), follows }
    };
    net.critical().into_iter().map(link).collect()
}

/// Where it is written how long something takes.
fn place(model: &Model, bar: &Bar) -> Span {
    let node = model.node(bar.node);
    let time = match (node.rail(), bar.kind) {
        (Some(rail), BarKind::Ramp | BarKind::Wait) => Some(rail.settling()),
        (Some(rail), _) => rail.time,
        (None, _) => node.device().and_then(|device| device.time),
    };
    time.map_or(node.label.span, |time| time.span)
}

fn is_unknown(node: &Node) -> bool {
    match (node.device(), node.rail().filter(|rail| rail.boots_by_switching())) {
        (Some(device), _) => device.init.is_some() && device.time.is_none(),
        (None, Some(rail)) => rail.time.is_none() || settles_unknown(rail),
        (None, None) => false,
    }
}

fn settles_unknown(rail: &Rail) -> bool {
    rail.good.is_some() && rail.ramp.or(rail.good_after).is_none()
}
