//! What takes time, and what it comes after.

use super::{BarKind, Follows};
use crate::model::NodeId;
use std::cmp::Reverse;

/// Vertices with a length. Each starts when the last of those before it has ended, and is added after them.
#[derive(Default)]
pub(super) struct Net {
    vertices: Vec<Vertex>,
}

struct Vertex {
    /// What it is; `None` where several others meet.
    bar: Option<(NodeId, BarKind)>,
    start: i128,
    end: i128,
    before: Vec<(usize, Follows)>,
}

impl Net {
    pub(super) fn add(&mut self, bar: Option<(NodeId, BarKind)>, takes: u64, before: Vec<(usize, Follows)>) -> usize {
        let start = before.iter().map(|(vertex, _)| self.end(*vertex)).max().unwrap_or(0);
        self.vertices.push(Vertex { bar, start, end: start + i128::from(takes), before });
        self.vertices.len() - 1
    }

    pub(super) fn len(&self) -> usize {
        self.vertices.len()
    }

    pub(super) fn bar(&self, vertex: usize) -> Option<(NodeId, BarKind)> {
        self.vertices[vertex].bar
    }

    pub(super) fn start(&self, vertex: usize) -> i128 {
        self.vertices[vertex].start
    }

    pub(super) fn end(&self, vertex: usize) -> i128 {
        self.vertices[vertex].end
    }

    pub(super) fn total(&self) -> i128 {
        self.vertices.iter().map(|vertex| vertex.end).max().unwrap_or(0)
    }

    /// What ends when `vertex` starts: something that it needs, if there is such.
    pub(super) fn held_by(&self, vertex: usize) -> Option<(usize, Follows)> {
        let Vertex { start, before, .. } = &self.vertices[vertex];
        let holding = before.iter().copied().filter(|(vertex, _)| self.end(*vertex) == *start);
        holding.min_by_key(|(_, follows)| (*follows != Follows::Need, Reverse(*follows)))
    }

    /// By vertex, how much it can grow before the total does. O(vertices and what they come after).
    pub(super) fn slacks(&self) -> Vec<i128> {
        let mut latest = vec![self.total(); self.len()];
        for (at, vertex) in self.vertices.iter().enumerate().rev() {
            let start = latest[at] - (vertex.end - vertex.start);
            for (before, _) in &vertex.before {
                latest[*before] = latest[*before].min(start);
            }
        }
        self.vertices.iter().zip(latest).map(|(vertex, latest)| latest - vertex.end).collect()
    }

    /// A way from the start to the end, without vertices that take no time; and why each link follows the one before.
    pub(super) fn critical(&self) -> Vec<(usize, Follows)> {
        let mut path: Vec<(usize, Follows)> = Vec::new();
        let total = self.total();
        let mut at = self.vertices.iter().rposition(|vertex| vertex.end == total);
        while let Some(vertex) = at {
            let before = self.held_by(vertex);
            let follows = before.map_or(Follows::Start, |(_, follows)| follows);
            match path.last_mut() {
                _ if self.end(vertex) > self.start(vertex) => path.push((vertex, follows)),
                Some((_, next)) => *next = follows.max(*next),
                None => {}
            }
            at = before.map(|(vertex, _)| vertex);
        }
        if let Some((_, follows)) = path.last_mut() {
            *follows = Follows::Start;
        }
        path.reverse();
        path
    }
}
