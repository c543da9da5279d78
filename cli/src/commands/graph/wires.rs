//! The lines between boxes.

use super::layout::Net;
use super::plane::Plane;
use super::ports::Ports;
use super::routes::{HEAD, Route, curve};
use crate::picture::number;
use bringup_compiler::graph::EdgeKind;
use std::ops::Range;

/// A line that is drawn in one go.
pub(crate) struct Wire {
    pub(crate) kind: EdgeKind,
    pub(crate) in_cycle: bool,
    /// For `<path d>`.
    pub(crate) path: String,
    /// Where it ends at what needs, if it does: arrowheads point right, some of those at rails up.
    pub(crate) head: Option<(f64, f64)>,
    pub(crate) upwards: bool,
    /// Where it forks off another.
    pub(crate) dot: Option<(f64, f64)>,
    /// What runs through it, in [`Wires::carried`].
    pub(crate) carries: Range<usize>,
}

#[derive(Default)]
pub(crate) struct Wires {
    pub(crate) wires: Vec<Wire>,
    /// Indices in `Scene::pairs`. What forks off a line later stands later, so that each part of it carries a range.
    pub(crate) carried: Vec<usize>,
}

impl Wires {
    pub(crate) fn new(plane: &Plane) -> Wires {
        let ports = Ports::new(plane);
        let mut wires = Wires::default();
        wires.taps(plane, &ports);
        for (net, out) in plane.layout.nets.iter().zip(&ports.outs) {
            wires.net(plane, &ports, net, *out);
        }
        let mut risers = vec![0; plane.scene.nodes.len()];
        for (at, pair) in plane.scene.pairs.iter().enumerate() {
            let (from, to) = (plane.scene.node(pair.from), plane.scene.node(pair.to));
            let rails = (plane.scene.is_rail(pair.from), plane.scene.is_rail(pair.to));
            let Route { path, head, upwards } = match rails {
                (true, true) => plane.feed(pair.from, pair.to),
                (true, false) => {
                    let before = &mut risers[pair.from.0 as usize];
                    plane.riser(pair.from, pair.to, std::mem::replace(before, *before + 1))
                }
                (false, false) if from.column <= to.column => plane.back(pair.from, pair.to, ports.ins[at]),
                _ => continue,
            };
            let carries = wires.carry([at]);
            let wire = Wire { path, head: Some(head), upwards, ..plain(pair.kind, pair.in_cycle, carries) };
            wires.wires.push(wire);
        }
        wires
    }

    fn carry(&mut self, pairs: impl IntoIterator<Item = usize>) -> Range<usize> {
        let start = self.carried.len();
        self.carried.extend(pairs);
        start..self.carried.len()
    }

    /// From each rail down to the devices of a column.
    fn taps(&mut self, plane: &Plane, ports: &Ports) {
        for tap in &plane.lane.taps {
            let (across, right) = (tap.across(plane.frame), plane.frame.columns[tap.column].0);
            let mut users: Vec<usize> = tap.pairs.clone();
            users.sort_by(|a, b| ports.ins[*a].total_cmp(&ports.ins[*b]));
            let all = self.carry(users);
            // The part of the rail that is in a cycle is drawn as such.
            let mut start = if tap.in_cycle { plane.nearest(tap.rail, across) } else { across };
            let mut above = plane.middle(tap.rail);
            for at in all.clone() {
                let y = ports.ins[self.carried[at]];
                let plain = |carries| plain(tap.kind, tap.in_cycle, carries);
                let path = format!("M{} {}H{}V{}", number(start), number(above), number(across), number(y));
                let dot = (at == all.start).then_some((across, above));
                self.wires.push(Wire { path, dot, ..plain(at..all.end) });
                let path = format!("M{} {}H{}", number(across), number(y), number(right));
                let dot = (at + 1 < all.end).then_some((across, y));
                self.wires.push(Wire { path, dot, head: Some((right, y)), ..plain(at..at + 1) });
                (start, above) = (across, y);
            }
        }
    }

    /// From a device to those that need it: straight through the columns between, and off as late as possible.
    fn net(&mut self, plane: &Plane, ports: &Ports, net: &Net, out: f64) {
        let first = plane.scene.node(net.source).column + 1;
        let all = self.carry(net.pairs.iter().copied());
        let mut left = all.clone();
        let mut at = (plane.sides(net.source).1, out);
        for gap in 0..=net.passes.len() {
            let column = first + gap;
            let Some((start, end)) = plane.frame.columns.get(column).copied() else { break };
            let plain = |carries| plain(net.kind, net.in_cycle, carries);
            while let Some(next) = left.clone().next() {
                let pair = self.carried[next];
                if plane.scene.node(plane.scene.pairs[pair].from).column != column {
                    break;
                }
                let head = (start, ports.ins[pair]);
                let path = curve(at, (start - HEAD, head.1));
                self.wires.push(Wire { path, head: Some(head), ..plain(next..next + 1) });
                left.start += 1;
            }
            if let Some(pass) = net.passes.get(gap) {
                let path = curve(at, (start, plane.top + pass)) + &format!("H{}", number(end));
                self.wires.push(Wire { path, ..plain(left.clone()) });
                at = (end, plane.top + pass);
            }
        }
    }
}

fn plain(kind: EdgeKind, in_cycle: bool, carries: Range<usize>) -> Wire {
    Wire { kind, in_cycle, path: String::new(), head: None, upwards: false, dot: None, carries }
}
