//! Words of the lints.

use crate::graph::{Edge, EdgeKind};
use crate::model::{Model, NodeId};
use bringup_dsl::{Code, Diagnostic, Span};

pub(crate) fn deferred_at_boot(model: &Model, node: NodeId, flag: Span, by: (NodeId, Span)) -> Diagnostic {
    let (label, by, place) = (model.label(node), model.label(by.0), by.1);
    Diagnostic::new(Code::L0901, format!("`{label}` is `init_skip` and comes up at boot"), flag, "not at boot")
        .related(place, format!("`{by}` comes up at boot and needs it"))
        .help(format!("take `init_skip` out, or make `{by}` `init_skip` as well"))
}

pub(crate) fn comes_up_once(label: &str, flag: Span, claim: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::L0902, format!("`{label}` can come up only once"), flag, "comes up on demand")
        .related(claim, format!("claims `{what}` and never gives it back"))
        .help(format!("give it back: `deinit ({what}) = this.…;`"))
}

pub(crate) fn priority_without_effect(
    label: &str,
    span: Span,
    why: &str,
    place: Option<(Span, String)>,
) -> Diagnostic {
    let title = format!("the priority of `{label}` has no effect");
    let diagnostic = Diagnostic::new(Code::L0903, title, span, why);
    match place {
        Some((span, text)) => diagnostic.related(span, text),
        None => diagnostic,
    }
}

pub(crate) fn stated_twice(model: &Model, edge: &Edge, other: &Edge) -> Diagnostic {
    let word = |edge: &Edge| if edge.kind == EdgeKind::After { "after" } else { "depends" };
    let (from, to) = (model.label(edge.from), model.label(edge.to));
    let title = format!("`{}` of `{from}` names `{to}` needlessly", word(edge));
    Diagnostic::new(Code::L0904, title, edge.span, "changes nothing")
        .related(other.span, super::order::edge(model, other))
}

pub(crate) fn unused_rail(label: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::L0905, format!("rail `{label}` is never used"), span, "no node is powered from it")
}

pub(crate) fn unused_input(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::L0906, format!("input `{name}` is never used"), span, "no node claims it")
}

pub(crate) fn never_switched_off(label: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::L0907,
        format!("rail `{label}` is never switched off"),
        span,
        "has `enable` and no `disable`",
    )
    .help("add `disable = …;`, so that a failed boot does not leave it on")
}
