//! Looks labels, levels and inputs up.

use crate::include::Lost;
use crate::messages::names as messages;
use crate::model::{At, InputId, LevelId, NodeId};
use bringup_dsl::ast::{Ident, Reference};
use bringup_dsl::{Diagnostics, Span};
use std::collections::HashMap;

/// Everything that can be referred to.
pub(super) struct Names {
    labels: HashMap<String, NodeId>,
    /// By [`NodeId`]: what can be said about it before its properties are known.
    pub(super) kinds: Vec<Kind>,
    levels: HashMap<String, LevelId>,
    inputs: HashMap<String, InputId>,
    deleted: HashMap<String, Span>,
    lost: Lost,
}

/// What a label stands for.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) rail: bool,
    pub(super) has_handle: bool,
    pub(super) declared: Span,
}

impl Names {
    pub(super) fn new(deleted: HashMap<String, Span>, lost: Lost) -> Names {
        let (labels, levels, inputs) = Default::default();
        Names { labels, kinds: Vec::new(), levels, inputs, deleted, lost }
    }

    /// Adds the next node. A label that was declared twice stands for the first.
    pub(super) fn add_node(&mut self, label: &Ident, kind: Kind) {
        let id = NodeId(self.kinds.len() as u32);
        self.labels.entry(label.name.clone()).or_insert(id);
        self.kinds.push(kind);
    }

    pub(super) fn add_level(&mut self, name: &str) {
        let id = LevelId(self.levels.len() as u32);
        self.levels.insert(name.to_owned(), id);
    }

    pub(super) fn add_input(&mut self, name: &str) {
        let id = InputId(self.inputs.len() as u32);
        self.inputs.insert(name.to_owned(), id);
    }

    pub(super) fn kind(&self, id: NodeId) -> Kind {
        self.kinds[id.0 as usize]
    }

    /// Any node or rail.
    pub(super) fn node(&self, label: &Ident, diagnostics: &mut Diagnostics) -> Option<NodeId> {
        let found = self.labels.get(&label.name).copied();
        if found.is_none() && !self.may_be_lost(&label.name) {
            let known = self.labels.keys().map(String::as_str);
            diagnostics.push(messages::unknown_label(label, known, self.deleted.get(&label.name).copied()));
        }
        found
    }

    /// A rail, for `property`.
    pub(super) fn rail(
        &self,
        reference: &Reference,
        property: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<At<NodeId>> {
        let id = self.node(&reference.label, diagnostics)?;
        if !self.kind(id).rail {
            diagnostics.push(messages::not_a_rail(property, reference, self.kind(id).declared));
            return None;
        }
        Some(At { value: id, span: reference.span })
    }

    /// A device, for `property`.
    pub(super) fn device(
        &self,
        reference: &Reference,
        property: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<At<NodeId>> {
        let id = self.node(&reference.label, diagnostics)?;
        if self.kind(id).rail {
            diagnostics.push(messages::not_a_device(property, reference, self.kind(id).declared));
            return None;
        }
        Some(At { value: id, span: reference.span })
    }

    /// A device with a handle, for an expression.
    pub(super) fn handle(&self, label: &Ident, diagnostics: &mut Diagnostics) -> Option<NodeId> {
        let id = self.node(label, diagnostics)?;
        if !self.kind(id).has_handle {
            diagnostics.push(messages::no_handle(label, self.kind(id).rail, self.kind(id).declared));
            return None;
        }
        Some(id)
    }

    pub(super) fn level(&self, name: &Ident, diagnostics: &mut Diagnostics) -> Option<LevelId> {
        let found = self.levels.get(&name.name).copied();
        if found.is_none() && !self.may_be_lost(&name.name) {
            diagnostics.push(messages::unknown_level(name, self.levels.keys().map(String::as_str)));
        }
        found
    }

    pub(super) fn input(&self, name: &str) -> Option<InputId> {
        self.inputs.get(name).copied()
    }

    pub(super) fn input_names(&self) -> impl Iterator<Item = &str> {
        self.inputs.keys().map(String::as_str)
    }

    /// Whether `name` may be declared by a statement that could not be read.
    pub(super) fn may_be_lost(&self, name: &str) -> bool {
        self.lost.may_declare(name)
    }
}
