//! The picture as a page: to search, to ask why, and to see what a node takes with it.

use super::scene::{Item, Scene};
use super::svg::drawing;
use crate::Stop;
use crate::board::Board;
use crate::commands::explain::nodes::sentence;
use crate::picture::{TOOLS_SCRIPT, TOOLS_STYLES, data, search_box};
use bringup_compiler::graph::Edge;
use bringup_compiler::view;
use maud::{Markup, html};
use serde::Serialize;

const STYLES: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What the script knows. Nodes and pairs are in the order of the scene: the picture has their numbers.
#[derive(Serialize)]
struct Data<'a> {
    nodes: Vec<Node<'a>>,
    pairs: Vec<Pair>,
    /// Pairs, in the order that the lines of the picture have ranges of.
    carried: Vec<usize>,
}

#[derive(Serialize)]
struct Node<'a> {
    label: &'a str,
    facts: String,
    why: Vec<String>,
    place: String,
}

#[derive(Serialize)]
struct Pair {
    from: u32,
    to: u32,
    /// Whether the needed node is kept up while the other is.
    holds: bool,
    /// Each edge as a sentence, and its place.
    says: Vec<[String; 2]>,
}

pub(crate) fn page(scene: &Scene, board: &Board) -> Result<String, Stop> {
    let (drawing, carried) = drawing(scene)?;
    let whys = whys(scene, board);
    let node = |(number, why): (usize, Vec<String>)| {
        let item = &scene.nodes[number];
        Node { label: item.label, facts: facts(scene, item), why, place: item.place.to_string() }
    };
    let pair = |pair: &super::scene::Pair| {
        let edges = || pair.edges.iter().map(|edge| &scene.edges[*edge]);
        Pair {
            from: pair.from.0,
            to: pair.to.0,
            holds: edges().any(|link| link.edge.kind.holds()),
            says: edges().map(|link| [link.text.clone(), link.place.to_string()]).collect(),
        }
    };
    let known = Data {
        nodes: whys.into_iter().enumerate().map(node).collect(),
        pairs: scene.pairs.iter().map(pair).collect(),
        carried,
    };
    let head = html! { (header(scene)) (data(&known)) };
    Ok(drawing.page(&head, &format!("{TOOLS_STYLES}{STYLES}"), &format!("{TOOLS_SCRIPT}{SCRIPT}")))
}

fn header(scene: &Scene) -> Markup {
    html! {
        header {
            h1 { (scene.board) }
            span.muted { (scene.file) }
            p.tools {
                (search_box())
                button #out title="smaller (-)" aria-label="smaller" { "\u{2212}" }
                button #in title="larger (+)" aria-label="larger" { "+" }
                button #all title="as wide as the window (0)" { "fit" }
                span.muted { "click a node for all that it needs, again for all that needs it; Escape shows everything" }
            }
        }
    }
}

/// What it is, and where in the boot.
fn facts(scene: &Scene, item: &Item) -> String {
    let kind = item.kind.name();
    let mut facts = vec![item.ty.as_ref().map_or(kind.to_owned(), |ty| format!("{kind} {ty}"))];
    facts.extend(item.voltage.clone());
    if let Some((position, all)) = item.position.zip(scene.booting) {
        facts.push(format!("position {position} of {all}"));
    }
    facts.extend(item.level.and_then(|level| scene.levels.get(level)).map(|level| format!("level {level}")));
    facts.extend(item.priority.map(|priority| format!("priority {priority}")));
    facts.extend(item.remarks().into_iter().map(str::to_owned));
    facts.join(", ")
}

/// By node, why it comes where it comes: on whose account, what it needs, and what puts it after the node before it.
fn whys(scene: &Scene, board: &Board) -> Vec<Vec<String>> {
    let Some(model) =
        board.plan.as_ref().map(|plan| &plan.model).or(board.broken.as_ref().map(|broken| &broken.model))
    else {
        return Vec::new();
    };
    let edges: Vec<Edge> = scene.edges.iter().map(|link| link.edge).collect();
    let mut whys: Vec<Vec<String>> = Vec::new();
    for (id, item) in model.ids().zip(&scene.nodes) {
        let pulled = item.needed_by.map(|by| format!("pulled in by {}", scene.node(by).label));
        let needs = Some(view::needs(model, &edges, id)).filter(|needs| !needs.is_empty());
        whys.push(pulled.into_iter().chain(needs).collect());
    }
    if let Some(plan) = &board.plan {
        for two in plan.steps.windows(2) {
            let why = view::why(plan, two[0].node, two[1].node);
            whys[two[1].node.0 as usize].push(sentence(plan, &why, two[1].node));
        }
    }
    whys
}
