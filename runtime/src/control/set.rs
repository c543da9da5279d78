//! Sets of nodes and levels.

use core::cell::Cell;

/// Some of the vertices of a board, by their numbers. A board of up to 32 has them in one register. A number that is too
/// large for the set stands for another vertex: there is no panic here.
pub trait Set: Copy + PartialEq + 'static {
    /// None.
    const EMPTY: Self;

    /// Whether this one is among them.
    fn has(&self, vertex: usize) -> bool;
    /// This one as well.
    fn add(&mut self, vertex: usize);
    /// Not this one.
    fn remove(&mut self, vertex: usize);
    /// Those that are in both.
    fn and(self, other: Self) -> Self;
    /// Those that are in one of them.
    fn or(self, other: Self) -> Self;
    /// Those that are not in the other.
    fn without(self, other: Self) -> Self;

    /// Whether there is none.
    #[inline(always)]
    fn is_empty(&self) -> bool {
        *self == Self::EMPTY
    }

    /// This one alone.
    #[inline(always)]
    fn of(vertex: usize) -> Self {
        let mut set = Self::EMPTY;
        set.add(vertex);
        set
    }
}

impl Set for u32 {
    const EMPTY: Self = 0;

    #[inline(always)]
    fn has(&self, vertex: usize) -> bool {
        self.wrapping_shr(vertex as u32) & 1 != 0
    }

    #[inline(always)]
    fn add(&mut self, vertex: usize) {
        *self |= 1u32.wrapping_shl(vertex as u32);
    }

    #[inline(always)]
    fn remove(&mut self, vertex: usize) {
        *self &= !1u32.wrapping_shl(vertex as u32);
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        self & other
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        self | other
    }

    #[inline(always)]
    fn without(self, other: Self) -> Self {
        self & !other
    }
}

impl<const WORDS: usize> Set for [u32; WORDS] {
    const EMPTY: Self = [0; WORDS];

    fn has(&self, vertex: usize) -> bool {
        self.get(vertex / 32).is_some_and(|word| word.has(vertex))
    }

    fn add(&mut self, vertex: usize) {
        if let Some(word) = self.get_mut(vertex / 32) {
            word.add(vertex);
        }
    }

    fn remove(&mut self, vertex: usize) {
        if let Some(word) = self.get_mut(vertex / 32) {
            word.remove(vertex);
        }
    }

    fn and(mut self, other: Self) -> Self {
        self.iter_mut().zip(other).for_each(|(word, other)| *word &= other);
        self
    }

    fn or(mut self, other: Self) -> Self {
        self.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
        self
    }

    fn without(mut self, other: Self) -> Self {
        self.iter_mut().zip(other).for_each(|(word, other)| *word &= !other);
        self
    }
}

/// A set that stays from call to call.
pub(crate) struct Kept<S>(Cell<S>);

impl<S: Set> Kept<S> {
    pub(crate) const fn new() -> Self {
        Kept(Cell::new(S::EMPTY))
    }

    #[inline(always)]
    pub(crate) fn get(&self) -> S {
        self.0.get()
    }

    #[inline(always)]
    pub(crate) fn set(&self, set: S) {
        self.0.set(set);
    }

    #[inline(always)]
    pub(crate) fn has(&self, vertex: usize) -> bool {
        self.get().has(vertex)
    }

    #[inline(always)]
    pub(crate) fn add(&self, vertex: usize) {
        let mut set = self.get();
        set.add(vertex);
        self.set(set);
    }

    #[inline(always)]
    pub(crate) fn remove(&self, vertex: usize) {
        let mut set = self.get();
        set.remove(vertex);
        self.set(set);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::fmt::Debug;

    fn behaves<S: Set + Debug>([a, b, c]: [usize; 3]) {
        let mut set = S::of(a);
        set.add(b);
        assert!(set.has(a) && set.has(b) && !set.has(c) && !set.is_empty());
        assert_eq!((set.and(S::of(b)), set.or(S::of(c)).without(set)), (S::of(b), S::of(c)));
        set.remove(a);
        assert_eq!(set, S::of(b));
        set.remove(b);
        assert!(set.is_empty());
    }

    #[test]
    fn one_word_and_several_behave_alike() {
        behaves::<u32>([0, 31, 5]);
        behaves::<[u32; 3]>([0, 95, 5]);
        behaves::<[u32; 3]>([31, 32, 64]);
    }

    #[test]
    fn a_number_too_large_is_no_panic() {
        let mut set = <[u32; 1]>::of(32);
        set.remove(32);
        assert!(set.is_empty() && !set.has(32));
        assert!(u32::of(32).has(0));
    }
}
