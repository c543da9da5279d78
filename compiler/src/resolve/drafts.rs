//! Applies the statements in order: declarations, overlays and deletions. What is left is one draft per node.

use super::entries::{Entries, Given};
use super::settings::Settings;
use crate::include::{Lost, Statement};
use crate::messages::names as messages;
use crate::resolve::attributes::allowed_lints;
use bringup_dsl::ast::{self, Attributes, EntryKind, Ident, ItemKind, Number, Rust};
use bringup_dsl::{Code, Diagnostics, FileId, Span};
use std::collections::HashMap;

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
    labels: HashMap<String, usize>,
    /// Where a label that no longer exists was deleted.
    deleted: HashMap<String, Span>,
}

impl Drafts {
    pub(super) fn collect(statements: Vec<Statement>, lost: &Lost, diagnostics: &mut Diagnostics) -> Drafts {
        let mut drafts = Drafts::default();
        for Statement { file, item } in statements {
            drafts.apply(file, item, lost, diagnostics);
        }
        drafts
    }

    /// The drafts that were not deleted.
    pub(super) fn live(self) -> (Vec<Draft>, Settings, HashMap<String, Span>) {
        let mut new_index = vec![None; self.drafts.len()];
        let mut live: Vec<Draft> = Vec::with_capacity(self.drafts.len());
        for (old, mut draft) in self.drafts.into_iter().enumerate() {
            if draft.deleted.is_some() {
                continue;
            }
            if let DraftKind::Device { parent, .. } = &mut draft.kind {
                *parent = parent.and_then(|parent| new_index[parent]);
            }
            new_index[old] = Some(live.len());
            live.push(draft);
        }
        (live, self.settings, self.deleted)
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
                if let Some(index) =
                    self.find(&target, lost, "an overlay adds to what is declared before it", diagnostics)
                {
                    self.drafts[index].allows.extend(allows);
                    self.drafts[index].docs.extend(attributes.docs);
                    self.fill(index, file, body, Given::Overlay, diagnostics);
                }
            }
            ItemKind::Delete { target, property } => {
                let Some(index) =
                    self.find(&target, lost, "`delete` removes what is declared before it", diagnostics)
                else {
                    return;
                };
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
        match self.labels.get(&label.name) {
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
        self.drafts.push(Draft { label, docs, allows, file, entries, kind, nested: Vec::new(), deleted: None });
        self.fill(index, file, body, Given::Declaration, diagnostics);
    }

    /// Adds entries to a draft. Nesting is bounded by the parser, so recursion into nested nodes is.
    fn fill(
        &mut self,
        index: usize,
        file: FileId,
        body: Vec<ast::Entry>,
        given: Given,
        diagnostics: &mut Diagnostics,
    ) {
        let mut body_names = HashMap::new();
        for entry in body {
            if let EntryKind::Node(node) = entry.kind {
                if matches!(self.drafts[index].kind, DraftKind::Rail) {
                    diagnostics.push(messages::node_inside_rail(&node.label, &self.drafts[index].label));
                }
                self.declare_device(file, node, entry.attributes, Some(index), diagnostics);
            } else {
                let allows = allowed_lints(&entry.attributes, diagnostics);
                self.drafts[index].allows.extend(allows);
                self.drafts[index].entries.add(entry, given, &mut body_names, diagnostics);
            }
        }
    }

    fn find(&self, target: &Ident, lost: &Lost, why: &str, diagnostics: &mut Diagnostics) -> Option<usize> {
        let found = self.labels.get(&target.name).copied();
        if found.is_none() && !lost.may_declare(&target.name) {
            let known = self.labels.keys().map(String::as_str);
            let deleted = self.deleted.get(&target.name).copied();
            diagnostics.push(messages::unknown_label(target, known, deleted).note(why));
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
