//! Who needs whom.

use super::{Raw, Supply, Use, Vertex, nearest};

/// Turns each edge the way that a board allows, and leaves out those that it does not. There are `levels` levels.
pub(crate) fn vertices(mut raw: Vec<Raw>, levels: usize) -> Vec<Vertex> {
    raw.iter_mut().for_each(|vertex| vertex.level %= levels);
    let mut vertices: Vec<Vertex> = raw.iter().map(|raw| Vertex { raw: raw.clone(), edges: Vec::new() }).collect();
    let rank = |at: usize| (raw[at].level, raw[at].rank, at);
    for (at, vertex) in raw.iter().enumerate() {
        for (other, choice) in &vertex.edges {
            let Some(other) = nearest(*other, 0..raw.len(), |at| raw[at].key) else { continue };
            let (at, to) = if rank(other) < rank(at) { (at, other) } else { (other, at) };
            let edges = &vertices[at].edges;
            if at == to || raw[to].disabled || edges.iter().any(|(other, _)| *other == to) {
                continue;
            }
            let how = possible(&raw[at], &raw[to], *choice, to < at, edges);
            vertices[at].edges.extend(how.map(|how| (to, how)));
        }
    }
    vertices
}

/// How `vertex` can need `need`, which is `declared` before it or not.
fn possible(vertex: &Raw, need: &Raw, choice: u8, declared: bool, edges: &[(usize, Use)]) -> Option<Use> {
    let has = |how| edges.iter().any(|(_, other)| *other == how);
    if need.optional && !vertex.optional {
        return (!vertex.rail || need.rail).then_some(Use::After);
    }
    match (vertex.rail, need.rail) {
        (false, false) => Some(between_devices(vertex, choice, need, declared && !has(Use::Nested))),
        (false, true) => Some(if choice % 8 < 2 { Use::After } else { Use::Power }),
        // What is always on does not hang on anything that is switched.
        (true, true) if choice % 8 < 2 || vertex.supply == Supply::AlwaysOn && need.supply.has_enable() => {
            Some(Use::After)
        }
        (true, true) => (!has(Use::From)).then_some(Use::From),
        (true, false) => of_rail(vertex.supply, choice, need, !has(Use::Control)),
    }
}

fn between_devices(vertex: &Raw, choice: u8, need: &Raw, may_nest: bool) -> Use {
    match choice % 12 {
        0..3 => Use::After,
        3 if may_nest => Use::Nested,
        _ if !need.parts.typed => Use::Depends,
        4 | 5 if vertex.parts.init => Use::Shared,
        6 if vertex.parts.deinit => Use::SharedDown,
        7 | 8 if vertex.parts.init => Use::Lent,
        9 if vertex.parts.deinit => Use::LentDown,
        10 if vertex.parts.deinit => Use::LentBoth,
        _ => Use::Depends,
    }
}

fn of_rail(supply: Supply, choice: u8, need: &Raw, may_control: bool) -> Option<Use> {
    let (enable, disable) = (supply.has_enable(), supply.has_disable());
    let live = matches!(supply, Supply::Switched | Supply::OnlyOn) || (!need.deferred && !need.optional);
    let (enable, disable) = (enable && need.parts.typed, disable && need.parts.typed);
    match choice % 6 {
        0 if enable => Some(Use::Lent),
        1 if disable => Some(Use::LentDown),
        2 if enable && disable => Some(Use::LentBoth),
        3 if enable => Some(Use::Shared),
        _ => (may_control && live).then_some(Use::Control),
    }
}
