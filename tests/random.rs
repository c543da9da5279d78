//! Random boards: valid by construction, with every kind of edge, written as `.board` text.

mod edges;
mod raws;
mod text;
mod times;

pub(crate) use edges::vertices;
pub(crate) use raws::raw;
pub(crate) use text::board;
pub(crate) use times::Times;

/// A device or a rail before it is known which of its edges are possible.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    /// Who wants a vertex gives a number and gets the one with the [`nearest`] key. So it stays the same one when others
    /// are taken out.
    pub(crate) key: u8,
    pub(crate) rail: bool,
    /// Of a rail: its users are of this level or a later one.
    pub(crate) level: usize,
    /// Of a rail: it comes up with its level, with or without a user.
    pub(crate) own_level: bool,
    pub(crate) priority: u16,
    pub(crate) deferred: bool,
    /// Of a rail: its users are optional.
    pub(crate) optional: bool,
    pub(crate) disabled: bool,
    /// Edges lead to vertices of a lower level, and in a level to those of a lower rank, so there is no cycle.
    pub(crate) rank: u16,
    pub(crate) edges: Vec<(u8, u8)>,
    pub(crate) parts: Parts,
    pub(crate) supply: Supply,
    pub(crate) times: Times,
}

/// What a device consists of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Parts {
    /// `: TYPE`
    pub(crate) typed: bool,
    pub(crate) init: bool,
    pub(crate) deinit: bool,
    pub(crate) irq: bool,
    /// How many inputs `init` moves.
    pub(crate) claims: usize,
    /// Which of them `deinit` gives back, bit by bit.
    pub(crate) gives_back: u8,
    /// Which of them a failed `init` gives back.
    pub(crate) returns: u8,
}

/// How a rail is switched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Supply {
    Switched,
    /// It cannot be switched off.
    OnlyOn,
    BootOn,
    /// `boot_on`, and nothing to switch it with.
    BootOnFixed,
    AlwaysOn,
}

impl Supply {
    fn has_enable(self) -> bool {
        matches!(self, Supply::Switched | Supply::OnlyOn | Supply::BootOn)
    }

    fn has_disable(self) -> bool {
        matches!(self, Supply::Switched | Supply::BootOn)
    }
}

/// Why one vertex needs another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Use {
    After,
    Depends,
    Nested,
    Power,
    From,
    Control,
    /// `&label`
    Shared,
    SharedDown,
    /// `&mut label`
    Lent,
    LentDown,
    LentBoth,
}

/// A vertex with the edges that are possible.
#[derive(Clone, Debug)]
pub(crate) struct Vertex {
    pub(crate) raw: Raw,
    pub(crate) edges: Vec<(usize, Use)>,
}

impl Vertex {
    /// What is up while this is.
    pub(crate) fn holds(&self) -> impl Iterator<Item = usize> {
        self.edges.iter().filter(|(_, how)| *how != Use::After).map(|(to, _)| *to)
    }

    /// What only comes up earlier.
    pub(crate) fn after(&self) -> impl Iterator<Item = usize> {
        self.with(&[Use::After])
    }

    /// What it needs in one of these ways.
    pub(crate) fn with(&self, how: &[Use]) -> impl Iterator<Item = usize> {
        self.edges.iter().filter(move |(_, is)| how.contains(is)).map(|(to, _)| *to)
    }

    /// Whether it has something to run that brings it up.
    pub(crate) fn has_up(&self) -> bool {
        if self.raw.rail { self.raw.supply.has_enable() } else { self.raw.parts.init }
    }

    /// Whether it has something to run that takes it down.
    pub(crate) fn has_down(&self) -> bool {
        if self.raw.rail { self.raw.supply.has_disable() } else { self.raw.parts.deinit }
    }

    /// A rail with both `enable` and `disable`.
    pub(crate) fn is_switched(&self) -> bool {
        self.raw.rail && self.raw.supply.has_enable() && self.raw.supply.has_disable()
    }

    /// A rail that has to settle once it is switched on.
    pub(crate) fn settles(&self) -> bool {
        self.raw.rail && self.has_up() && (self.has_good() || self.raw.times.settling() > 0)
    }

    /// The same, of a rail that a boot switches on.
    pub(crate) fn rises_at_boot(&self) -> bool {
        self.settles() && !self.on_at_reset()
    }

    /// Whether a rail says itself that it is good.
    pub(crate) fn has_good(&self) -> bool {
        self.raw.rail && self.has_up() && self.raw.times.patience.is_some()
    }

    /// A rail that is on before anybody comes up.
    pub(crate) fn on_at_reset(&self) -> bool {
        self.raw.rail && matches!(self.raw.supply, Supply::BootOn | Supply::BootOnFixed | Supply::AlwaysOn)
    }
}

/// Which of these has the key that is next from `number` on.
pub(crate) fn nearest(number: u8, all: impl Iterator<Item = usize>, key: impl Fn(usize) -> u8) -> Option<usize> {
    all.min_by_key(|at| key(*at).wrapping_sub(number))
}
