//! Applies the statements in order: declarations, overlays and deletions. What is left is one draft per node.

use super::entries::Entries;
use super::settings::Settings;
use crate::include::{Lost, Statement};
use crate::messages::{candidates, names as messages};
use crate::resolve::attributes::allowed_lints;
use bringup_dsl::ast::{self, Attributes, EntryKind, Ident, ItemKind, Name, Number, Rust};
use bringup_dsl::{Code, Diagnostics, FileId, Span};
use rustc_hash::FxHashMap;

/// A node or rail as written, with its overlays applied.
pub(super) struct Draft {
    pub(super) label: Ident,
    pub(super) docs: Vec<String>,
    pub(super) allows: Vec<Code>,
    pub(super) file: FileId,
    pub(super) entries: Entries,
    pub(super) kind: DraftKind,
    /// Indices of the drafts nested directly in it.
    nested: Vec<usize>,
    /// Where it was deleted.
    deleted: Option<Span>,
    /// Index of the draft that has the same label, and had it first.
    duplicate_of: Option<usize>,
}

pub(super) enum DraftKind {
    Rail,
    Device {
        ty: Option<Rust>,
        address: Option<Number>,
        /// Index of the draft it is nested in.
        parent: Option<usize>,
    },
}

/// All drafts, and the statements that are about the board as a whole.
#[derive(Default)]
pub(super) struct Drafts {
    pub(super) drafts: Vec<Draft>,
    pub(super) settings: Settings,
    labels: FxHashMap<Name, usize>,
    /// Where a label that no longer exists was deleted.
    deleted: FxHashMap<Name, Span>,
    /// Overlays and deletions that found nothing.
    misses: Vec<Miss>,
}

/// An overlay or a deletion that found nothing.
struct Miss {
    target: Ident,
    /// What the statement does.
    why: &'static str,
    /// Where its target was deleted.
    deleted: Option<Span>,
}

/// What is left when all statements have been applied.
pub(super) struct Live {
    pub(super) drafts: Vec<Draft>,
    /// Drafts whose label another one had before them.
    pub(super) duplicates: Vec<Draft>,
    pub(super) settings: Settings,
    /// By label, which of the drafts has it.
    pub(super) labels: FxHashMap<Name, usize>,
    /// Where a label that no longer exists was deleted.
    pub(super) deleted: FxHashMap<Name, Span>,
}

impl Drafts {
    pub(super) fn collect(statements: Vec<Statement>, lost: &Lost, diagnostics: &mut Diagnostics) -> Drafts {
        let mut drafts = Drafts::default();
        for Statement { file, item } in statements {
            drafts.apply(file, item, lost, diagnostics);
        }
        drafts.report_misses(diagnostics);
        drafts
    }

    /// Only now it is known whether a target stands further down.
    fn report_misses(&mut self, diagnostics: &mut Diagnostics) {
        for Miss { target, why, deleted } in std::mem::take(&mut self.misses) {
            diagnostics.push(match self.labels.get(&target.name) {
                Some(later) if deleted.is_none() => {
                    messages::declared_later(&target, why, self.drafts[*later].label.span)
                }
                _ => {
                    let known = self.labels.keys().map(Name::as_str).take(candidates(diagnostics));
                    messages::unknown_label(&target, known, deleted).note(why)
                }
            });
        }
    }

    /// The drafts that were not deleted.
    pub(super) fn live(self) -> Live {
        let Drafts { drafts, settings, labels, deleted, .. } = self;
        let mut new_index = vec![None; drafts.len()];
        let (mut duplicates, mut count) = (Vec::new(), 0);
        let live = drafts.into_iter().enumerate().filter_map(|(old, mut draft)| {
            if draft.deleted.is_some() {
                return None;
            }
            if draft.duplicate_of.is_some() {
                duplicates.push(draft);
                return None;
            }
            if let DraftKind::Device { parent, .. } = &mut draft.kind {
                *parent = parent.and_then(|parent| new_index[parent]);
            }
            new_index[old] = Some(count);
            count += 1;
            Some(draft)
        });
        let live = live.collect();
        let labels = labels.into_iter().filter_map(|(label, old)| Some((label, new_index[old]?))).collect();
        Live { drafts: live, duplicates, settings, labels, deleted }
    }

    fn apply(&mut self, file: FileId, item: ast::Item, lost: &Lost, diagnostics: &mut Diagnostics) {
        let ast::Item { attributes, kind, span } = item;
        match kind {
            ItemKind::Rail { name, body } => {
                self.declare(file, name, attributes, DraftKind::Rail, body, diagnostics);
            }
            ItemKind::Node(node) => self.declare_device(file, node, attributes, None, diagnostics),
            ItemKind::Overlay { target, body } => {
                let allows = allowed_lints(&attributes, diagnostics);
                if let Some(index) = self.find(&target, lost, "an overlay adds to what is declared before it") {
                    self.drafts[index].allows.extend(allows);
                    self.drafts[index].docs.extend(attributes.docs);
                    self.fill(index, file, body, diagnostics);
                }
            }
            ItemKind::Delete { target, property } => {
                let why = "`delete` removes what is declared before it";
                let Some(index) = self.find(&target, lost, why) else { return };
                match property {
                    None => self.delete(index, span),
                    Some(property) if self.drafts[index].entries.delete(&property.name) => {}
                    Some(property) => {
                        let known = self.drafts[index].entries.names();
                        diagnostics.push(messages::nothing_to_delete(&target, &property, &known));
                    }
                }
            }
            // Read in place by `include::read`.
            ItemKind::Include(_) => {}
            other => self.settings.apply(file, attributes, other, diagnostics),
        }
    }

    fn declare_device(
        &mut self,
        file: FileId,
        node: ast::Node,
        attributes: Attributes,
        parent: Option<usize>,
        diagnostics: &mut Diagnostics,
    ) {
        let kind = DraftKind::Device { ty: node.ty, address: node.address, parent };
        self.declare(file, node.label, attributes, kind, node.body, diagnostics);
    }

    fn declare(
        &mut self,
        file: FileId,
        label: Ident,
        attributes: Attributes,
        kind: DraftKind,
        body: Vec<ast::Entry>,
        diagnostics: &mut Diagnostics,
    ) {
        let index = self.drafts.len();
        let duplicate_of = self.labels.get(&label.name).copied();
        match &duplicate_of {
            Some(first) => {
                diagnostics.push(messages::duplicate_label(&self.drafts[*first].label, &label));
            }
            None => {
                self.labels.insert(label.name.clone(), index);
                self.deleted.remove(&label.name);
            }
        }
        let allows = allowed_lints(&attributes, diagnostics);
        let docs = attributes.docs;
        if let DraftKind::Device { parent: Some(parent), .. } = kind {
            self.drafts[parent].nested.push(index);
        }
        let entries = Entries::default();
        let nested = Vec::new();
        self.drafts.push(Draft { label, docs, allows, file, entries, kind, nested, deleted: None, duplicate_of });
        self.fill(index, file, body, diagnostics);
    }

    /// Adds entries to a draft. Nesting is bounded by the parser, so recursion into nested nodes is.
    fn fill(&mut self, index: usize, file: FileId, body: Vec<ast::Entry>, diagnostics: &mut Diagnostics) {
        self.drafts[index]
            .entries
            .begin(body.iter().filter(|entry| !matches!(entry.kind, EntryKind::Node(_))).count());
        let around = self.drafts[index].duplicate_of.unwrap_or(index);
        let around = Some(around).filter(|around| matches!(self.drafts[*around].kind, DraftKind::Device { .. }));
        for entry in body {
            if let EntryKind::Node(node) = entry.kind {
                if matches!(self.drafts[index].kind, DraftKind::Rail) {
                    diagnostics.push(messages::node_inside_rail(&node.label, &self.drafts[index].label));
                }
                self.declare_device(file, node, entry.attributes, around, diagnostics);
            } else {
                let allows = allowed_lints(&entry.attributes, diagnostics);
                self.drafts[index].allows.extend(allows);
                self.drafts[index].entries.add(entry, diagnostics);
            }
        }
    }

    fn find(&mut self, target: &Ident, lost: &Lost, why: &'static str) -> Option<usize> {
        let found = self.labels.get(&target.name).copied();
        if found.is_none() && !lost.may_declare(&target.name) {
            let deleted = self.deleted.get(&target.name).copied();
            self.misses.push(Miss { target: target.clone(), why, deleted });
        }
        found
    }

    /// Deletes a draft and what is nested in it. The labels are free at once.
    fn delete(&mut self, index: usize, span: Span) {
        let mut pending = vec![index];
        while let Some(index) = pending.pop() {
            let draft = &mut self.drafts[index];
            draft.deleted = Some(span);
            pending.append(&mut draft.nested);
            if self.labels.get(&draft.label.name) == Some(&index) {
                self.labels.remove(&draft.label.name);
                self.deleted.insert(draft.label.name.clone(), span);
            }
        }
    }
}
