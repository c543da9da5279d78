//! The entries of one node, each under the name it is overridden and deleted by.

use crate::messages::names as messages;
use bringup_dsl::ast::{Entry, EntryKind, Ident};
use bringup_dsl::{Diagnostics, Span};
use std::collections::HashMap;

/// Where an entry comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// The node's own braces: a name may stand there once.
    Declaration,
    /// An overlay: replaces what was there.
    Overlay,
}

/// The entries in effect, in the order in which their names first appeared.
#[derive(Default)]
pub(super) struct Entries {
    entries: Vec<Option<Entry>>,
    index: HashMap<String, usize>,
}

impl Entries {
    /// Adds an entry. `body` holds the names given so far between the same braces.
    pub(super) fn add(
        &mut self,
        entry: Entry,
        given: Given,
        body: &mut HashMap<String, Span>,
        diagnostics: &mut Diagnostics,
    ) {
        let (key, span) = key(&entry);
        if !first_time(body, &key, span, diagnostics) {
            return;
        }
        match self.index.get(&key) {
            Some(at) if given == Given::Overlay => self.entries[*at] = Some(entry),
            _ => {
                self.index.insert(key, self.entries.len());
                self.entries.push(Some(entry));
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
            if let Some(at) = self.index.remove(key) {
                self.entries[at] = None;
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
    given: &mut HashMap<String, Span>,
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
