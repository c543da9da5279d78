//! Words of the lints.

use crate::graph::{Edge, EdgeKind};
use crate::model::Model;
use bringup_dsl::{Code, Diagnostic, Span};

/// `needed`: the edge from what boots.
pub(crate) fn deferred_at_boot(model: &Model, needed: &Edge, flag: Span) -> Diagnostic {
    let (label, by) = (model.label(needed.to), model.label(needed.from));
    let help = match model.node(needed.from).rail() {
        Some(_) => format!("take `init_skip` out, or make the nodes on `{by}` `init_skip` as well"),
        None => format!("take `init_skip` out, or make `{by}` `init_skip` as well"),
    };
    Diagnostic::new(Code::L0901, format!("`{label}` is `init_skip` and comes up at boot"), flag, "not at boot")
        .related(needed.span, format!("`{by}` comes up at boot and needs it"))
        .help(help)
}

/// `kept`: what is claimed and not given back, each with its place. `all`: everything that is claimed.
pub(crate) fn comes_up_once(label: &str, flag: Span, kept: &[(String, Span)], all: &[String]) -> Diagnostic {
    let mut diagnostic =
        Diagnostic::new(Code::L0902, format!("`{label}` can come up only once"), flag, "comes up on demand");
    for (what, span) in kept {
        diagnostic = diagnostic.related(*span, format!("claims `{what}` and never gives it back"));
    }
    diagnostic.help(format!("give back all of it: `deinit ({}) = …;`", all.join(", ")))
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
    .help("take the priority out")
}

/// `given`: the name of the property and the place of its value.
pub(crate) fn retry_without_effect(label: &str, given: (&str, Span), why: &str, help: &str) -> Diagnostic {
    let title = format!("`{}` of `{label}` has no effect", given.0);
    Diagnostic::new(Code::L0909, title, given.1, why).help(help)
}

pub(crate) fn table_without_runs(form: Span, concurrent: Option<Span>) -> Diagnostic {
    let lint = Diagnostic::new(Code::L0913, "no step comes up from a table", form, "has no effect");
    match concurrent {
        Some(concurrent) => lint
            .related(concurrent, "each step is a task of its own")
            .help("take out `codegen = table` or `concurrent`"),
        None => lint
            .note(
                "a table takes nodes in a row without a handle, whose `init` is a call without arguments, such as \
                 `uart::init()?`, and whose `deinit`, if there is one, is another without `?`",
            )
            .help("take it out"),
    }
}

pub(crate) fn optional_cannot_fail(label: &str, flag: Span) -> Diagnostic {
    Diagnostic::new(Code::L0910, format!("`{label}` is `optional` and cannot fail"), flag, "changes nothing")
        .note("neither its `init` nor anything that it needs can fail")
        .help("take `optional` out, or let `init` fail")
}

pub(crate) fn stated_twice(model: &Model, edge: &Edge, other: &Edge) -> Diagnostic {
    let word = |edge: &Edge| if edge.kind == EdgeKind::After { "after" } else { "depends" };
    let (from, to) = (model.label(edge.from), model.label(edge.to));
    let title = format!("`{}` of `{from}` names `{to}` needlessly", word(edge));
    Diagnostic::new(Code::L0904, title, edge.span, "changes nothing")
        .related(other.span, super::order::edge(model, other))
        .help(format!("take `&{to}` out of `{}`", word(edge)))
}

pub(crate) fn unused_rail(label: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::L0905, format!("rail `{label}` is never used"), span, "no node is powered from it")
        .help(format!("write `power = &{label};` in the node that it feeds, or take it out"))
}

pub(crate) fn unused_input(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::L0906, format!("input `{name}` is never used"), span, "no node claims it")
        .help("take it out, or use it in an `init`")
}

/// `stays_on`: it is on at reset, and whatever boots leaves it on.
pub(crate) fn never_switched_off(label: &str, span: Span, stays_on: bool) -> Diagnostic {
    let help = match stays_on {
        true => "add `disable = …;`, so that it can be suspended, or take `enable` out",
        false => "add `disable = …;`, so that a failed boot does not leave it on",
    };
    Diagnostic::new(
        Code::L0907,
        format!("rail `{label}` is never switched off"),
        span,
        "has `enable` and no `disable`",
    )
    .help(help)
}
