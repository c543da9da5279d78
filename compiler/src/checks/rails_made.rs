//! Afterwards every rail can be made from the one that feeds it.

use crate::messages::power as messages;
use crate::model::Model;
use crate::power::{Fault, Made, Power};
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, power: &Power, diagnostics: &mut Diagnostics) {
    for id in model.ids() {
        let Some(made) = power.rail(id).and_then(|rail| Made::new(model, power, rail)) else { continue };
        // What may be fine is a lint.
        if let Some(fault) = made.fault().filter(|fault| *fault != Fault::NotAlwaysHeld) {
            diagnostics.push(messages::not_made(model, power, id, &made, fault));
        }
    }
}
