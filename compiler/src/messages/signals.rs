//! Words about the levels of signals.

use super::power::{MOST_RAILS, range, voltage_of};
use super::quantity::{voltage, voltages, written_voltages};
use crate::model::{Model, NodeId};
use crate::power::{PIN_TOLERANCE, Power, Voltage};
use bringup_dsl::ast::NumberRange;
use bringup_dsl::{Code, Diagnostic, Span};

/// Where the levels of a node's own signals come from.
pub(crate) enum Signals<'a> {
    /// `io_voltage`
    Accepted(&'a NumberRange),
    /// Its I/O rail or supplies, of which none fits: place, rail, what it gives.
    Rails(Vec<(Span, NodeId, Voltage)>),
}

/// `bus`: the bus, the place of its `io`, the rail named there and what it gives.
pub(crate) fn levels_differ(
    model: &Model,
    power: &Power,
    node: NodeId,
    signals: &Signals,
    bus: (NodeId, Span, NodeId, Voltage),
) -> Diagnostic {
    let (bus, io, bus_rail, level) = bus;
    let (label, bus) = (model.label(node), model.label(bus));
    let title = format!("signals of `{label}` do not match bus `{bus}`");
    let bus_text = format!("`{bus}` signals at the level of `{}`", model.label(bus_rail));
    let fitting = written_voltages(level.lowest, level.highest);
    match signals {
        Signals::Accepted(accepted) => {
            let compared = match level.lowest < accepted.start.amount {
                true => format!("{} < {}", voltage(level.lowest), voltage(accepted.start.amount)),
                false => format!("{} > {}", voltage(level.highest), voltage(accepted.end.amount)),
            };
            let text = format!("its pins take {}", range(accepted));
            let diagnostic = Diagnostic::new(Code::B0408, format!("{title}: {compared}"), accepted.span, text);
            voltage_of(diagnostic.related(io, bus_text), model, power, bus_rail).help(format!(
                "with a level shifter in between, or if its pins take more, say `io_voltage = {fitting};`"
            ))
        }
        Signals::Rails(rails) => {
            let (span, rail, own) = rails[0];
            let compared = match level.highest > own.lowest.saturating_add(PIN_TOLERANCE) {
                true => compared(level.highest, own.lowest),
                false => compared(own.highest, level.lowest),
            };
            let text = |rail| format!("`{label}` signals at the level of `{}`", model.label(rail));
            let mut diagnostic = Diagnostic::new(Code::B0408, format!("{title}: {compared}"), span, text(rail));
            for (span, rail, _) in rails[1..].iter().take(MOST_RAILS) {
                diagnostic = diagnostic.related(*span, format!("nor does `{}` match", model.label(*rail)));
            }
            for (_, rail, _) in rails.iter().take(MOST_RAILS) {
                diagnostic = voltage_of(diagnostic, model, power, *rail);
            }
            voltage_of(diagnostic.related(io, bus_text), model, power, bus_rail)
                .note(format!(
                    "the high level of a pin may be {} above the other side's supply",
                    voltage(PIN_TOLERANCE)
                ))
                .help(format!(
                    "if its pins take {}, or a level shifter is in between, say `io_voltage = {fitting};`",
                    voltages(level.lowest, level.highest)
                ))
        }
    }
}

fn compared(level: i128, supply: i128) -> String {
    format!("{} > {} + {}", voltage(level), voltage(supply), voltage(PIN_TOLERANCE))
}
