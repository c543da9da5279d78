//! The ways of lines that the library has no part in: to rails, between rails, and against the order.

use super::frame::MARGIN;
use super::plane::Plane;
use crate::picture::number;
use bringup_compiler::model::NodeId;

/// A way, and its end.
pub(crate) struct Route {
    pub(crate) path: String,
    pub(crate) head: (f64, f64),
    pub(crate) upwards: bool,
}

/// What an arrowhead takes of the end of a line.
pub(crate) const HEAD: f64 = 9.0;
/// At a rail, what feeds it comes in above the middle, and what switches it below.
const BESIDE: f64 = 5.0;

impl Plane<'_> {
    /// From a rail to one that it feeds.
    pub(crate) fn feed(&self, rail: NodeId, feeder: NodeId) -> Route {
        let (left, y) = (self.sides(rail).0, self.middle(rail) - BESIDE);
        let (start, end) = self.sides(feeder);
        let across = self.elbow(rail, feeder);
        let below = across > start && across < end && self.middle(feeder) < y;
        let from = if below { self.bottom(feeder) } else { self.middle(feeder) };
        let out = if across < start { start } else { across };
        let path =
            format!("M{} {}H{}V{}H{}", number(out), number(from), number(across), number(y), number(left - HEAD));
        Route { path, head: (left, y), upwards: false }
    }

    /// Where the line from what feeds a rail comes down to it. Those of different rails do not share a line.
    pub(crate) fn elbow(&self, rail: NodeId, feeder: NodeId) -> f64 {
        self.sides(rail).0 - 13.0 - 4.0 * (self.lane.row(feeder) % 3) as f64
    }

    /// From a device up to the rail that it switches, or that comes after it.
    ///
    /// `before`: how many others there are that this rail needs.
    pub(crate) fn riser(&self, rail: NodeId, device: NodeId, before: usize) -> Route {
        let below = [BESIDE, BESIDE + 4.0, BESIDE - 4.0][before % 3];
        let ((left, right), y) = (self.sides(rail), self.middle(rail) + below);
        let (side, middle) = (self.sides(device).1, self.middle(device));
        let out = side + 9.0 + 4.0 * self.lane.riser(device) as f64;
        let start = format!("M{} {}H{}", number(side), number(middle), number(out));
        if out > left + 4.0 && out < right - 4.0 && middle > y {
            let end = self.bottom(rail);
            return Route { path: format!("{start}V{}", number(end + HEAD)), head: (out, end), upwards: true };
        }
        if out <= left - HEAD {
            let path = format!("{start}V{}H{}", number(y), number(left - HEAD));
            return Route { path, head: (left, y), upwards: false };
        }
        // A rail that is drawn before what switches it: from the right and below.
        let below = y + 13.0;
        let into = left + 16.0;
        let end = self.bottom(rail);
        let path = format!("{start}V{}H{}V{}", number(below + 8.0), number(into), number(end + HEAD));
        Route { path, head: (into, end), upwards: true }
    }

    /// Against the order: around below.
    pub(crate) fn back(&self, user: NodeId, needed: NodeId, y: f64) -> Route {
        let (left, right) = (self.sides(user).0, self.sides(needed).1);
        let columns = self.scene.node(user).column..=self.scene.node(needed).column;
        let below = self.clear(columns, self.bottom(user).max(self.bottom(needed)) + 9.0);
        let out = right + 14.0;
        let into = (left - 22.0).max(MARGIN / 3.0);
        let path = format!(
            "M{} {}C{out} {} {out} {} {} {below}H{}C{into} {below} {into} {y} {} {y}",
            number(right),
            number(self.middle(needed)),
            number(self.middle(needed)),
            number(below),
            number(right - 4.0),
            number(left + 4.0),
            number(left - HEAD),
            out = number(out),
            into = number(into),
            below = number(below),
            y = number(y),
        );
        Route { path, head: (left, y), upwards: false }
    }
}

/// From the right side of one box to the left side of another.
pub(crate) fn curve(from: (f64, f64), to: (f64, f64)) -> String {
    let (start, level) = (format!("M{} {}", number(from.0), number(from.1)), (from.1 - to.1).abs() < 0.5);
    if level {
        return format!("{start}L{} {}", number(to.0), number(to.1));
    }
    let middle = number((from.0 + to.0) / 2.0);
    format!("{start}C{middle} {} {middle} {} {} {}", number(from.1), number(to.1), number(to.0), number(to.1))
}
