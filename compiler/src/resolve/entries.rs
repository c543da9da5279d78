//! The entries of one node, each under the name it is overridden and deleted by.

use crate::messages::names as messages;
use bringup_dsl::ast::{Entry, EntryKind, Ident};
use bringup_dsl::{Diagnostics, Span};
use rustc_hash::FxHashMap;
use std::collections::hash_map;

/// The entries in effect, in the order in which their names first appeared.
#[derive(Default)]
pub(super) struct Entries {
    entries: Vec<Option<Entry>>,
    index: FxHashMap<String, Slot>,
    /// How many braces have added to them.
    bodies: usize,
}

/// Where an entry is kept.
struct Slot {
    at: usize,
    /// Between which braces its name was given last, and where.
    body: usize,
    span: Span,
}

impl Entries {
    /// What follows stands between the next braces, at most `count` entries.
    pub(super) fn begin(&mut self, count: usize) {
        self.bodies += 1;
        self.entries.reserve(count);
        self.index.reserve(count);
    }

    /// Adds an entry. Between the same braces, a name may be given once; between others it replaces what was there.
    pub(super) fn add(&mut self, entry: Entry, diagnostics: &mut Diagnostics) {
        let (key, span) = key(&entry);
        match self.index.entry(key) {
            hash_map::Entry::Vacant(vacant) => {
                vacant.insert(Slot { at: self.entries.len(), body: self.bodies, span });
                self.entries.push(Some(entry));
            }
            hash_map::Entry::Occupied(slot) if slot.get().body == self.bodies => {
                diagnostics.push(messages::duplicate_property(slot.key(), slot.get().span, span));
            }
            hash_map::Entry::Occupied(mut slot) => {
                let at = slot.get().at;
                slot.insert(Slot { at, body: self.bodies, span });
                self.entries[at] = Some(entry);
            }
        }
    }

    /// Takes out the entry called `name`; `power` takes out all supplies. Says whether there was anything.
    pub(super) fn delete(&mut self, name: &str) -> bool {
        let hit = |key: &str| {
            key == name || key.strip_prefix("power ").is_some_and(|supply| name == "power" || supply == name)
        };
        let keys: Vec<String> = self.index.keys().filter(|key| hit(key)).cloned().collect();
        for key in &keys {
            if let Some(slot) = self.index.remove(key) {
                self.entries[slot.at] = None;
            }
        }
        !keys.is_empty()
    }

    /// What could be deleted, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.index.keys().map(|key| key.strip_prefix("power ").unwrap_or(key).to_owned()).collect();
        names.sort();
        names
    }

    pub(super) fn into_entries(self) -> impl Iterator<Item = Entry> {
        self.entries.into_iter().flatten()
    }
}

/// Whether `name` is given for the first time between these braces; if not, that is reported.
pub(super) fn first_time(
    given: &mut FxHashMap<String, Span>,
    name: &str,
    span: Span,
    diagnostics: &mut Diagnostics,
) -> bool {
    let first = *given.entry(name.to_owned()).or_insert(span);
    if first != span {
        diagnostics.push(messages::duplicate_property(name, first, span));
    }
    first == span
}

/// The name of an entry, and where the name stands.
fn key(entry: &Entry) -> (String, Span) {
    let of = |name: &Ident| (name.name.clone(), name.span);
    match &entry.kind {
        EntryKind::Property(property) => of(&property.name),
        EntryKind::Flag(name) => of(name),
        EntryKind::Init { .. } => ("init".into(), entry.span),
        EntryKind::Deinit { .. } => ("deinit".into(), entry.span),
        EntryKind::Power { name: Some(name), .. } => (format!("power {}", name.name), name.span),
        EntryKind::Power { name: None, rail, .. } => (format!("power {}", rail.label.name), rail.span),
        EntryKind::Node(node) => of(&node.label),
    }
}
