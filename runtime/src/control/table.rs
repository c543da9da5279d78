//! What run-time control knows of a board: constants that the compiler writes.

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

/// One list per vertex, all in one array.
pub struct Lists<I: 'static, O: 'static> {
    /// Where in `flat` each list begins, and where the last one ends. Empty if all lists are.
    pub starts: &'static [O],
    /// The lists, one after the other.
    pub flat: &'static [I],
}

impl<I: Index, O: Index> Lists<I, O> {
    /// The list of one vertex.
    #[inline]
    pub(crate) fn of(&self, vertex: usize) -> impl Iterator<Item = usize> + use<I, O> {
        let start = self.starts.get(vertex).map_or(0, |start| start.get());
        let end = self.starts.get(vertex + 1).map_or(0, |end| end.get());
        self.flat.get(start..end).unwrap_or_default().iter().map(|index| index.get())
    }
}

/// The graph of a board. Vertices are its nodes, numbered by declaration, and after them its levels.
pub struct Table<I: 'static, O: 'static> {
    /// All nodes, in the order in which they come up.
    pub order: &'static [I],
    /// What each node holds, and which nodes each level boots.
    pub needs: Lists<I, O>,
    /// What each node borrows while it comes up.
    pub lent_up: Lists<I, O>,
    /// What each node borrows while it goes down.
    pub lent_down: Lists<I, O>,
    /// What is known of each node: a sum of the constants here.
    pub traits: &'static [u8],
}

/// Its init takes inputs.
pub const CLAIMS: u8 = 1;
/// Going down does not give all of them back.
pub const LOST_DOWN: u8 = 2;
/// An init that fails does not give all of them back.
pub const LOST_FAILED: u8 = 4;
/// A level comes up without it: it is optional, or only optional nodes need it.
pub const TOLERATED: u8 = 8;
/// Nobody asks for it by itself when a level comes up: it goes down with the last node that needs it.
pub const SUPPORT: u8 = 16;
/// A rail that is on at reset (`boot_on`) and stays on without users: only a suspension switches it off.
pub const STAYS_ON: u8 = 32;
/// A rail that settles after it is switched on. Its users wait for that.
pub const SETTLES: u8 = 64;
/// One that nothing else is started beside, because other rails come after it.
pub const PROMPT: u8 = 128;
