//! `power [NAME] = &RAIL { … };`

use super::entries::first_time;
use super::names::Names;
use super::values::{AMOUNT, Values};
use crate::messages::names as messages;
use crate::model::{Device, Supply};
use bringup_dsl::Diagnostics;
use bringup_dsl::ast::{Entry, EntryKind, Ident, Property, Reference, Unit};
use rustc_hash::FxHashMap;

/// Adds the supply to `device`.
pub(super) fn resolve(
    device: &mut Device,
    name: Option<Ident>,
    rail: &Reference,
    body: Vec<Entry>,
    names: &Names,
    diagnostics: &mut Diagnostics,
) {
    let (mut voltage, mut current) = (None, None);
    let mut given = FxHashMap::default();
    for entry in body {
        let (EntryKind::Property(Property { name, .. }) | EntryKind::Flag(name)) = &entry.kind else {
            diagnostics.push(messages::only_in_a_node(entry.span));
            continue;
        };
        if !first_time(&mut given, &name.name, name.span, diagnostics) {
            continue;
        }
        let mut values = Values { diagnostics };
        match &entry.kind {
            EntryKind::Property(property) if property.name.name == "voltage" => {
                voltage = values.range(&property.name, &property.value, Unit::Microvolt);
            }
            EntryKind::Property(property) if property.name.name == "current" => {
                current = values.number(&property.name, &property.value, Unit::Microampere, AMOUNT);
            }
            _ => diagnostics.push(messages::unknown_property("a supply", name, &["voltage", "current"])),
        }
    }
    if let Some(rail) = names.rail(rail, "power", diagnostics) {
        // Nearly all have one.
        device.power.reserve_exact(usize::from(device.power.is_empty()));
        device.power.push(Supply { name, rail: rail.value, span: rail.span, voltage, current });
    }
}
