//! Whether a rail can be made from the one that feeds it.

use super::{Power, RailPower, Voltage, converter};
use crate::model::{Converter, Model, Rail};

/// A rail that states its voltage, and what it is made from. Neither is negative: inverters are not judged.
#[derive(Clone, Copy)]
pub(crate) struct Made<'a> {
    pub(crate) rail: &'a Rail,
    pub(crate) own: Voltage,
    pub(crate) upstream: &'a RailPower,
    pub(crate) input: Voltage,
    /// In microvolts.
    pub(crate) dropout: i128,
    /// What makes it, if that is known.
    pub(crate) converter: Option<Converter>,
}

/// Why it does not work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// It steps down, and the input less the dropout can be below the output.
    NotHeld,
    /// It steps up, and the input can be above the output.
    NotBelow,
    /// It passes on what it gets, and that is something else.
    NotTheSame,
    /// Nobody says how it is made, and it would have to step up.
    NeverHeld,
    /// Nobody says how it is made, and it would have to step up for a part of the input range.
    NotAlwaysHeld,
}

impl<'a> Made<'a> {
    pub(crate) fn new(model: &'a Model, power: &'a Power, made: &RailPower) -> Option<Made<'a>> {
        let rail = model.node(made.rail).rail()?;
        let upstream = power.rail(made.upstream?)?;
        let (own, input) = (made.voltage?, upstream.voltage?);
        let judged = rail.voltage.is_some() && own.lowest >= 0 && input.lowest >= 0;
        let dropout = rail.dropout.as_ref().map_or(0, |dropout| dropout.amount);
        judged.then(|| Made { rail, own, upstream, input, dropout, converter: converter(rail) })
    }

    /// What is left of the least input.
    pub(crate) fn least(&self) -> i128 {
        self.input.lowest.saturating_sub(self.dropout)
    }

    pub(crate) fn fault(&self) -> Option<Fault> {
        let Made { own, input, .. } = self;
        match self.converter {
            Some(Converter::Ldo | Converter::Buck) => (self.least() < own.lowest).then_some(Fault::NotHeld),
            Some(Converter::Boost) => (input.highest > own.highest).then_some(Fault::NotBelow),
            Some(Converter::Switch) => {
                (self.least() < own.lowest || input.highest > own.highest).then_some(Fault::NotTheSame)
            }
            Some(Converter::BuckBoost) => None,
            None if own.lowest > input.highest => Some(Fault::NeverHeld),
            None => (input.lowest < own.lowest).then_some(Fault::NotAlwaysHeld),
        }
    }
}
