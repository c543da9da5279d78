//! What is drawn from each rail by what boots, and by everything.

use super::{Currents, Load, Power};
use crate::model::Model;

/// Hangs the devices on their rails, and the rails on theirs.
pub(super) fn connect(power: &mut Power, model: &Model, boots: &[bool]) {
    for (id, node) in model.ids().zip(&model.nodes) {
        let Some(device) = node.device().filter(|device| device.disabled.is_none()) else { continue };
        for (number, supply) in device.power.iter().enumerate() {
            let Some(place) = power.place(supply.rail) else { continue };
            let all = supply.current.as_ref().map_or(0, |current| current.amount);
            let boot = if boots[id.0 as usize] { all } else { 0 };
            let current = Currents { boot, worst: boot, all };
            let span = supply.current.as_ref().map_or(supply.span, |current| current.span);
            power.rails[place].loads.push(Load {
                node: id,
                supply: Some(number),
                span,
                current,
                gives: Currents::default(),
            });
        }
    }
    for id in model.ids() {
        let Some(from) = model.node(id).rail().and_then(|rail| rail.from) else { continue };
        let upstream = power.rail(id).and_then(|rail| rail.upstream);
        let Some(place) = upstream.and_then(|upstream| power.place(upstream)) else { continue };
        let (current, gives) = (Currents::default(), Currents::default());
        power.rails[place].loads.push(Load { node: id, supply: None, span: from.span, current, gives });
    }
}

/// Adds up from the last rails to the first.
pub(super) fn add_up(power: &mut Power) {
    for place in (0..power.rails.len()).rev() {
        let mut loads = std::mem::take(&mut power.rails[place].loads);
        let mut output = Currents::default();
        for load in &mut loads {
            if let (None, Some(below)) = (load.supply, power.rail(load.node)) {
                let boot = below.intake.of(below.output.boot);
                load.current = Currents { boot, worst: boot, all: below.intake.of(below.output.all) };
                load.gives = below.output;
            }
            output.boot = output.boot.saturating_add(load.current.boot);
            output.all = output.all.saturating_add(load.current.all);
        }
        output.worst = output.boot;
        let rail = &mut power.rails[place];
        (rail.loads, rail.output) = (loads, output);
    }
}
