//! Afterwards every name that the generated code derives from the board is free, and derived once.

use crate::codegen::names::{camel, upper};
use crate::messages::names as messages;
use crate::model::{Model, Named};
use bringup_dsl::Diagnostics;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;

/// Names in the generated module that a label, which becomes a module there, cannot have.
const TAKEN_BY_TYPES: &[&str] = &[
    "Inputs",
    "Fresh",
    "Running",
    "Board",
    "Parts",
    "StaticParts",
    "Node",
    "Level",
    "Rail",
    "BootError",
    "Root",
    "AcquireError",
    "ReleaseError",
    "Refused",
    "Lease",
    "Split",
    "Suspended",
    "GRAPH",
    "__user",
];
/// Methods that a label, which becomes a method beside them, cannot have.
const TAKEN_BY_METHODS: &[&str] = &[
    "boot",
    "dynamic",
    "into_board",
    "into_static",
    "parts",
    "split",
    "by_name",
    "acquire",
    "release",
    "acquire_level",
    "release_level",
    "init_all",
    "deinit_all",
    "lease",
    "is_up",
    "holds",
    "holds_level",
    "failure",
    "suspend",
    "resume",
];
/// What stands in front of a label in the names of more methods beside it.
const PREFIXES: [&str; 2] = ["check_out_", "check_in_"];
/// Constants of a node that come from the language.
const ADDRESS: &str = "ADDRESS";

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    let labels = model.nodes.iter().map(|node| &node.label);
    distinct(labels.clone(), camel, "Node::", diagnostics);
    distinct(model.levels.iter(), camel, "After", diagnostics);
    let constants = model.nodes.iter().filter_map(|node| node.device()).flat_map(|device| &device.constants);
    let inputs = model.inputs.iter().map(|input| &input.name);
    let all = labels.chain(&model.levels).chain(inputs).chain(constants.map(|constant| &constant.name));
    for name in all.chain([&model.board.name]).filter(|name| name.name == "_") {
        diagnostics.push(messages::not_a_name(name.span));
    }
    let of_levels =
        model.levels.iter().map(|level| [format!("After{}", camel(&level.name)), format!("boot_{}", level.name)]);
    let of_levels: FxHashSet<String> = of_levels.flatten().collect();
    let handles = model.nodes.iter().filter(|node| node.device().is_some_and(|device| device.ty.is_some()));
    let handles: FxHashMap<&str, &Named> = handles.map(|node| (node.label.name.as_str(), &node.label)).collect();
    for node in &model.nodes {
        let label = &node.label;
        let taken = [TAKEN_BY_TYPES, TAKEN_BY_METHODS].iter().any(|names| names.contains(&label.name.as_str()));
        if taken || of_levels.contains(label.name.as_str()) || label.name.starts_with("__") {
            diagnostics.push(messages::name_clash(&label.name, &label.name, label.span, None));
        }
        let owner = PREFIXES.iter().find_map(|prefix| handles.get(label.name.strip_prefix(prefix)?));
        if let Some(owner) = owner {
            diagnostics.push(messages::method_clash(label, owner));
        }
        let Some(device) = node.device() else { continue };
        distinct(device.constants.iter().map(|constant| &constant.name), upper, "", diagnostics);
        for constant in device.constants.iter().filter(|constant| upper(&constant.name.name) == ADDRESS) {
            if device.address.is_some() {
                let name = &constant.name;
                diagnostics.push(messages::name_clash(&name.name, ADDRESS, name.span, None));
            }
        }
    }
}

fn distinct<'a>(
    names: impl Iterator<Item = &'a Named>,
    derive: impl Fn(&str) -> String,
    prefix: &str,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: FxHashMap<String, &Named> = FxHashMap::default();
    for name in names {
        match seen.entry(derive(&name.name)) {
            // The same name twice has been reported as such.
            Entry::Occupied(first) if first.get().name == name.name => {}
            Entry::Occupied(first) => {
                let generated = format!("{prefix}{}", first.key());
                let other = Some((first.get().name.as_str(), first.get().span));
                diagnostics.push(messages::name_clash(&name.name, &generated, name.span, other));
            }
            Entry::Vacant(vacant) => {
                vacant.insert(name);
            }
        }
    }
}
