//! The statements about the board as a whole: levels, defaults, settings, inputs.

use super::entries::first_time;
use super::values::{AMOUNT, Values};
use crate::messages::names as messages;
use crate::model::{At, Codegen, Form};
use crate::resolve::attributes::allowed_lints;
use bringup_dsl::ast::{Attributes, Entry, EntryKind, Ident, ItemKind, Name, Property, Rust, Unit, Value};
use bringup_dsl::{Code, Diagnostics, FileId, Span};
use rustc_hash::FxHashMap;

/// An `input` as written.
pub(super) struct InputDraft {
    pub(super) name: Ident,
    pub(super) ty: Rust,
    pub(super) docs: Vec<String>,
    pub(super) allows: Vec<Code>,
}

#[derive(Default)]
pub(super) struct Settings {
    pub(super) levels: Vec<Ident>,
    levels_at: Option<Span>,
    pub(super) defaults: FxHashMap<FileId, Vec<Entry>>,
    pub(super) inputs: Vec<InputDraft>,
    input_names: FxHashMap<Name, usize>,
    pub(super) error: Option<Rust>,
    pub(super) clock: Option<Rust>,
    pub(super) krate: Option<Rust>,
    pub(super) atomic: Option<Span>,
    pub(super) concurrent: Option<Span>,
    pub(super) boot_budget: Option<At<u64>>,
    pub(super) codegen: Option<Codegen>,
    /// Understood, and not built yet.
    pub(super) unsupported: Vec<Ident>,
    given: FxHashMap<String, Span>,
}

const SETTINGS: &[&str] =
    &["error", "clock", "codegen", "crate", "share", "levels", "defaults", "input", "concurrent", "budget"];

impl Settings {
    pub(super) fn apply(
        &mut self,
        file: FileId,
        attributes: Attributes,
        kind: ItemKind,
        diagnostics: &mut Diagnostics,
    ) {
        let allows = allowed_lints(&attributes, diagnostics);
        match kind {
            ItemKind::Levels(levels) => self.levels(levels, diagnostics),
            ItemKind::Defaults(entries) => {
                let first = |entries: &[Entry]| entries.first().map(|entry| entry.span);
                match (self.defaults.get(&file).and_then(|before| first(before)), first(&entries)) {
                    (Some(before), Some(again)) => {
                        diagnostics.push(messages::duplicate_property("defaults", before, again));
                    }
                    _ => self.defaults.entry(file).or_default().extend(entries),
                }
            }
            ItemKind::Input { name, ty } => {
                let number = *self.input_names.entry(name.name.clone()).or_insert(self.inputs.len());
                match self.inputs.get(number) {
                    Some(first) => diagnostics.push(messages::duplicate_input(&first.name, &name)),
                    None => self.inputs.push(InputDraft { name, ty, docs: attributes.docs, allows }),
                }
            }
            ItemKind::Setting(property) => self.setting(property, allows, diagnostics),
            ItemKind::Flag(name) if name.name == "concurrent" => {
                if first_time(&mut self.given, &name.name, name.span, diagnostics) {
                    self.concurrent = Some(name.span);
                }
            }
            ItemKind::Block { name, body } if name.name == "budget" => self.budget(body, diagnostics),
            ItemKind::Variant { name, .. } => {
                self.unsupported.push(Ident { name: "variant".into(), span: name.span });
            }
            ItemKind::Flag(name) | ItemKind::Block { name, .. } => {
                diagnostics.push(messages::unknown_setting(&name, SETTINGS));
            }
            // Applied by `Drafts`, or in place by `include::read`.
            ItemKind::Include(_)
            | ItemKind::Rail { .. }
            | ItemKind::Node(_)
            | ItemKind::Overlay { .. }
            | ItemKind::Delete { .. } => {}
        }
    }

    fn levels(&mut self, levels: Vec<Ident>, diagnostics: &mut Diagnostics) {
        let Some(first) = levels.first() else { return };
        if let Some(before) = self.levels_at.replace(first.span) {
            diagnostics.push(messages::duplicate_property("levels", before, first.span));
            return;
        }
        let mut seen: FxHashMap<Name, Span> = FxHashMap::default();
        for level in levels {
            match seen.insert(level.name.clone(), level.span) {
                Some(first) => diagnostics.push(messages::duplicate_level(first, &level)),
                None => self.levels.push(level),
            }
        }
    }

    /// `budget { boot = T; }`
    fn budget(&mut self, body: Vec<Entry>, diagnostics: &mut Diagnostics) {
        for Entry { kind, span, .. } in body {
            match kind {
                EntryKind::Property(Property { name, value, .. }) if name.name == "boot" => {
                    if first_time(&mut self.given, "budget.boot", name.span, diagnostics) {
                        self.boot_budget = Values { diagnostics }.amount(&name, &value, Unit::Nanosecond, AMOUNT);
                    }
                }
                EntryKind::Property(Property { name, .. }) | EntryKind::Flag(name) => {
                    diagnostics.push(messages::unknown_property("`budget`", &name, &["boot"]));
                }
                _ => diagnostics.push(messages::only_in_a_node(span)),
            }
        }
    }

    fn setting(&mut self, property: Property, allows: Vec<Code>, diagnostics: &mut Diagnostics) {
        let Property { name, value, .. } = property;
        if !SETTINGS[..5].contains(&name.name.as_str()) {
            diagnostics.push(messages::unknown_setting(&name, SETTINGS));
            return;
        }
        if !first_time(&mut self.given, &name.name, name.span, diagnostics) {
            return;
        }
        match (name.name.as_str(), value) {
            (_, Value::Broken(_)) => {}
            ("error", Value::Rust(path)) => self.error = Some(path),
            ("clock", Value::Rust(path)) => self.clock = Some(path),
            ("crate", Value::Rust(path)) => self.krate = Some(path),
            ("share", Value::Word(word)) if word.name == "atomic" => {
                self.atomic = Some(word.span);
            }
            ("codegen", value) => {
                let form = if let Value::Word(word) = &value { Form::from_name(&word.name) } else { None };
                match form {
                    Some(form) => self.codegen = Some(Codegen { form, span: value.span(), allows }),
                    None => diagnostics.push(messages::wrong_value(
                        "codegen",
                        "`inline`, `table` or `auto`",
                        value.span(),
                    )),
                }
            }
            ("share", value) => diagnostics.push(messages::wrong_value("share", "`atomic`", value.span())),
            (name, value) => diagnostics.push(messages::wrong_value(name, "a Rust path", value.span())),
        }
    }
}
