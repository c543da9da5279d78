//! How long things take, as far as the board says.

use crate::model::{Model, NodeId, NodeKind};

/// What one node costs a boot, in nanoseconds. What the board does not say takes no time.
#[derive(Clone, Copy, Default, Debug)]
pub struct Timing {
    /// How long its `init` or `enable` takes.
    pub takes: u64,
    /// Whether its users have to wait for it after that.
    pub settles: bool,
    /// How long that is.
    pub settling: u64,
}

impl Timing {
    pub(crate) fn new(model: &Model, tolerated: &[bool], id: NodeId) -> Timing {
        let stated = Timing::stated(model, id);
        // Whether it is up has to be known before the next thing happens.
        if tolerated[id.0 as usize] && model.node(id).rail().is_some_and(|rail| rail.good.is_some()) {
            return Timing { takes: stated.takes.saturating_add(stated.settling), ..Timing::default() };
        }
        stated
    }

    /// The same of a node that must come up.
    pub(crate) fn stated(model: &Model, id: NodeId) -> Timing {
        match &model.node(id).kind {
            NodeKind::Device(device) => {
                Timing { takes: device.time.map_or(0, |time| time.value), ..Timing::default() }
            }
            NodeKind::Rail(rail) if !rail.boots_by_switching() => Timing::default(),
            NodeKind::Rail(rail) => {
                let (takes, settling) = (rail.time.map_or(0, |time| time.value), rail.settling().value);
                Timing { takes, settles: rail.settles(), settling }
            }
        }
    }
}
