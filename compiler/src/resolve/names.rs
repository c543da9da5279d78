//! Looks labels, levels and inputs up.

use crate::include::Lost;
use crate::messages::{candidates, names as messages};
use crate::model::{At, InputId, LevelId, NodeId};
use bringup_dsl::ast::{Ident, Name, Reference};
use bringup_dsl::{Diagnostic, Diagnostics, Span};
use rustc_hash::FxHashMap;

/// Everything that can be referred to.
pub(super) struct Names {
    labels: FxHashMap<Name, usize>,
    /// By [`NodeId`]: what can be said about it before its properties are known.
    pub(super) kinds: Vec<Kind>,
    levels: FxHashMap<Name, LevelId>,
    inputs: FxHashMap<Name, InputId>,
    /// By [`InputId`]: where it is declared.
    input_places: Vec<Span>,
    deleted: FxHashMap<Name, Span>,
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
    /// `labels`: which of the nodes has it.
    pub(super) fn new(labels: FxHashMap<Name, usize>, deleted: FxHashMap<Name, Span>, lost: Lost) -> Names {
        let (levels, inputs) = Default::default();
        Names { labels, kinds: Vec::new(), levels, inputs, input_places: Vec::new(), deleted, lost }
    }

    /// Adds what is known of the next node.
    pub(super) fn add_node(&mut self, kind: Kind) {
        self.kinds.push(kind);
    }

    pub(super) fn add_level(&mut self, name: &str) {
        let id = LevelId(self.levels.len() as u32);
        self.levels.insert(name.into(), id);
    }

    pub(super) fn add_input(&mut self, name: &Ident) {
        let id = InputId(self.input_places.len() as u32);
        self.inputs.insert(name.name.clone(), id);
        self.input_places.push(name.span);
    }

    pub(super) fn kind(&self, id: NodeId) -> Kind {
        self.kinds[id.0 as usize]
    }

    /// Any node or rail.
    pub(super) fn node(&self, label: &Ident, diagnostics: &mut Diagnostics) -> Option<NodeId> {
        self.find(label, |_| true, diagnostics, |known, deleted| messages::unknown_label(label, known, deleted))
    }

    /// Any node or rail; `fits` is for what to suggest.
    fn find<'a>(
        &'a self,
        label: &Ident,
        fits: impl Fn(Kind) -> bool,
        diagnostics: &mut Diagnostics,
        unknown: impl FnOnce(Vec<&'a str>, Option<Span>) -> Diagnostic,
    ) -> Option<NodeId> {
        let found = self.labels.get(&label.name).map(|at| NodeId(*at as u32));
        if found.is_none() && !self.may_be_lost(&label.name) {
            diagnostics.push(match self.inputs.get(&label.name) {
                Some(input) => messages::borrowed_input(label, self.input_places[input.0 as usize]),
                None => {
                    let known =
                        self.labels.iter().take(candidates(diagnostics)).filter(|(_, at)| fits(self.kinds[**at]));
                    let known = known.map(|(label, _)| label.as_str()).collect();
                    unknown(known, self.deleted.get(&label.name).copied())
                }
            });
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
        let label = &reference.label;
        let unknown = |known, deleted| messages::unknown_label(label, known, deleted);
        let id = self.find(label, |kind| kind.rail, diagnostics, unknown)?;
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
        let label = &reference.label;
        let unknown = |known, deleted| messages::unknown_label(label, known, deleted);
        let id = self.find(label, |kind| !kind.rail, diagnostics, unknown)?;
        if self.kind(id).rail {
            diagnostics.push(messages::not_a_device(property, reference, self.kind(id).declared));
            return None;
        }
        Some(At { value: id, span: reference.span })
    }

    /// A device with a handle, for an expression.
    pub(super) fn handle(&self, label: &Ident, diagnostics: &mut Diagnostics) -> Option<NodeId> {
        let unknown = |known, deleted| messages::unknown_handle(label, known, deleted);
        let id = self.find(label, |kind| kind.has_handle, diagnostics, unknown)?;
        if !self.kind(id).has_handle {
            diagnostics.push(messages::no_handle(label, self.kind(id).rail, self.kind(id).declared));
            return None;
        }
        Some(id)
    }

    pub(super) fn level(&self, name: &Ident, diagnostics: &mut Diagnostics) -> Option<LevelId> {
        let found = self.levels.get(&name.name).copied();
        if found.is_none() && !self.may_be_lost(&name.name) {
            let known = self.levels.keys().map(Name::as_str).take(candidates(diagnostics));
            diagnostics.push(messages::unknown_level(name, known));
        }
        found
    }

    pub(super) fn input(&self, name: &str) -> Option<InputId> {
        self.inputs.get(name).copied()
    }

    pub(super) fn input_names(&self) -> impl Iterator<Item = &str> {
        self.inputs.keys().map(Name::as_str)
    }

    /// Whether `name` may be declared by a statement that could not be read.
    pub(super) fn may_be_lost(&self, name: &str) -> bool {
        self.lost.may_declare(name)
    }
}
