//! Expressions: which of their tokens mean a node, an input or a constant.

use super::names::Names;
use crate::messages::{candidates, names as messages};
use crate::model::{At, Claim, Constant, ConstantValue, Expr, Part, PartKind};
use bringup_dsl::Diagnostics;
use bringup_dsl::ast::{Ident, MarkKind, Rust, Unit};
use rustc_hash::FxHashMap;

/// What `self.…` means in an expression.
pub(super) struct SelfScope<'a> {
    /// The unit address: `self.reg`.
    address: Option<At<u64>>,
    /// The properties of the user's own.
    constants: FxHashMap<&'a str, &'a ConstantValue>,
}

impl<'a> SelfScope<'a> {
    pub(super) fn new(address: Option<At<u64>>, constants: &'a [Constant]) -> Self {
        let constants = constants.iter().map(|constant| (constant.name.name.as_str(), &constant.value));
        SelfScope { address, constants: constants.collect() }
    }

    fn get(&self, name: &str) -> Option<ConstantValue> {
        if name == "reg" {
            return self.address.map(|address| ConstantValue::Number(address.value.into(), Unit::None));
        }
        self.constants.get(name).map(|value| (*value).clone())
    }
}

/// Looks up every marked part. A rail has no `scope`.
pub(super) fn resolve(
    rust: Rust,
    scope: Option<&SelfScope<'_>>,
    names: &Names,
    diagnostics: &mut Diagnostics,
) -> Expr {
    let mut parts = Vec::new();
    let (mut fallible, mut awaits) = (false, None);
    for mark in &rust.marks {
        let kind = match &mark.kind {
            MarkKind::Shared(label) => names.handle(label, diagnostics).map(PartKind::Shared),
            MarkKind::Lent(label) => names.handle(label, diagnostics).map(PartKind::Lent),
            MarkKind::Field { base, field } => claim(base, Some(field), mark.span, names),
            MarkKind::Name(name) => claim(name, None, mark.span, names),
            MarkKind::SelfProperty(name) => constant(name, scope, names, diagnostics),
            MarkKind::Quantity(number) => Some(PartKind::Quantity(number.amount)),
            MarkKind::This => Some(PartKind::This),
            MarkKind::SelfPath => Some(PartKind::SelfPath),
            MarkKind::SuperPath => Some(PartKind::SuperPath),
            MarkKind::Question => {
                fallible = true;
                None
            }
            MarkKind::Await => {
                awaits = awaits.or(Some(mark.span));
                None
            }
        };
        parts.extend(kind.map(|kind| Part { tokens: mark.tokens.clone(), span: mark.span, kind }));
    }
    parts.shrink_to_fit();
    Expr { rust, parts, fallible, awaits }
}

/// Takes the `?` out of an `init` that hands its claims back, if it ends in one.
pub(super) fn without_question(expr: &mut Expr) {
    let last = expr.rust.marks.last().filter(|mark| mark.tokens.end == expr.rust.tokens.len());
    if let Some(mark) = last.filter(|mark| matches!(mark.kind, MarkKind::Question)) {
        expr.parts.push(Part { tokens: mark.tokens.clone(), span: mark.span, kind: PartKind::TrailingQuestion });
    }
}

fn constant(
    name: &Ident,
    scope: Option<&SelfScope<'_>>,
    names: &Names,
    diagnostics: &mut Diagnostics,
) -> Option<PartKind> {
    let Some(scope) = scope else {
        diagnostics.push(messages::no_self(name));
        return None;
    };
    let value = scope.get(&name.name);
    if value.is_none() && !names.may_be_lost(&name.name) {
        let known = scope.constants.keys().copied();
        let known = known.chain(scope.address.map(|_| "reg")).take(candidates(diagnostics));
        diagnostics.push(messages::unknown_constant(name, known));
    }
    value.map(PartKind::Constant)
}

fn claim(base: &Ident, field: Option<&Ident>, span: bringup_dsl::Span, names: &Names) -> Option<PartKind> {
    let input = names.input(&base.name)?;
    Some(PartKind::Claim(Claim { input, field: field.cloned(), span }))
}
