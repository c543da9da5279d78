//! How one rail is made from another: voltage and current.

use super::Voltage;
use crate::model::{Converter, Rail};

/// What a rail takes from its upstream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Intake {
    /// The current that it gives.
    Same,
    /// The power that it gives, and what is lost: `output * current * 100 / (input * efficiency)`.
    Power {
        /// The most that it gives, in microvolts.
        output: i128,
        /// The least that feeds it, in microvolts; above zero.
        input: i128,
        /// In percent; above zero.
        efficiency: i128,
    },
}

impl Intake {
    /// The intake of `rail`, as far as the voltages that it needs are known.
    pub(super) fn new(rail: &Rail, own: Option<Voltage>, upstream: Option<Voltage>) -> Intake {
        let (Some(efficiency), Some(own), Some(upstream)) = (&rail.efficiency, own, upstream) else {
            return Intake::Same;
        };
        let input = upstream.magnitude().0;
        if matches!(converter(rail), Some(Converter::Ldo | Converter::Switch)) || input == 0 {
            return Intake::Same;
        }
        Intake::Power { output: own.magnitude().1, input, efficiency: efficiency.amount }
    }

    /// What it takes to give `current`, rounded up. What does not fit is the most that fits.
    pub fn of(self, current: i128) -> i128 {
        match self {
            Intake::Same => current,
            Intake::Power { output, input, efficiency } => {
                let power = output.checked_mul(current).and_then(|power| power.checked_mul(100));
                let (Some(power), Some(input)) = (power, input.checked_mul(efficiency)) else { return i128::MAX };
                power / input + i128::from(power % input != 0)
            }
        }
    }
}

impl Voltage {
    /// How far it is from zero, at least and at most: a negative rail carries current like any other.
    pub(crate) fn magnitude(&self) -> (i128, i128) {
        let ends = (self.lowest.saturating_abs(), self.highest.saturating_abs());
        let crosses = self.lowest < 0 && self.highest > 0;
        (if crosses { 0 } else { ends.0.min(ends.1) }, ends.0.max(ends.1))
    }
}

/// What makes a rail: as stated, else as its other properties tell.
pub fn converter(rail: &Rail) -> Option<Converter> {
    let stated = rail.converter.map(|converter| converter.value);
    let told = match (&rail.efficiency, &rail.dropout) {
        (Some(_), _) => Some(Converter::Buck),
        (None, Some(_)) if rail.voltage.is_some() => Some(Converter::Ldo),
        _ => None,
    };
    stated.or(told)
}

/// What comes through a rail that does not regulate.
pub(crate) fn passed_on(rail: &Rail, upstream: Voltage) -> Voltage {
    let dropout = rail.dropout.as_ref().map_or(0, |dropout| dropout.amount);
    Voltage { lowest: upstream.lowest.saturating_sub(dropout), ..upstream }
}
