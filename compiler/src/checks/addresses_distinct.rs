//! Afterwards the nodes of one bus have different addresses, all inside the bus's own range.

use crate::messages::claims as messages;
use crate::model::{Model, NodeId};
use bringup_dsl::ast::NumberRange;
use bringup_dsl::{Diagnostics, Span};
use rustc_hash::FxHashMap;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    let mut taken: FxHashMap<(NodeId, u64), (&str, Span)> = FxHashMap::default();
    for node in &model.nodes {
        let Some(device) = node.device().filter(|device| device.disabled.is_none()) else { continue };
        let (Some(bus), Some(address)) = (device.parent, device.address) else { continue };
        let (label, bus_label) = (node.label.name.as_str(), model.label(bus));
        let fits = |range: &NumberRange| (range.start.amount..=range.end.amount).contains(&address.value.into());
        let range = model.node(bus).device().and_then(|bus| bus.addresses);
        if let Some(range) = range.filter(|range| !fits(range)) {
            diagnostics.push(messages::address_outside(label, bus_label, address, &range));
        }
        match taken.get(&(bus, address.value)) {
            Some(first) => {
                let second = (label, address.span);
                diagnostics.push(messages::same_address(bus_label, address.value, *first, second));
            }
            None => {
                taken.insert((bus, address.value), (label, address.span));
            }
        }
    }
}
