//! The names of the generated items.

use super::names::{camel, ident, plain};
use super::scope::{Scope, located_at};
use crate::model::{InputId, Level, NodeId};
use proc_macro2::Ident;
use quote::format_ident;

impl Scope<'_> {
    /// A label as a name of the generated code that leads back to its place in the board.
    pub(super) fn label(&self, id: NodeId) -> Ident {
        let label = &self.node(id).label;
        ident(&label.name, located_at(self.span(label.span)))
    }

    pub(super) fn variant(&self, id: NodeId) -> Ident {
        let label = &self.node(id).label;
        Ident::new(&camel(&label.name), located_at(self.span(label.span)))
    }

    pub(super) fn level_variant(&self, level: &Level) -> Ident {
        Ident::new(&camel(&level.name), located_at(self.span(level.span)))
    }

    // The names below are private. They keep the spelling of the board, which is distinct where another case may not be.

    /// The static that holds a handle.
    pub(super) fn slot(&self, id: NodeId) -> Ident {
        format_ident!("SLOT_{}", plain(self.model.label(id)))
    }

    /// The static that holds an input.
    pub(super) fn input_slot(&self, id: InputId) -> Ident {
        format_ident!("INPUT_{}", plain(&self.model.input(id).name.name))
    }

    /// The alias of a handle's type.
    pub(super) fn handle_type(&self, id: NodeId) -> Ident {
        format_ident!("__Handle_{}", plain(self.model.label(id)))
    }

    /// The alias of an input's type.
    pub(super) fn input_type(&self, id: InputId) -> Ident {
        format_ident!("__Input_{}", plain(&self.model.input(id).name.name))
    }

    pub(super) fn up(&self, id: NodeId) -> Ident {
        format_ident!("__up_{}", plain(self.model.label(id)))
    }

    pub(super) fn down(&self, id: NodeId) -> Ident {
        format_ident!("__down_{}", plain(self.model.label(id)))
    }

    /// The function that runs an init once that is tried more than once.
    pub(super) fn attempt(&self, id: NodeId) -> Ident {
        format_ident!("__try_{}", plain(self.model.label(id)))
    }

    /// The function that notes when a rail went off.
    pub(super) fn off(&self, id: NodeId) -> Ident {
        format_ident!("__off_{}", plain(self.model.label(id)))
    }

    /// The function that waits until a rail may come on again.
    pub(super) fn rest(&self, id: NodeId) -> Ident {
        format_ident!("__rest_{}", plain(self.model.label(id)))
    }

    /// The function that asks whether a rail is good.
    pub(super) fn good(&self, id: NodeId) -> Ident {
        format_ident!("__good_{}", plain(self.model.label(id)))
    }

    /// The function that waits until a rail has settled that run-time control has switched on.
    pub(super) fn settle(&self, id: NodeId) -> Ident {
        format_ident!("__settle_{}", plain(self.model.label(id)))
    }

    /// The static that holds when run-time control switched a rail on.
    pub(super) fn on_since(&self, id: NodeId) -> Ident {
        format_ident!("ON_{}", plain(self.model.label(id)))
    }

    /// The static that holds when a rail went off.
    pub(super) fn off_since(&self, id: NodeId) -> Ident {
        format_ident!("OFF_{}", plain(self.model.label(id)))
    }

    /// The static that holds what became of a tolerated node.
    pub(super) fn outcome(&self, id: NodeId) -> Ident {
        format_ident!("OUTCOME_{}", plain(self.model.label(id)))
    }
}
