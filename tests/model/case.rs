//! Random cases: a board, how it starts, what is asked of it, and what goes wrong.

use crate::fault::{Kind, Then};
use crate::random::{self, Raw};
use proptest::prelude::*;
use proptest::sample::Index;

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) raw: Vec<Raw>,
    pub(crate) levels: usize,
    pub(crate) start: Start,
    pub(crate) ops: Vec<Op>,
    /// Each gets a run of its own, at a call that the run without any has made.
    pub(crate) faults: Vec<(Index, Kind)>,
}

/// Straight-line code has brought up so many levels, and these nodes do not work, as far as it can do without them.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(crate) levels: u8,
    pub(crate) broken_up: Vec<u8>,
    pub(crate) broken_down: Vec<u8>,
}

/// Numbers choose among what there is at the time, by its key.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Op {
    Acquire {
        root: u8,
        waits: bool,
    },
    Release {
        root: u8,
    },
    /// An acquire, and a release if that succeeded.
    Lease {
        root: u8,
    },
    Suspend {
        rail: u8,
    },
    Resume {
        token: u8,
        waits: bool,
    },
    /// What resumes a suspended rail is dropped.
    Lose {
        token: u8,
    },
    CheckOut {
        node: u8,
    },
    CheckIn {
        node: u8,
    },
    /// Somebody begins or ends to use a shared node.
    Use {
        node: u8,
    },
    /// From now on an init or a deinit fails, or works again.
    Break {
        node: u8,
        init: bool,
    },
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    let faults = prop::collection::vec((any::<Index>(), kind()), 8);
    let nodes = |rails, optional, most| prop::collection::vec(random::raw(rails, optional, 0.9), 1..most);
    // Half of the boards have many optional nodes on many rails: suspended and resumed, these meet most rules.
    (
        prop_oneof![nodes(0.25, 0.3, 11), nodes(0.5, 0.8, 8)],
        1..5usize,
        start(),
        prop::collection::vec(op(), 1..30),
        faults,
    )
        .prop_map(|(raw, levels, start, ops, faults)| Case { raw, levels, start, ops, faults })
}

fn start() -> impl Strategy<Value = Start> {
    let levels = prop_oneof![2 => Just(0u8), 3 => any::<u8>()];
    let some = || prop::collection::vec(any::<u8>().no_shrink(), 0..4);
    (levels, some(), some()).prop_map(|(levels, broken_up, broken_down)| Start { levels, broken_up, broken_down })
}

fn op() -> impl Strategy<Value = Op> {
    let any = || any::<u8>().no_shrink();
    prop_oneof![
        6 => (any(), prop::bool::ANY).prop_map(|(root, waits)| Op::Acquire { root, waits }),
        5 => any().prop_map(|root| Op::Release { root }),
        1 => any().prop_map(|root| Op::Lease { root }),
        4 => any().prop_map(|rail| Op::Suspend { rail }),
        4 => (any(), prop::bool::ANY).prop_map(|(token, waits)| Op::Resume { token, waits }),
        1 => any().prop_map(|token| Op::Lose { token }),
        2 => any().prop_map(|node| Op::CheckOut { node }),
        2 => any().prop_map(|node| Op::CheckIn { node }),
        2 => any().prop_map(|node| Op::Use { node }),
        3 => (any(), prop::bool::ANY).prop_map(|(node, init)| Op::Break { node, init }),
    ]
}

fn kind() -> impl Strategy<Value = Kind> {
    let then = prop_oneof![Just(Then::Done), Just(Then::Error), Just(Then::Drop)];
    prop_oneof![
        3 => Just(Kind::Error),
        2 => Just(Kind::Panic),
        2 => Just(Kind::Drop),
        1 => Just(Kind::Forget),
        3 => (any::<u8>(), then).prop_map(|(which, then)| Kind::Meanwhile(which, then)),
    ]
}
