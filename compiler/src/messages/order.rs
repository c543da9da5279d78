//! Words about edges and order.

use crate::graph::{Edge, EdgeKind};
use crate::model::{At, LevelId, Model};
use bringup_dsl::{Code, Diagnostic, Span};

/// The edge as a sentence.
pub(crate) fn edge(model: &Model, edge: &Edge) -> String {
    let (from, to) = (model.label(edge.from), model.label(edge.to));
    match edge.kind {
        EdgeKind::After => format!("`{from}` comes after `{to}`"),
        EdgeKind::Depends => format!("`{from}` depends on `{to}`"),
        EdgeKind::Power => format!("`{from}` is powered by `{to}`"),
        EdgeKind::From => format!("`{from}` is fed from `{to}`"),
        EdgeKind::Control => format!("`{from}` is switched by `{to}`"),
        EdgeKind::Held => format!("`{from}` uses `{to}`"),
        EdgeKind::Lent => format!("`{from}` borrows `{to}`"),
        EdgeKind::Bus => format!("`{from}` sits on bus `{to}`"),
    }
}

/// Many nodes can share one long path through rails: each shows this much of it.
const MOST_PLACES: usize = 16;
/// More names than this in a title help nobody.
const MOST_NAMES: usize = 6;

pub(crate) fn cycle(model: &Model, cycle: &[Edge]) -> Diagnostic {
    let names: Vec<&str> = cycle.iter().map(|edge| model.label(edge.from)).collect();
    let title = match names.as_slice() {
        [one] => format!("dependency cycle: `{one}` needs itself"),
        few if few.len() <= MOST_NAMES => format!("dependency cycle between {}", super::list(few)),
        many => format!("dependency cycle of {} nodes, among them `{}` and `{}`", many.len(), many[0], many[1]),
    };
    let softest = cycle.iter().min_by_key(|edge| edge.kind).map(|softest| break_at(model, softest));
    path(model, Code::B0301, title, cycle, cycle.len()).maybe_help(softest)
}

/// How to take the edge out.
fn break_at(model: &Model, edge: &Edge) -> String {
    let (from, to) = (model.label(edge.from), model.label(edge.to));
    let itself = edge.from == edge.to;
    match edge.kind {
        EdgeKind::After if !itself => format!("`after` only orders: take `&{to}` out of `after` of `{from}`"),
        EdgeKind::Depends if !itself => format!("take `&{to}` out of `depends` of `{from}` if it works without"),
        EdgeKind::After | EdgeKind::Depends => format!("take `&{to}` out: nothing comes up before itself"),
        EdgeKind::From if itself => "name the rail that feeds it, or leave `from` out".to_owned(),
        EdgeKind::Held | EdgeKind::Lent if itself => {
            "inside its own `deinit` a node is `this`; inside `init` it does not exist yet".to_owned()
        }
        EdgeKind::Power => format!("power `{from}` from a rail that is on before `{to}`"),
        EdgeKind::From => format!("feed `{from}` from a rail other than `{to}`"),
        EdgeKind::Control => format!("switch `{from}` by something that does not need it"),
        EdgeKind::Held | EdgeKind::Lent => format!("make `{from}` without `{to}`, and hand it over later"),
        EdgeKind::Bus => format!("move `{from}` out of `{to}`"),
    }
}

/// A diagnostic at the first edge, with every other one labelled at its place.
fn path(model: &Model, code: Code, title: String, path: &[Edge], most: usize) -> Diagnostic {
    let first = &path[0];
    let mut diagnostic = Diagnostic::new(code, title, first.span, edge(model, first));
    for step in path[1..].iter().take(most) {
        diagnostic = diagnostic.related(step.span, edge(model, step));
    }
    match path.len() - 1 {
        shown if shown <= most => diagnostic,
        all => diagnostic.note(format!("{} more steps are left out", all - most)),
    }
}

/// `steps` leads from the node to what it needs; more than one edge only where rails are in between.
pub(crate) fn level_inversion(model: &Model, steps: &[Edge], own: At<LevelId>, later: At<LevelId>) -> Diagnostic {
    let (first, last) = (steps[0], steps[steps.len() - 1]);
    let (node, needed) = (model.label(first.from), model.label(last.to));
    let places = (own.span, later.span);
    let (own, later) = (&model.level(own.value).name, &model.level(later.value).name);
    let verb = if last.kind == EdgeKind::After { "comes after" } else { "needs" };
    let title = format!("level inversion: `{node}` of `{own}` {verb} `{needed}` of the later level `{later}`");
    path(model, Code::B0302, title, steps, MOST_PLACES)
        .related(places.0, format!("`{node}` comes up in `{own}`"))
        .related(places.1, format!("`{needed}` comes up in `{later}`"))
        .help(format!("move `{node}` to `{later}`, or `{needed}` to `{own}`"))
}

pub(crate) fn needs_optional(model: &Model, steps: &[Edge], optional: Span) -> Diagnostic {
    let (first, last) = (steps[0], steps[steps.len() - 1]);
    let (node, needed) = (model.label(first.from), model.label(last.to));
    let title = format!("`{node}` is required and needs the optional `{needed}`");
    path(model, Code::B0303, title, steps, MOST_PLACES).related(optional, format!("`{needed}` may fail")).help(
        match model.node(first.from).rail() {
            Some(_) => format!(
                "take `level` out of `{node}`, so that it comes up for its users, or make `{needed}` required"
            ),
            None => format!("make `{node}` optional as well, or `{needed}` required"),
        },
    )
}
