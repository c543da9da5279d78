//! Random times, of which the board knows nothing.

use crate::board::Board;
use crate::clock::Weather;
use proptest::prelude::*;

/// How long something really takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Real {
    /// What the board says.
    Stated,
    Nothing,
    Some(u32),
    /// Longer than everything else together.
    Long,
}

/// For as many vertices as there can be: times, when rails are good, and what is broken.
pub(crate) type Seed = Vec<(Real, u16, bool)>;

pub(crate) fn seed(most: usize) -> impl Strategy<Value = Seed> {
    let real = prop_oneof![
        3 => Just(Real::Stated),
        2 => Just(Real::Nothing),
        2 => (1..2_000_000u32).prop_map(Real::Some),
        1 => Just(Real::Long),
    ];
    prop::collection::vec((real, any::<u16>(), prop::bool::weighted(0.3)), most)
}

impl Weather {
    pub(crate) fn new(board: &Board, seed: &Seed) -> Weather {
        let nodes = || board.nodes.iter().zip(seed);
        let takes = nodes().map(|(node, (real, ..))| match real {
            Real::Stated => node.takes,
            Real::Nothing => 0,
            Real::Some(time) => u64::from(*time),
            Real::Long => 1_000_000_000,
        });
        let good = nodes().map(|(node, (_, good, _))| node.timeout.unwrap_or(0) * u64::from(*good) / 65_535);
        let broken = nodes().map(|(_, (.., broken))| *broken);
        Weather { takes: takes.collect(), good: good.collect(), broken: broken.collect() }
    }

    /// Everything takes as long as the board says, or nothing does.
    pub(crate) fn calm(board: &Board, stated: bool) -> Weather {
        let real = if stated { Real::Stated } else { Real::Nothing };
        Weather::new(board, &vec![(real, 0, false); board.nodes.len()])
    }
}
