//! The rails in the order of the tree, with their voltages.

use super::convert::passed_on;
use super::{Currents, Intake, Power, RailPower, Voltage, converter};
use crate::model::{Converter, Model, NodeId, Rail};

/// All rails, without loads. What hangs on a circle of rails stands alone.
pub(super) fn rails(model: &Model) -> Power {
    let mut below: Vec<Vec<NodeId>> = vec![Vec::new(); model.nodes.len()];
    let mut pending = Vec::new();
    for (id, rail) in all(model) {
        match rail.from {
            Some(from) => below[from.value.0 as usize].push(id),
            None => pending.push(id),
        }
    }
    let mut power = Power { rails: Vec::new(), places: vec![None; model.nodes.len()] };
    pending.reverse();
    while let Some(id) = pending.pop() {
        let from = model.node(id).rail().and_then(|rail| rail.from);
        add(&mut power, model, id, from.map(|from| from.value));
        pending.extend(below[id.0 as usize].drain(..).rev());
    }
    for (id, _) in all(model) {
        if power.place(id).is_none() {
            add(&mut power, model, id, None);
        }
    }
    power
}

fn all(model: &Model) -> impl Iterator<Item = (NodeId, &Rail)> {
    model.ids().zip(&model.nodes).filter_map(|(id, node)| Some((id, node.rail()?)))
}

fn add(power: &mut Power, model: &Model, id: NodeId, upstream: Option<NodeId>) {
    let Some(rail) = model.node(id).rail() else { return };
    let above = upstream.and_then(|upstream| power.rail(upstream));
    let fed_by = above.and_then(|above| above.voltage);
    let own = rail.voltage.map(|range| (range.start.amount, range.end.amount));
    let voltage = match own {
        Some((lowest, highest)) => Some(Voltage { lowest, highest, stated_by: id }),
        None if matches!(converter(rail), None | Some(Converter::Switch)) => {
            fed_by.map(|fed_by| passed_on(rail, fed_by))
        }
        None => None,
    };
    let depth = above.map_or(0, |above| above.depth + 1);
    let intake = Intake::new(rail, voltage, fed_by);
    power.places[id.0 as usize] = Some(power.rails.len());
    let output = Currents::default();
    power.rails.push(RailPower {
        rail: id,
        upstream,
        depth,
        voltage,
        intake,
        loads: Vec::new(),
        output,
        worst_with: None,
        exceeded_with: Vec::new(),
    });
}
