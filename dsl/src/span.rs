//! Places in source text.

use std::ops::Range;

/// A half-open range of byte offsets in the one offset space that a [`SourceMap`](crate::SourceMap) gives to all files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The empty span right after this one: where something is missing.
    pub fn after(self) -> Span {
        Span { start: self.end, end: self.end }
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The offsets as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}
