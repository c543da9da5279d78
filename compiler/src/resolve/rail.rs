//! The properties of a rail.

use super::entries::Entries;
use super::expr;
use super::names::Names;
use super::values::{AMOUNT, LONGEST_WAIT, Values};
use crate::messages::names as messages;
use crate::model::{At, Converter, Rail};
use bringup_dsl::Diagnostics;
use bringup_dsl::ast::{Entry, EntryKind, Ident, Property, Unit, Value};

/// Every property and flag of a rail.
const RAIL_PROPERTIES: &[&str] = &[
    "level",
    "voltage",
    "limit",
    "from",
    "control",
    "enable",
    "disable",
    "time",
    "ramp",
    "good",
    "good_after",
    "timeout",
    "off_delay",
    "always_on",
    "boot_on",
    "after",
    "converter",
    "efficiency",
    "dropout",
];
const RAIL_FLAGS: &[&str] = &["always_on", "boot_on"];

/// A rail from its entries.
pub(super) fn resolve(entries: Entries, names: &Names, diagnostics: &mut Diagnostics) -> Rail {
    let mut rail = Rail {
        level: None,
        from: None,
        control: None,
        after: Vec::new(),
        voltage: None,
        limit: None,
        enable: None,
        disable: None,
        converter: None,
        efficiency: None,
        dropout: None,
        time: None,
        ramp: None,
        good: None,
        good_after: None,
        timeout: None,
        off_delay: None,
        always_on: None,
        boot_on: None,
    };
    for Entry { kind, span, .. } in entries.into_entries() {
        match kind {
            EntryKind::Property(property) => self::property(&mut rail, property, names, diagnostics),
            EntryKind::Flag(name) => flag(&mut rail, &name, diagnostics),
            EntryKind::Power { .. } | EntryKind::Init { .. } | EntryKind::Deinit { .. } => {
                diagnostics.push(messages::not_in_a_rail(span));
            }
            // Taken out, and reported, when the drafts were made.
            EntryKind::Node(_) => {}
        }
    }
    rail
}

fn flag(rail: &mut Rail, name: &Ident, diagnostics: &mut Diagnostics) {
    match name.name.as_str() {
        "always_on" => rail.always_on = Some(name.span),
        "boot_on" => rail.boot_on = Some(name.span),
        known if RAIL_PROPERTIES.contains(&known) => diagnostics.push(messages::needs_a_value(name)),
        _ => diagnostics.push(messages::unknown_property("a rail", name, RAIL_PROPERTIES)),
    }
}

fn property(rail: &mut Rail, property: Property, names: &Names, diagnostics: &mut Diagnostics) {
    let Property { name, value, .. } = property;
    match (name.name.as_str(), value) {
        (known, Value::Broken(_)) if RAIL_PROPERTIES.contains(&known) => {}
        ("enable", Value::Rust(rust)) => {
            rail.enable = Some(expr::resolve(rust, None, names, diagnostics));
        }
        ("disable", Value::Rust(rust)) => {
            rail.disable = Some(expr::resolve(rust, None, names, diagnostics));
        }
        ("good", Value::Rust(rust)) => {
            rail.good = Some(expr::resolve(rust, None, names, diagnostics));
        }
        (_, value) => typed(rail, &name, &value, names, diagnostics),
    }
}

fn typed(rail: &mut Rail, name: &Ident, value: &Value, names: &Names, diagnostics: &mut Diagnostics) {
    let mut values = Values { diagnostics };
    match name.name.as_str() {
        "level" => {
            let word = values.word(name, value, "the name of a level");
            let level = word.and_then(|word| names.level(word, values.diagnostics));
            rail.level = level.map(|level| At { value: level, span: value.span() });
        }
        "voltage" => rail.voltage = values.range(name, value, Unit::Microvolt),
        "limit" => rail.limit = values.number(name, value, Unit::Microampere, AMOUNT),
        "converter" => rail.converter = converter(name, value, diagnostics),
        "efficiency" => rail.efficiency = values.number(name, value, Unit::None, 1..=100),
        "dropout" => rail.dropout = values.number(name, value, Unit::Microvolt, AMOUNT),
        "time" => rail.time = values.amount(name, value, Unit::Nanosecond, AMOUNT),
        "ramp" => rail.ramp = values.amount(name, value, Unit::Nanosecond, LONGEST_WAIT),
        "good_after" => rail.good_after = values.amount(name, value, Unit::Nanosecond, LONGEST_WAIT),
        "timeout" => rail.timeout = values.amount(name, value, Unit::Nanosecond, LONGEST_WAIT),
        "off_delay" => rail.off_delay = values.amount(name, value, Unit::Nanosecond, LONGEST_WAIT),
        "from" => {
            let reference = values.reference(name, value);
            rail.from = reference.and_then(|reference| names.rail(reference, "from", diagnostics));
        }
        "control" => {
            let reference = values.reference(name, value);
            rail.control = reference.and_then(|reference| names.device(reference, "control", diagnostics));
        }
        "after" => {
            let references = values.references(name, value);
            rail.after = references.iter().filter_map(|rail| names.rail(rail, "after", diagnostics)).collect();
        }
        flag if RAIL_FLAGS.contains(&flag) => diagnostics.push(messages::is_a_flag(name)),
        _ => diagnostics.push(messages::unknown_property("a rail", name, RAIL_PROPERTIES)),
    }
}

/// Every converter and how it is written.
const CONVERTERS: &[(&str, Converter)] = &[
    ("ldo", Converter::Ldo),
    ("switch", Converter::Switch),
    ("buck", Converter::Buck),
    ("boost", Converter::Boost),
    ("buck_boost", Converter::BuckBoost),
];

fn converter(name: &Ident, value: &Value, diagnostics: &mut Diagnostics) -> Option<At<Converter>> {
    let expected = "`ldo`, `switch`, `buck`, `boost` or `buck_boost`";
    let word = Values { diagnostics }.word(name, value, expected)?;
    match CONVERTERS.iter().find(|(written, _)| *written == word.name) {
        Some((_, converter)) => Some(At { value: *converter, span: word.span }),
        None => {
            diagnostics.push(messages::wrong_value("converter", expected, word.span));
            None
        }
    }
}
