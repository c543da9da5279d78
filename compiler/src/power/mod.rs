//! What the rails of a board give, and what they have to carry.
//!
//! * Voltage: a rail's own, or what its upstream passes on.
//! * Current: what the devices on it draw, and what the rails below it take for what they give themselves.
//! * Up at the same time: what boots; that and one deferred node with all that it needs; everything.

mod convert;
mod deferred;
mod load;
mod step;
mod tree;

pub use convert::{Intake, converter};
pub(crate) use step::{Fault, Made};

use crate::graph::Graph;
use crate::model::{Model, NodeId};
use crate::order::boot_set;
use bringup_dsl::Span;

/// By how much a signal may be above the supply of the pin that takes it, in microvolts: what nearly every data sheet
/// allows at most.
pub(crate) const PIN_TOLERANCE: i128 = 300_000;

/// All rails of a board with their voltages and currents.
#[derive(Debug)]
pub struct Power {
    /// Each after the one that feeds it, a rail before the rails below it: the order in which one prints a tree.
    pub rails: Vec<RailPower>,
    /// By [`NodeId`], which of `rails` it is.
    places: Vec<Option<usize>>,
}

/// A rail with its voltage and currents, in microvolts and microamperes.
#[derive(Debug)]
pub struct RailPower {
    /// The rail.
    pub rail: NodeId,
    /// The rail that feeds it. None if rails feed each other in a circle, which is an error of its own.
    pub upstream: Option<NodeId>,
    /// How many rails are between it and the source.
    pub depth: usize,
    /// What it gives, if the board says.
    pub voltage: Option<Voltage>,
    /// What it takes from its upstream for the current it gives.
    pub intake: Intake,
    /// What draws from it, in source order: devices, then rails. Disabled nodes do not.
    pub loads: Vec<Load>,
    /// What it gives in each case.
    pub output: Currents,
    /// The deferred node with which `output.worst` is reached, if that is more than at boot.
    pub worst_with: Option<NodeId>,
    /// Deferred nodes of which each takes it over its limit, the first few in the order of declaration.
    pub exceeded_with: Vec<NodeId>,
}

/// A voltage range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Voltage {
    /// The least that it can be.
    pub lowest: i128,
    /// The most.
    pub highest: i128,
    /// The rail whose `voltage` says so: the rail itself, or one that it hangs on.
    pub stated_by: NodeId,
}

/// What one consumer draws from a rail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Load {
    /// A device, or a rail that is fed.
    pub node: NodeId,
    /// Of a device: which of its supplies.
    pub supply: Option<usize>,
    /// Where its current is stated, else where it is connected.
    pub span: Span,
    /// What it draws in each case.
    pub current: Currents,
    /// Of a rail: what it gives in each case.
    pub gives: Currents,
}

/// A current by what is up at the same time.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Currents {
    /// What boots.
    pub boot: i128,
    /// What boots, and the one deferred node that is worst for this rail, with all that it needs.
    pub worst: i128,
    /// Everything.
    pub all: i128,
}

impl Power {
    /// The rails of a model. Cycles are allowed for.
    ///
    /// O(nodes + edges), and for each deferred node that no other one needs: what it brings up, and the rails above that.
    pub(crate) fn new(model: &Model, graph: &Graph) -> Power {
        let boots = boot_set(model, graph);
        let mut power = tree::rails(model);
        load::connect(&mut power, model, &boots);
        load::add_up(&mut power);
        deferred::add_one(&mut power, model, graph, &boots);
        power
    }

    /// A rail by its id. None of a device.
    pub fn rail(&self, id: NodeId) -> Option<&RailPower> {
        self.place(id).map(|place| &self.rails[place])
    }

    /// The rails that pass on the voltage of `id`, from the rail itself up to the one that states it.
    pub(crate) fn chain(&self, id: NodeId) -> impl Iterator<Item = &RailPower> {
        let stated_by = self.rail(id).and_then(|rail| rail.voltage).map(|voltage| voltage.stated_by);
        std::iter::successors(self.rail(id), move |rail| {
            rail.upstream.filter(|_| Some(rail.rail) != stated_by).and_then(|upstream| self.rail(upstream))
        })
    }

    fn place(&self, id: NodeId) -> Option<usize> {
        self.places[id.0 as usize]
    }
}
