//! Everything that has a place.

use super::frame::{Card, Frame};
use super::lane::Lane;
use super::layout::Layout;
use super::scene::Scene;
use bringup_compiler::model::NodeId;
use std::ops::RangeInclusive;

pub(crate) struct Plane<'a> {
    pub(crate) scene: &'a Scene<'a>,
    pub(crate) cards: &'a [Card],
    pub(crate) frame: &'a Frame,
    pub(crate) lane: &'a Lane,
    pub(crate) layout: &'a Layout,
    /// Devices by where their boxes begin.
    pub(crate) downwards: Vec<NodeId>,
    /// Where lane and devices begin.
    pub(crate) lane_top: f64,
    pub(crate) top: f64,
}

impl Plane<'_> {
    pub(crate) fn middle(&self, id: NodeId) -> f64 {
        match self.scene.is_rail(id) {
            true => self.lane_top + self.lane.middle(id),
            false => self.top + self.layout.middles[id.0 as usize],
        }
    }

    /// Left and right.
    pub(crate) fn sides(&self, id: NodeId) -> (f64, f64) {
        match self.scene.is_rail(id) {
            true => {
                let left = self.lane.left(self.scene, self.frame, id);
                (left, left + self.cards[id.0 as usize].width)
            }
            false => self.frame.columns[self.scene.node(id).column],
        }
    }

    pub(crate) fn bottom(&self, id: NodeId) -> f64 {
        self.middle(id) + self.cards[id.0 as usize].height / 2.0
    }

    /// The next height from `y` downwards at which a line can pass some columns without a box in its way.
    pub(crate) fn clear(&self, columns: RangeInclusive<usize>, y: f64) -> f64 {
        let inside = |id: &&NodeId| columns.contains(&self.scene.node(**id).column);
        self.downwards.iter().filter(inside).fold(y, |y, id| {
            let (middle, half) = (self.middle(*id), self.cards[id.0 as usize].height / 2.0 + 5.0);
            if y > middle - half && y < middle + half { middle + half + 4.0 } else { y }
        })
    }

    /// The end of a rail's box on the side of a line.
    pub(crate) fn nearest(&self, rail: NodeId, across: f64) -> f64 {
        let (left, right) = self.sides(rail);
        if across < left { left } else { right }
    }
}
