//! The properties of a device.

use super::entries::Entries;
use super::expr::{self, SelfScope};
use super::names::Names;
use super::supply;
use super::values::{ADDRESS, AMOUNT, CONSTANT, LONGEST_WAIT, PRIORITY, RETRY, Values};
use crate::messages::{candidates, names as messages};
use crate::model::{At, Claim, Constant, ConstantValue, Deinit, Device, LevelId};
use bringup_dsl::Diagnostics;
use bringup_dsl::ast::{ClaimPath, Entry, EntryKind, Ident, Number, Property, Rust, Unit, Value};

/// Every property and flag of a device that has a meaning of its own.
pub(crate) const DEVICE_PROPERTIES: &[&str] = &[
    "level",
    "priority",
    "depends",
    "after",
    "power",
    "init",
    "deinit",
    "init_skip",
    "optional",
    "retry",
    "retry_delay",
    "time",
    "irq",
    "disabled",
    "addresses",
    "io",
    "io_voltage",
];
const DEVICE_FLAGS: &[&str] = &["init_skip", "optional", "irq", "disabled"];

/// A device with nothing in it but what stands outside its braces.
pub(super) fn empty(ty: Option<Rust>, address: Option<At<u64>>, level: At<LevelId>) -> Device {
    Device {
        ty,
        address,
        parent: None,
        addresses: None,
        level,
        level_known: true,
        priority: 100,
        priority_span: None,
        depends: Vec::new(),
        after: Vec::new(),
        power: Vec::new(),
        init: None,
        returned: None,
        deinit: None,
        init_skip: None,
        optional: None,
        disabled: None,
        retry: None,
        retry_delay: None,
        irq: None,
        io: None,
        io_voltage: None,
        time: None,
        constants: Vec::new(),
    }
}

/// The unit address.
pub(super) fn address(number: Option<Number>, diagnostics: &mut Diagnostics) -> Option<At<u64>> {
    let number = number?;
    let name = Ident { name: "address".into(), span: number.span };
    Values { diagnostics }.amount(&name, &Value::Number(number), Unit::None, ADDRESS)
}

/// Reads the entries into `device`.
pub(super) fn fill(device: &mut Device, entries: Entries, names: &Names, diagnostics: &mut Diagnostics) {
    let (mut init, mut deinit) = (None, None);
    for Entry { kind, .. } in entries.into_entries() {
        match kind {
            EntryKind::Flag(name) => flag(device, name, diagnostics),
            EntryKind::Power { name, rail, body } => supply::resolve(device, name, &rail, body, names, diagnostics),
            EntryKind::Property(Property { name, value: Value::Rust(rust), .. }) if name.name == "init" => {
                init = Some((None, rust));
            }
            EntryKind::Init { claims, value } => init = Some((Some(claims), value)),
            EntryKind::Deinit { claims, value } => deinit = Some((claims, value)),
            EntryKind::Property(property) => self::property(device, property, names, diagnostics),
            // Taken out when the drafts were made.
            EntryKind::Node(_) => {}
        }
    }
    // Last, because they may name constants that stand after them.
    let scope = SelfScope::new(device.address, &device.constants);
    if let Some((pattern, rust)) = init {
        let mut expr = expr::resolve(rust, Some(&scope), names, diagnostics);
        if let Some(paths) = pattern {
            expr::without_question(&mut expr);
            let claims = claims(&paths, names, diagnostics);
            if claims.len() < paths.len() {
                // Nobody can say what a second attempt would find.
                device.retry = None;
            }
            device.returned = Some(claims);
        }
        device.init = Some(expr);
    }
    if let Some((pattern, rust)) = deinit {
        let expr = expr::resolve(rust, Some(&scope), names, diagnostics);
        let gives_back = claims(pattern.as_deref().unwrap_or_default(), names, diagnostics);
        device.deinit = Some(Deinit { gives_back, pattern: pattern.is_some(), expr });
    }
}

fn claims(paths: &[ClaimPath], names: &Names, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    paths.iter().filter_map(|path| claim(path, names, diagnostics)).collect()
}

fn claim(path: &ClaimPath, names: &Names, diagnostics: &mut Diagnostics) -> Option<Claim> {
    let Some(input) = names.input(&path.input.name) else {
        if !names.may_be_lost(&path.input.name) {
            let known = names.input_names().take(candidates(diagnostics));
            diagnostics.push(messages::unknown_input(&path.input, known));
        }
        return None;
    };
    Some(Claim { input, field: path.field.clone(), span: path.span })
}

fn flag(device: &mut Device, name: Ident, diagnostics: &mut Diagnostics) {
    let span = Some(name.span);
    match name.name.as_str() {
        "init_skip" => device.init_skip = span,
        "optional" => device.optional = span,
        "disabled" => device.disabled = span,
        "irq" => device.irq = span,
        known if DEVICE_PROPERTIES.contains(&known) => diagnostics.push(messages::needs_a_value(&name)),
        _ => diagnostics.push(messages::unknown_flag(&name, DEVICE_FLAGS)),
    }
}

fn property(device: &mut Device, property: Property, names: &Names, diagnostics: &mut Diagnostics) {
    let Property { name, value, span } = property;
    let mut values = Values { diagnostics };
    match name.name.as_str() {
        "init" => {}
        "level" => {
            let word = values.word(&name, &value, "the name of a level");
            let level = word.and_then(|word| names.level(word, values.diagnostics));
            device.level_known = level.is_some();
            device.level = level.map_or(device.level, |level| At { value: level, span: value.span() });
        }
        "priority" => {
            if let Some(priority) = values.amount(&name, &value, Unit::None, PRIORITY) {
                device.priority = priority.value as u16;
                device.priority_span = Some(span);
            }
        }
        "depends" => device.depends = nodes(&name, &value, names, diagnostics),
        "after" => device.after = nodes(&name, &value, names, diagnostics),
        "time" => device.time = values.amount(&name, &value, Unit::Nanosecond, AMOUNT),
        "io" => {
            let reference = values.reference(&name, &value);
            device.io = reference.and_then(|reference| names.rail(reference, "io", diagnostics));
        }
        "io_voltage" => device.io_voltage = values.range(&name, &value, Unit::Microvolt),
        "addresses" => device.addresses = values.range(&name, &value, Unit::None),
        "retry" => {
            let retry = values.amount(&name, &value, Unit::None, RETRY);
            device.retry = retry.map(|retry| At { value: retry.value as u8, span: retry.span });
        }
        "retry_delay" => device.retry_delay = values.amount(&name, &value, Unit::Nanosecond, LONGEST_WAIT),
        flag if DEVICE_FLAGS.contains(&flag) => values.diagnostics.push(messages::is_a_flag(&name)),
        "power" => {
            values.diagnostics.push(messages::wrong_value(
                "power",
                "a reference to a rail such as `&v3v3`",
                value.span(),
            ));
        }
        "reg" => {
            values.diagnostics.push(messages::reserved_property(&name));
            // Meant as the address, so that `self.reg` is not unknown as well.
            if let Value::Number(number) = value {
                device.address = device.address.or(address(Some(number), diagnostics));
            }
        }
        _ => constant(device, name, value, diagnostics),
    }
}

fn nodes(name: &Ident, value: &Value, names: &Names, diagnostics: &mut Diagnostics) -> Vec<At<crate::model::NodeId>> {
    let references = Values { diagnostics }.references(name, value);
    let found = references.iter().filter_map(|reference| {
        names.node(&reference.label, diagnostics).map(|id| At { value: id, span: reference.span })
    });
    found.collect()
}

fn constant(device: &mut Device, name: Ident, value: Value, diagnostics: &mut Diagnostics) {
    let span = value.span();
    // What cannot be read stays known, so that `self.name` is not an error as well.
    let stand_in = ConstantValue::Number(0, Unit::None);
    let value = match value {
        Value::Number(number) if CONSTANT.contains(&number.amount) => {
            ConstantValue::Number(number.amount, number.unit)
        }
        Value::Bool(value, _) => ConstantValue::Bool(value),
        Value::Text(text) => ConstantValue::Text(text.value),
        Value::Broken(_) => stand_in,
        Value::Number(number) => {
            diagnostics.push(messages::out_of_range(&name.name, &number, &CONSTANT));
            stand_in
        }
        _ => {
            diagnostics.push(messages::not_a_constant(&name, DEVICE_PROPERTIES, span));
            stand_in
        }
    };
    device.constants.push(Constant { name, value, span });
}
