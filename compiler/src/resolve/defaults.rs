//! `defaults { … }`: level and priority of the nodes of one file.

use super::entries::first_time;
use super::names::Names;
use super::settings::Settings;
use super::values::{PRIORITY, Values};
use crate::messages::names as messages;
use crate::model::{At, LevelId};
use bringup_dsl::ast::{Entry, EntryKind, Property, Unit};
use bringup_dsl::{Diagnostics, FileId};
use rustc_hash::FxHashMap;

/// Level and priority from a `defaults { … }` block.
pub(super) struct Defaults {
    pub(super) level: Option<At<LevelId>>,
    pub(super) level_known: bool,
    pub(super) priority: Option<u16>,
}

/// The defaults of every file that has some.
pub(super) fn resolve(
    settings: &Settings,
    names: &Names,
    diagnostics: &mut Diagnostics,
) -> FxHashMap<FileId, Defaults> {
    let mut all = FxHashMap::default();
    let mut files: Vec<_> = settings.defaults.iter().collect();
    files.sort_by_key(|(file, _)| **file);
    for (file, entries) in files {
        let mut defaults = Defaults { level: None, level_known: true, priority: None };
        let mut given = FxHashMap::default();
        for Entry { kind, span, .. } in entries {
            if let EntryKind::Property(Property { name, .. }) | EntryKind::Flag(name) = kind
                && !first_time(&mut given, &name.name, name.span, diagnostics)
            {
                continue;
            }
            let mut values = Values { diagnostics };
            match kind {
                EntryKind::Property(property) if property.name.name == "level" => {
                    let word = values.word(&property.name, &property.value, "the name of a level");
                    let level = word.and_then(|word| names.level(word, values.diagnostics));
                    defaults.level_known = level.is_some();
                    defaults.level = level.map(|value| At { value, span: property.value.span() });
                }
                EntryKind::Property(property) if property.name.name == "priority" => {
                    let priority = values.amount(&property.name, &property.value, Unit::None, PRIORITY);
                    defaults.priority = priority.map(|priority| priority.value as u16);
                }
                EntryKind::Property(property) => {
                    let known = &["level", "priority"];
                    diagnostics.push(messages::unknown_property("`defaults`", &property.name, known));
                }
                _ => diagnostics.push(messages::only_in_a_node(*span)),
            }
        }
        all.insert(*file, defaults);
    }
    all
}
