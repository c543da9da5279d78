//! The entries of one node, each under the name it is overridden and deleted by.

use crate::messages::names as messages;
use bringup_dsl::ast::{Entry, EntryKind, Property};
use bringup_dsl::{Diagnostics, Span};
use rustc_hash::FxHashMap;
use std::fmt::{self, Display, Formatter};

/// So many entries are looked through faster than looked up.
const FEW: usize = 16;

/// An entry, if it has not been deleted, with the number of the braces between which its name was given last.
type Kept = Option<(Entry, usize)>;

/// The entries in effect, in the order in which their names first appeared.
#[derive(Default)]
pub(super) struct Entries {
    entries: Vec<Kept>,
    /// Where they are, if they are more than a few.
    index: FxHashMap<String, usize>,
    /// How many braces have added to them.
    bodies: usize,
}

impl Entries {
    /// What follows stands between the next braces, at most `count` entries.
    pub(super) fn begin(&mut self, count: usize) {
        self.bodies += 1;
        self.entries.reserve_exact(count);
    }

    /// Adds an entry. Between the same braces, a name may be given once; between others it replaces what was there.
    pub(super) fn add(&mut self, entry: Entry, diagnostics: &mut Diagnostics) {
        let (key, span) = key(&entry);
        match self.find(key).and_then(|at| self.entries[at].as_mut()) {
            Some((earlier, body)) if *body == self.bodies => {
                diagnostics.push(messages::duplicate_property(&key.to_string(), self::key(earlier).1, span));
            }
            Some(kept) => *kept = (entry, self.bodies),
            None => {
                let at = self.entries.len();
                self.entries.push(Some((entry, self.bodies)));
                let owned = |(at, key): (usize, Key)| (key.to_string(), at);
                match at {
                    ..FEW => {}
                    FEW => self.index = keys(&self.entries).map(owned).collect(),
                    _ => self.index.extend(keys(&self.entries).next_back().map(owned)),
                }
            }
        }
    }

    /// Takes out the entry called `name`; `power` takes out all supplies. Says whether there was anything.
    pub(super) fn delete(&mut self, name: &str) -> bool {
        let hit = |(_, key): &(usize, Key)| key.name == name || key.is_supply && name == "power";
        let hits: Vec<(usize, String)> =
            keys(&self.entries).filter(hit).map(|(at, key)| (at, key.to_string())).collect();
        for (at, key) in &hits {
            self.entries[*at] = None;
            self.index.remove(key);
        }
        !hits.is_empty()
    }

    /// What could be deleted, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = keys(&self.entries).map(|(_, key)| key.name.to_owned()).collect();
        names.sort();
        names
    }

    pub(super) fn into_entries(self) -> impl Iterator<Item = Entry> {
        self.entries.into_iter().flatten().map(|(entry, _)| entry)
    }

    fn find(&self, key: Key) -> Option<usize> {
        match self.entries.len() {
            ..=FEW => keys(&self.entries).find(|(_, other)| *other == key).map(|(at, _)| at),
            _ => self.index.get(&key.to_string()).copied(),
        }
    }
}

/// What an entry is overridden and deleted by.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key<'a> {
    is_supply: bool,
    name: &'a str,
}

impl Display for Key<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.is_supply { "power " } else { "" }, self.name)
    }
}

fn keys(entries: &[Kept]) -> impl DoubleEndedIterator<Item = (usize, Key<'_>)> {
    let entries = entries.iter().enumerate();
    entries.filter_map(|(at, entry)| entry.as_ref().map(|(entry, _)| (at, key(entry).0)))
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
fn key(entry: &Entry) -> (Key<'_>, Span) {
    let (is_supply, name, span) = match &entry.kind {
        EntryKind::Property(Property { name, .. }) | EntryKind::Flag(name) => (false, &name.name, name.span),
        EntryKind::Init { .. } => return (Key { is_supply: false, name: "init" }, entry.span),
        EntryKind::Deinit { .. } => return (Key { is_supply: false, name: "deinit" }, entry.span),
        EntryKind::Power { name: Some(name), .. } => (true, &name.name, name.span),
        EntryKind::Power { name: None, rail, .. } => (true, &rail.label.name, rail.span),
        EntryKind::Node(node) => (false, &node.label.name, node.label.span),
    };
    (Key { is_supply, name }, span)
}
