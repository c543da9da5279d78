//! Afterwards what a rail draws from the one that feeds it can be worked out.

use crate::messages::intake::{self as messages, Unknown};
use crate::model::{Converter, Model, Rail};
use crate::power::{Power, RailPower};
use bringup_dsl::{Diagnostics, Span};

pub(super) fn check(model: &Model, power: &Power, diagnostics: &mut Diagnostics) {
    for id in model.ids() {
        let Some(rail) = model.node(id).rail() else { continue };
        let (Some(from), Some(own)) = (rail.from, power.rail(id)) else { continue };
        let upstream = own.upstream.and_then(|upstream| power.rail(upstream));
        if let Some((place, unknown)) = upstream.and_then(|upstream| unknown(rail, own, upstream)) {
            diagnostics.push(messages::intake_unknown(model, id, place, (from.value, from.span), &unknown));
        }
    }
}

/// What is missing, and the property that needs it.
fn unknown(rail: &Rail, own: &RailPower, upstream: &RailPower) -> Option<(Span, Unknown)> {
    let stated = rail.converter.map(|converter| converter.value);
    match (&rail.efficiency, stated) {
        (Some(efficiency), Some(converter @ (Converter::Ldo | Converter::Switch))) => {
            Some((efficiency.span, Unknown::Contradiction(converter)))
        }
        (Some(efficiency), _) => {
            let unknown = match (own.voltage, upstream.voltage) {
                (None, _) => Unknown::Voltage(own.rail),
                (_, None) => Unknown::Voltage(upstream.rail),
                (_, Some(input)) if input.magnitude().0 == 0 => Unknown::Zero(upstream.rail),
                _ => return None,
            };
            Some((efficiency.span, unknown))
        }
        (None, Some(converter @ (Converter::Boost | Converter::BuckBoost))) => {
            Some((rail.converter?.span, Unknown::Efficiency(converter)))
        }
        (None, _) => None,
    }
}
