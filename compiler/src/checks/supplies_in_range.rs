//! Afterwards every rail gives a voltage that the devices on it take.

use crate::messages::{candidates, power as messages};
use crate::model::{Model, Supply};
use crate::power::{Power, RailPower, Voltage};
use bringup_dsl::Diagnostics;
use bringup_dsl::ast::NumberRange;

/// Of a model that is not `whole` only what a rail says of itself counts.
pub(super) fn check(model: &Model, power: &Power, whole: bool, diagnostics: &mut Diagnostics) {
    for (id, node) in model.ids().zip(&model.nodes) {
        for supply in node.device().iter().flat_map(|device| &device.power) {
            let Some((takes, gives)) = ranges(power, supply) else { continue };
            if fits(takes, gives) || !(whole || gives.stated_by == supply.rail) {
                continue;
            }
            let other = |rail: &&RailPower| rail.voltage.is_some_and(|gives| fits(takes, gives));
            let better = power.rails.iter().take(candidates(diagnostics)).find(other);
            diagnostics.push(messages::supply_out_of_range(model, power, id, supply, (takes, gives), better));
        }
    }
}

fn ranges<'a>(power: &Power, supply: &'a Supply) -> Option<(&'a NumberRange, Voltage)> {
    Some((supply.voltage.as_ref()?, power.rail(supply.rail)?.voltage?))
}

fn fits(takes: &NumberRange, gives: Voltage) -> bool {
    takes.start.amount <= gives.lowest && gives.highest <= takes.end.amount
}
