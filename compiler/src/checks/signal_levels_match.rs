//! Afterwards the nodes on a bus take its signal levels, and it takes theirs.

use crate::messages::signals::{self as messages, Signals};
use crate::model::{Device, Model, NodeId};
use crate::power::{PIN_TOLERANCE, Power, Voltage};
use bringup_dsl::{Diagnostics, Span};

pub(super) fn check(model: &Model, power: &Power, diagnostics: &mut Diagnostics) {
    for (id, node) in model.ids().zip(&model.nodes) {
        let Some((device, bus)) = node.device().and_then(|device| Some((device, device.parent?))) else { continue };
        let Some(io) = model.node(bus).device().and_then(|bus| bus.io) else { continue };
        let Some(level) = power.rail(io.value).and_then(|rail| rail.voltage) else { continue };
        if let Some(signals) = mismatch(power, device, level) {
            diagnostics.push(messages::levels_differ(model, power, id, &signals, (bus, io.span, io.value, level)));
        }
    }
}

/// What does not match. `None` if something does, or if nobody can say.
fn mismatch<'a>(power: &Power, device: &'a Device, level: Voltage) -> Option<Signals<'a>> {
    if let Some(accepted) = &device.io_voltage {
        let fits = accepted.start.amount <= level.lowest && level.highest <= accepted.end.amount;
        return (!fits).then_some(Signals::Accepted(accepted));
    }
    let rails: Vec<(Span, NodeId)> = match device.io {
        Some(io) => vec![(io.span, io.value)],
        None => device.power.iter().map(|supply| (supply.span, supply.rail)).collect(),
    };
    let known = |(span, rail)| Some((span, rail, power.rail(rail)?.voltage?));
    let rails: Vec<_> = rails.into_iter().map(known).collect::<Option<_>>()?;
    let fits = rails.iter().any(|(_, _, own)| near(*own, level));
    (!fits && !rails.is_empty()).then_some(Signals::Rails(rails))
}

/// Whether neither side is ever too far above the other.
fn near(a: Voltage, b: Voltage) -> bool {
    let below = |level: Voltage, supply: Voltage| level.highest <= supply.lowest.saturating_add(PIN_TOLERANCE);
    below(a, b) && below(b, a)
}
