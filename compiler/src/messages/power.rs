//! Words about voltages.

use super::quantity::{voltage, voltages};
use crate::model::{Converter, Model, NodeId, Supply};
use crate::power::{Fault, Made, Power, RailPower, Voltage};
use bringup_dsl::ast::NumberRange;
use bringup_dsl::{Code, Diagnostic};

/// Longer chains of rails help nobody.
pub(super) const MOST_RAILS: usize = 8;

/// `imu`, or `imu.vdd` for a supply that has a name.
pub(crate) fn consumer(model: &Model, node: NodeId, supply: Option<&Supply>) -> String {
    let name = supply.and_then(|supply| supply.name.as_ref()).map_or(String::new(), |name| format!(".{}", name.name));
    format!("{}{name}", model.label(node))
}

pub(super) fn range(range: &NumberRange) -> String {
    voltages(range.start.amount, range.end.amount)
}

fn of(range: Voltage) -> String {
    voltages(range.lowest, range.highest)
}

/// Labels where the voltage of `rail` comes from: its own `voltage`, or the rails that pass on that of another.
pub(super) fn voltage_of(mut diagnostic: Diagnostic, model: &Model, power: &Power, rail: NodeId) -> Diagnostic {
    for step in power.chain(rail).take(MOST_RAILS) {
        let (Some(own), Some(gives)) = (model.node(step.rail).rail(), step.voltage) else { continue };
        let label = model.label(step.rail);
        diagnostic = match (&own.voltage, own.from) {
            (Some(stated), _) => diagnostic.related(stated.span, format!("`{label}` gives {}", of(gives))),
            (None, Some(from)) => {
                let upstream = model.label(from.value);
                let loss = own.dropout.as_ref().filter(|dropout| dropout.amount > 0);
                let less = loss.map_or(String::new(), |dropout| format!(", less {}", voltage(dropout.amount)));
                let text = format!("`{label}` gives {}, passed on from `{upstream}`{less}", of(gives));
                diagnostic.related(from.span, text)
            }
            (None, None) => diagnostic,
        };
    }
    diagnostic
}

/// `fits`: a rail that would do.
pub(crate) fn supply_out_of_range(
    model: &Model,
    power: &Power,
    node: NodeId,
    supply: &Supply,
    (takes, gives): (&NumberRange, Voltage),
    fits: Option<&RailPower>,
) -> Diagnostic {
    let (name, rail) = (consumer(model, node, Some(supply)), model.label(supply.rail));
    let (low, high) = (takes.start.amount - gives.lowest, gives.highest - takes.end.amount);
    let up_to = if gives.lowest == gives.highest { "" } else { "up to " };
    let by = |amount: i128, what: &str| (amount > 0).then(|| format!("{up_to}{} too {what}", voltage(amount)));
    let by: Vec<String> = by(low, "low").into_iter().chain(by(high, "high")).collect();
    let title = format!("`{name}` takes {} and `{rail}` gives {}: {}", range(takes), of(gives), by.join(", "));
    let diagnostic = Diagnostic::new(Code::B0401, title, supply.span, format!("`{name}` is powered by `{rail}`"))
        .related(takes.span, format!("`{name}` takes {}", range(takes)));
    voltage_of(diagnostic, model, power, supply.rail).help(
        match fits.and_then(|fits| Some((fits.rail, fits.voltage?))) {
            Some((fits, gives)) => {
                format!("power it from `{}`, which gives {}", model.label(fits), of(gives))
            }
            None => format!("power it from a rail that gives {}", range(takes)),
        },
    )
}

/// How a converter is spoken of.
pub(crate) fn converter_name(converter: Converter) -> &'static str {
    match converter {
        Converter::Ldo => "an LDO",
        Converter::Switch => "a switch",
        Converter::Buck => "a buck converter",
        Converter::Boost => "a boost converter",
        Converter::BuckBoost => "a buck-boost converter",
    }
}

/// An error, or for [`Fault::NotAlwaysHeld`] the lint.
pub(crate) fn not_made(model: &Model, power: &Power, id: NodeId, made: &Made, fault: Fault) -> Diagnostic {
    let (label, from) = (model.label(id), model.label(made.upstream.rail));
    let (own, input) = (made.own, made.input);
    let less = if made.dropout > 0 {
        format!("{} - {} dropout = {}", voltage(input.lowest), voltage(made.dropout), voltage(made.least()))
    } else {
        voltage(input.lowest)
    };
    let by = made.converter.map_or(String::new(), |converter| format!(" by {}", converter_name(converter)));
    let (code, title) = match fault {
        Fault::NotHeld => {
            (Code::B0402, format!("`{label}` cannot be held from `{from}`{by}: {less} < {}", voltage(own.lowest)))
        }
        Fault::NotBelow => {
            let compared = format!("{} > {}", voltage(input.highest), voltage(own.highest));
            (Code::B0402, format!("`{label}` cannot be made from `{from}`{by}: {compared}"))
        }
        Fault::NotTheSame => {
            let compared = match made.least() < own.lowest {
                true => format!("{less} < {}", voltage(own.lowest)),
                false => format!("{} > {}", voltage(input.highest), voltage(own.highest)),
            };
            (Code::B0402, format!("`{label}` cannot be passed on from `{from}`{by}: {compared}"))
        }
        Fault::NeverHeld => {
            let compared = format!("{} > {}", voltage(own.lowest), voltage(input.highest));
            (Code::B0402, format!("`{label}` cannot be made from `{from}` without stepping up: {compared}"))
        }
        Fault::NotAlwaysHeld => {
            let compared = format!("{} < {}", voltage(input.lowest), voltage(own.lowest));
            (Code::L0911, format!("`{label}` is not held over the whole range of `{from}`: {compared}"))
        }
    };
    let stated = made.rail.voltage.as_ref().map_or(model.node(id).label.span, |stated| stated.span);
    let mut diagnostic = Diagnostic::new(code, title, stated, format!("`{label}` gives {}", of(own)));
    if let Some(from) = made.rail.from {
        diagnostic = diagnostic.related(from.span, format!("`{label}` is fed from `{}`", model.label(from.value)));
    }
    diagnostic = voltage_of(diagnostic, model, power, made.upstream.rail);
    how_made(diagnostic, made, fault).help(remedy(model, id, made, fault))
}

/// Labels what says how the rail is made.
fn how_made(mut diagnostic: Diagnostic, made: &Made, fault: Fault) -> Diagnostic {
    if matches!(fault, Fault::NotHeld | Fault::NotTheSame)
        && let Some(dropout) = made.rail.dropout.as_ref().filter(|dropout| dropout.amount > 0)
    {
        diagnostic = diagnostic.related(dropout.span, format!("{} are lost", voltage(dropout.amount)));
    }
    match (made.rail.converter, made.converter, &made.rail.efficiency) {
        (Some(stated), Some(converter), _) => {
            diagnostic.related(stated.span, format!("made by {}", converter_name(converter)))
        }
        (None, Some(_), Some(efficiency)) => {
            diagnostic.related(efficiency.span, "with `efficiency` and no `converter` it counts as a buck converter")
        }
        (None, Some(_), None) => diagnostic.note("with `dropout` and no `converter` it counts as an LDO"),
        (_, None, _) => diagnostic,
    }
}

fn remedy(model: &Model, id: NodeId, made: &Made, fault: Fault) -> String {
    let (label, from) = (model.label(id), model.label(made.upstream.rail));
    let never = made.own.lowest > made.input.highest;
    match fault {
        Fault::NotHeld | Fault::NeverHeld if never => {
            "if it steps up, say `converter = boost;`, with its `efficiency`".to_owned()
        }
        Fault::NotHeld | Fault::NeverHeld => {
            let needed = voltage(made.own.lowest.saturating_add(made.dropout));
            format!(
                "`{from}` has to stay at or above {needed}; if it steps up as well, say `converter = buck_boost;`"
            )
        }
        Fault::NotBelow => {
            "if it steps down as well, say `converter = buck_boost;`; if it only steps down, `buck`".to_owned()
        }
        Fault::NotTheSame => {
            format!("take `voltage` out: then `{label}` follows `{from}`; if it regulates, it is no `switch`")
        }
        Fault::NotAlwaysHeld => {
            "say how it is made: `converter = buck_boost;` if it steps up as well, else `ldo` or `buck`".to_owned()
        }
    }
}
