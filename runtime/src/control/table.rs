//! What run-time control knows of a board: constants that the compiler writes.

use super::set::Set;

/// A number of a table. Tables of small boards are made of bytes.
pub trait Index: Copy + 'static {
    /// As an index.
    fn get(self) -> usize;
}

macro_rules! indices {
    ($($ty:ty)*) => {
        $(impl Index for $ty {
            #[inline(always)]
            fn get(self) -> usize {
                self as usize
            }
        })*
    };
}

indices!(u8 u16 u32);

/// A set for each vertex.
pub trait Sets<S>: 'static {
    /// Whether there is none.
    fn is_empty(&self) -> bool;
    /// The set of one vertex.
    fn of(&self, vertex: usize) -> S;
}

/// One mask each: the smallest form for a board with as many vertices as a word has bits. Without any, all are empty.
pub struct Masks<M: 'static>(pub &'static [M]);

impl<M: Index> Sets<u32> for Masks<M> {
    #[inline(always)]
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[inline(always)]
    fn of(&self, vertex: usize) -> u32 {
        self.0.get(vertex).map_or(0, |mask| mask.get() as u32)
    }
}

/// As lists, all in one array: for boards with more.
pub struct Lists<I: 'static, O: 'static> {
    /// Where in `flat` each list begins, and where the last one ends. Empty if all lists are.
    pub starts: &'static [O],
    /// The lists, one after the other.
    pub flat: &'static [I],
}

impl<S: Set, I: Index, O: Index> Sets<S> for Lists<I, O> {
    #[inline(always)]
    fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    fn of(&self, vertex: usize) -> S {
        let start = self.starts.get(vertex).map_or(0, |start| start.get());
        let end = self.starts.get(vertex + 1).map_or(0, |end| end.get());
        let mut set = S::EMPTY;
        self.flat.get(start..end).unwrap_or_default().iter().for_each(|index| set.add(index.get()));
        set
    }
}

/// The graph of a board. Vertices are its nodes, in the order in which they come up, and after them its levels.
pub struct Table<S: 'static, T> {
    /// How many nodes there are.
    pub nodes: usize,
    /// What each node holds, and which nodes each level boots.
    pub needs: T,
    /// Each vertex with all that it needs, in any number of steps. Boards that are too large for masks do without.
    pub closures: T,
    /// What each node borrows while it comes up.
    pub lent_up: T,
    /// What each node borrows while it goes down.
    pub lent_down: T,
    /// Nodes whose init takes inputs.
    pub claims: S,
    /// Those of them that do not give all back when they go down.
    pub lost_down: S,
    /// Those of them that do not give all back when their init fails.
    pub lost_failed: S,
    /// What a level comes up without: it is optional, or only optional nodes need it.
    pub tolerated: S,
    /// What nobody asks for by itself when a level comes up: it goes down with the last node that needs it.
    pub support: S,
    /// Rails that are on at reset (`boot_on`) and stay on without users: only a suspension switches them off.
    pub stays_on: S,
    /// Rails that settle after they are switched on. Their users wait for that.
    pub settles: S,
    /// Those of them that nothing else is started beside, because other rails come after them.
    pub prompt: S,
}
