//! One expression of the board: what it refers to becomes local variables.

use super::bindings::binding;
use super::literals::{constant, number};
use super::names::plain;
use super::scope::Scope;
use super::splice::splice;
use crate::model::{Claim, Expr, NodeId, PartKind};
use crate::plan;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// An expression in which every part is a local variable or a literal.
pub(super) struct Spliced {
    pub(super) tokens: TokenStream,
    bound: Vec<Bound>,
}

/// A local variable that the expression uses.
pub(super) struct Bound {
    pub(super) what: What,
    /// Has the hygiene of the board's own tokens, at the place of the first use.
    pub(super) name: Ident,
}

/// What a variable stands for.
pub(super) enum What {
    Shared(NodeId),
    Lent(NodeId),
    Claim(Claim),
    This,
}

/// What happens when a node is lent that something else uses.
#[derive(Clone, Copy)]
pub(super) enum IfBusy {
    /// The init fails.
    Fail,
    /// The teardown of this node is passed over, and counted.
    Count,
}

/// `expr` with its parts replaced.
pub(super) fn spliced(scope: &Scope, expr: &Expr) -> Spliced {
    let mut bound: Vec<Bound> = Vec::new();
    let parts = expr.parts.iter().map(|part| part.tokens.clone());
    let stream = scope.source.tokens(expr.rust.span);
    let tokens = splice(stream, &expr.rust, parts, &mut |part, tokens| {
        let span = tokens.last().map_or_else(Span::call_site, TokenTree::span);
        match &expr.parts[part].kind {
            PartKind::Shared(id) => variable(scope, What::Shared(*id), span, &mut bound),
            PartKind::Lent(id) => {
                let borrow = &tokens[..tokens.len() - 1];
                let lend = variable(scope, What::Lent(*id), span, &mut bound);
                quote!(#(#borrow)* *#lend)
            }
            PartKind::Claim(claim) => variable(scope, What::Claim(claim.clone()), span, &mut bound),
            PartKind::This => variable(scope, What::This, span, &mut bound),
            PartKind::Constant(value) => constant(value, span),
            PartKind::Quantity(amount) => number(*amount, span),
            PartKind::SelfPath => scope.outside(0, tokens),
            PartKind::SuperPath => scope.outside(1, tokens),
            PartKind::TrailingQuestion => TokenStream::new(),
        }
    });
    Spliced { tokens, bound }
}

impl Spliced {
    /// The variables, `this` apart. What may be in use comes first: then no input has been taken yet that would be lost.
    pub(super) fn bindings(&self, scope: &Scope, if_busy: IfBusy) -> TokenStream {
        let (lent, others): (Vec<_>, Vec<_>) =
            self.bound.iter().partition(|bound| matches!(bound.what, What::Lent(_)));
        lent.into_iter().chain(others).map(|bound| binding(scope, bound, if_busy)).collect()
    }

    /// The name of `this`, if it is used.
    pub(super) fn this(&self) -> Option<&Ident> {
        self.bound.iter().find(|bound| matches!(bound.what, What::This)).map(|bound| &bound.name)
    }
}

/// Whether one of the nodes it lends may be in use.
pub(super) fn may_be_busy(scope: &Scope, expr: &Expr) -> bool {
    plan::may_be_busy(scope.handles, expr)
}

/// Every variable is declared with the hygiene of its first use, and every use has the same.
fn variable(scope: &Scope, what: What, span: Span, bound: &mut Vec<Bound>) -> TokenStream {
    let name = match bound.iter().find(|bound| bound.what.same_as(&what)) {
        Some(bound) => Ident::new(&bound.name.to_string(), span.resolved_at(bound.name.span())),
        None => {
            let mut name = name(scope, &what);
            while bound.iter().any(|bound| bound.name == name) {
                name.push('_');
            }
            let name = Ident::new(&name, span);
            bound.push(Bound { what, name: name.clone() });
            name
        }
    };
    quote!(#name)
}

fn name(scope: &Scope, what: &What) -> String {
    let name = match what {
        What::Shared(id) => format!("dev_{}", plain(scope.model.label(*id))),
        What::Lent(id) => format!("lend_{}", plain(scope.model.label(*id))),
        What::Claim(claim) => {
            let input = plain(&scope.model.input(claim.input).name.name);
            match &claim.field {
                Some(field) => format!("{input}_{}", plain(&field.name)),
                None => input.to_owned(),
            }
        }
        What::This => "this".to_owned(),
    };
    // The name belongs to the board's tokens, so its style is linted.
    let words: Vec<_> = name.split('_').filter(|word| !word.is_empty()).collect();
    format!("__{}", words.join("_").to_lowercase())
}

impl What {
    fn same_as(&self, other: &What) -> bool {
        match (self, other) {
            (What::Shared(a), What::Shared(b)) | (What::Lent(a), What::Lent(b)) => a == b,
            (What::Claim(a), What::Claim(b)) => a.same_as(b),
            (What::This, What::This) => true,
            _ => false,
        }
    }
}
