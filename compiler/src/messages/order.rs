//! Words about edges and order.

use crate::graph::{Edge, EdgeKind};
use crate::model::{Model, NodeId};
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

pub(crate) fn cycle(model: &Model, cycle: &[Edge]) -> Diagnostic {
    let names: Vec<&str> = cycle.iter().map(|edge| model.label(edge.from)).collect();
    let title = match names.as_slice() {
        [one] => format!("dependency cycle: `{one}` needs itself"),
        _ => format!("dependency cycle between {}", super::list(&names)),
    };
    let mut diagnostic = Diagnostic::new(Code::B0301, title, cycle[0].span, edge(model, &cycle[0]));
    for step in &cycle[1..] {
        diagnostic = diagnostic.related(step.span, edge(model, step));
    }
    let softest = cycle.iter().min_by_key(|edge| edge.kind).map(|softest| {
        let (from, to) = (model.label(softest.from), model.label(softest.to));
        match softest.kind {
            EdgeKind::After => format!("`after` only orders: take `&{to}` out of `after` of `{from}`"),
            EdgeKind::Depends => format!("take `&{to}` out of `depends` of `{from}` if the order does not matter"),
            EdgeKind::Power => format!("power `{from}` from a rail that is on before `{to}`"),
            EdgeKind::From => format!("feed `{from}` from a rail other than `{to}`"),
            EdgeKind::Control => format!("switch `{from}` by something that does not need it, or say `boot_on;`"),
            EdgeKind::Held | EdgeKind::Lent if softest.from == softest.to => {
                "a node cannot use itself: its handle exists only after `init`".to_owned()
            }
            EdgeKind::Held | EdgeKind::Lent => format!("make `{from}` without `{to}`, and hand it over later"),
            EdgeKind::Bus => format!("move `{from}` out of `{to}`"),
        }
    });
    diagnostic.maybe_help(softest)
}

/// `path` leads from the node to what it depends on; more than one edge only where rails are in between.
pub(crate) fn level_inversion(model: &Model, path: &[Edge], levels: (Span, Span)) -> Diagnostic {
    let (first, last) = (path[0], path[path.len() - 1]);
    let (node, needed) = (model.label(first.from), model.label(last.to));
    let level = |id: NodeId| model.node(id).device().map_or("", |device| &model.level(device.level.value).name);
    let (own, later) = (level(first.from), level(last.to));
    let title = format!("`{node}` of level `{own}` depends on `{needed}` of the later level `{later}`");
    let mut diagnostic = Diagnostic::new(Code::B0302, title, first.span, edge(model, &first));
    for step in &path[1..] {
        diagnostic = diagnostic.related(step.span, edge(model, step));
    }
    diagnostic
        .related(levels.0, format!("`{node}` comes up in `{own}`"))
        .related(levels.1, format!("`{needed}` comes up in `{later}`"))
        .help(format!("move `{node}` to `{later}`, or `{needed}` to `{own}`"))
}

pub(crate) fn needs_optional(model: &Model, path: &[Edge], optional: Span) -> Diagnostic {
    let (first, last) = (path[0], path[path.len() - 1]);
    let (node, needed) = (model.label(first.from), model.label(last.to));
    let title = format!("`{node}` is required and depends on the optional `{needed}`");
    let mut diagnostic = Diagnostic::new(Code::B0303, title, first.span, edge(model, &first));
    for step in &path[1..] {
        diagnostic = diagnostic.related(step.span, edge(model, step));
    }
    diagnostic
        .related(optional, format!("`{needed}` may fail"))
        .help(format!("make `{node}` optional as well, or `{needed}` required"))
}
