//! What every part of the generator reads.

use super::nodes;
use super::splice::splice;
use super::tokens::Tokens;
use crate::control::Control;
use crate::flow::Flows;
use crate::graph::Edge;
use crate::model::{Board, Expr, Model, Node, NodeId};
use crate::plan::{Handle, Step};
use crate::runs::Runs;
use crate::schedule::Schedule;
use bringup_dsl::ast::{MarkKind, Rust};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use std::cell::OnceCell;

/// What stands between the braces of generated functions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    Real,
    /// `loop {}`: only the signature is wanted.
    Diverging,
}

pub(super) struct Scope<'a> {
    pub(super) model: &'a Model,
    /// The nodes that are built, in declaration order.
    pub(super) built: Vec<NodeId>,
    pub(super) handles: &'a [Handle],
    pub(super) steps: &'a [Step],
    /// Of a board without errors.
    pub(super) schedule: Option<&'a Schedule>,
    /// Of a board without errors.
    pub(super) runs: Option<&'a Runs>,
    /// Of a board without errors that is `concurrent`.
    pub(super) flows: Option<&'a Flows>,
    pub(super) edges: &'a [Edge],
    /// By [`NodeId`], what a boot can do without.
    pub(super) tolerated: Vec<bool>,
    /// Of a board without errors.
    pub(super) control: Option<&'a Control>,
    pub(super) source: &'a dyn Tokens,
    pub(super) krate: TokenStream,
    pub(super) in_file: bool,
    pub(super) body: Body,
    pub(super) facts: Facts,
}

/// What a look at all nodes tells, and many parts of the code ask.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) awaits: OnceCell<bool>,
    pub(super) can_fail: OnceCell<bool>,
    retries: OnceCell<bool>,
}

impl<'a> Scope<'a> {
    pub(super) fn board(&self) -> &'a Board {
        &self.model.board
    }

    pub(super) fn node(&self, id: NodeId) -> &'a Node {
        self.model.node(id)
    }

    pub(super) fn handle(&self, id: NodeId) -> Handle {
        self.handles[id.0 as usize]
    }

    /// Whether its handle is one that can be in use.
    pub(super) fn is_shared(&self, id: NodeId) -> bool {
        self.handle(id).is_shared()
    }

    /// The number of a node that is built: its place in the enum `Node`.
    pub(super) fn number(&self, id: NodeId) -> usize {
        self.built.binary_search(&id).unwrap_or_default()
    }

    /// Whether the board boots without it if need be.
    pub(super) fn is_tolerated(&self, id: NodeId) -> bool {
        self.tolerated.get(id.0 as usize).is_some_and(|tolerated| *tolerated)
    }

    /// What is tolerated, in the order of the boot.
    pub(super) fn tolerated(&self) -> impl Iterator<Item = NodeId> {
        self.steps.iter().map(|step| step.node).filter(|id| self.is_tolerated(*id))
    }

    /// Whether some error carries the number of an attempt.
    pub(super) fn retries(&self) -> bool {
        *self.facts.retries.get_or_init(|| self.built().any(|id| self.retried(id)))
    }

    /// Whether the init of a node is tried more than once, and its error so carries the number of the attempt.
    pub(super) fn retried(&self, id: NodeId) -> bool {
        let device = self.node(id).device();
        device.is_some_and(|device| {
            device.retry.is_some() && device.init.as_ref().is_some_and(|init| nodes::up_can_fail(self, init))
        })
    }

    /// The nodes that are built, in declaration order.
    pub(super) fn built(&self) -> impl Iterator<Item = NodeId> {
        self.built.iter().copied()
    }

    /// The built nodes that have a handle.
    pub(super) fn handled(&self) -> impl Iterator<Item = NodeId> {
        self.built().filter(|id| self.handle(*id) != Handle::None)
    }

    /// Every expression of every built node.
    pub(super) fn expressions(&self) -> impl Iterator<Item = &'a Expr> {
        self.built().flat_map(|id| self.node(id).expressions())
    }

    /// The crate `bringup`, as the generated module names it.
    pub(super) fn krate(&self) -> TokenStream {
        match self.board().krate {
            Some(_) => quote!(__user::__bringup),
            None => self.krate.clone(),
        }
    }

    /// The crate `bringup`, as the module of a node names it.
    pub(super) fn krate_from_node(&self) -> TokenStream {
        match self.board().krate {
            Some(_) => quote!(super::__user::__bringup),
            None => self.krate.clone(),
        }
    }

    /// The crate `bringup`, as the module of the board's expressions names it.
    pub(super) fn krate_inside(&self) -> TokenStream {
        match self.board().krate {
            Some(_) => quote!(self::__bringup),
            None => self.krate.clone(),
        }
    }

    /// The type of the handle that everybody gets of a shared node.
    pub(super) fn dev_type(&self, id: NodeId) -> TokenStream {
        let (krate, ty) = (self.krate(), self.handle_type(id));
        match (self.handle(id), self.board().atomic) {
            (Handle::Irq, _) => quote!(#krate::Irq<__user::#ty>),
            (_, Some(_)) => quote!(#krate::Dev<__user::#ty, #krate::Atomic>),
            (_, None) => quote!(#krate::Dev<__user::#ty>),
        }
    }

    /// The type of the static that holds a handle.
    pub(super) fn slot_type(&self, id: NodeId) -> TokenStream {
        let (krate, ty) = (self.krate(), self.handle_type(id));
        match (self.handle(id), self.board().atomic) {
            (Handle::None | Handle::Owned, _) => quote!(#krate::__private::Slot<__user::#ty>),
            (Handle::Irq, _) | (_, Some(_)) => quote!(#krate::__private::Shared<__user::#ty, #krate::Atomic>),
            (_, None) => quote!(#krate::__private::Shared<__user::#ty>),
        }
    }

    /// The method of that static that gives the handle of a shared node.
    pub(super) fn get_handle(&self, id: NodeId) -> Ident {
        local(if self.handle(id) == Handle::Irq { "irq" } else { "dev" })
    }

    /// The body of a function, unless only signatures are wanted.
    pub(super) fn body(&self, real: TokenStream) -> TokenStream {
        match self.body {
            Body::Real => real,
            Body::Diverging => quote!(loop {}),
        }
    }

    /// Where something was written.
    pub(super) fn span(&self, span: bringup_dsl::Span) -> Span {
        self.source.place(span)
    }

    /// A type or path of the board, for the module of its expressions.
    pub(super) fn rust(&self, rust: &Rust) -> TokenStream {
        let parts = rust.marks.iter().map(|mark| mark.tokens.clone());
        splice(self.source.tokens(rust.span), rust, parts, &mut |part, tokens| match rust.marks[part].kind {
            MarkKind::SelfPath => self.outside(0, tokens),
            MarkKind::SuperPath => self.outside(1, tokens),
            _ => tokens.iter().cloned().collect(),
        })
    }

    /// `super::super`: the module that stands `above` the one in which the board was written.
    pub(super) fn outside(&self, above: usize, tokens: &[TokenTree]) -> TokenStream {
        let span = tokens.first().map_or_else(Span::call_site, TokenTree::span);
        let supers = 2 + usize::from(self.in_file) + above;
        let step = Ident::new("super", span);
        let steps = std::iter::repeat_n(step, supers);
        quote!(#(#steps)::*)
    }

    /// The board's error type.
    pub(super) fn error(&self) -> TokenStream {
        self.board().error.as_ref().map_or_else(|| quote!(()), |error| self.rust(error))
    }
}

/// A name of the generated code at a place of the board.
pub(super) fn located_at(span: Span) -> Span {
    Span::call_site().located_at(span)
}

/// A local variable that the board's expressions cannot name.
pub(super) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
