//! For programs; cli/JSON.md describes it.

use super::kinds::name;
use super::scene::{Item, Link, Scene};
use crate::message;
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    board: &'a str,
    file: &'a str,
    levels: &'a [&'a str],
    nodes: Vec<Node<'a>>,
    edges: Vec<Edge<'a>>,
    cycles: Vec<Vec<&'a str>>,
}

#[derive(Serialize)]
struct Node<'a> {
    label: &'a str,
    kind: &'static str,
    #[serde(rename = "type")]
    ty: Option<&'a str>,
    level: Option<&'a str>,
    priority: Option<u16>,
    position: Option<usize>,
    needed_by: Option<&'a str>,
    at_boot: bool,
    on_at_reset: bool,
    optional: bool,
    disabled: bool,
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Edge<'a> {
    from: &'a str,
    to: &'a str,
    kind: &'static str,
    holds: bool,
    in_cycle: bool,
    text: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
}

pub(crate) fn json(scene: &Scene) -> String {
    let cycles = scene.cycles.iter().map(|cycle| cycle.iter().map(|id| scene.node(*id).label).collect());
    message::json(&Document {
        schema: 1,
        board: scene.board,
        file: scene.file,
        levels: &scene.levels,
        nodes: scene.nodes.iter().map(|item| node(scene, item)).collect(),
        edges: scene.edges.iter().map(|link| edge(scene, link)).collect(),
        cycles: cycles.collect(),
    }) + "\n"
}

fn node<'a>(scene: &'a Scene, item: &'a Item) -> Node<'a> {
    Node {
        label: item.label,
        kind: item.kind.name(),
        ty: item.ty.as_deref(),
        level: item.level.and_then(|level| scene.levels.get(level).copied()),
        priority: item.priority,
        position: item.position,
        needed_by: item.needed_by.map(|by| scene.node(by).label),
        at_boot: item.at_boot,
        on_at_reset: item.on_at_reset,
        optional: item.optional,
        disabled: item.disabled,
        file: item.place.file,
        line: item.place.start.0,
        column: item.place.start.1,
    }
}

fn edge<'a>(scene: &'a Scene, link: &'a Link) -> Edge<'a> {
    Edge {
        from: scene.node(link.edge.from).label,
        to: scene.node(link.edge.to).label,
        kind: name(link.edge.kind),
        holds: link.edge.kind.holds(),
        in_cycle: link.in_cycle,
        text: &link.text,
        file: link.place.file,
        line: link.place.start.0,
        column: link.place.start.1,
    }
}
