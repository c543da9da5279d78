//! Where devices stand above each other, and where the lines between them run: worked out by `rust-sugiyama`.
//!
//! What it gets is layered already: a vertex for every device in its column, and for every net one in each column that it
//! passes. So it orders columns such that few lines cross, and places them.

use super::scene::Scene;
use crate::Stop;
use bringup_compiler::graph::EdgeKind;
use bringup_compiler::model::NodeId;
use petgraph::stable_graph::{NodeIndex, StableDiGraph};
use rust_sugiyama::configure::{Config, CrossingMinimization, RankingType};
use rust_sugiyama::from_graph;
use std::collections::HashMap;

/// Everything that is drawn as one line from a device to those that need it: as in a schematic, it forks as late as possible.
pub(crate) struct Net {
    pub(crate) source: NodeId,
    pub(crate) kind: EdgeKind,
    pub(crate) in_cycle: bool,
    /// Indices in [`Scene::pairs`], by column.
    pub(crate) pairs: Vec<usize>,
    /// Where it passes the columns after that of its source.
    pub(crate) passes: Vec<f64>,
}

pub(crate) struct Layout {
    /// The middle of each device, from the top of them all. 0 of rails.
    pub(crate) middles: Vec<f64>,
    pub(crate) nets: Vec<Net>,
    pub(crate) height: f64,
}

/// A picture of so many is of no use to anybody, and takes some seconds. It also bounds the depth of recursion in the library.
const MOST_VERTICES: usize = 100_000;
/// Up to here there is time to look for a better order.
const MOST_IMPROVED: usize = 1_500;
/// What the library takes of the stack for each vertex, with plenty to spare.
const STACK: usize = 4 << 10;
/// Between boxes, and between a line and what is beside it.
const GAP: f64 = 18.0;
const LINE_GAP: f64 = 9.0;

/// What a vertex stands for.
#[derive(Clone, Copy)]
enum Vertex {
    Device(NodeId),
    /// Which net, and which of its passes.
    Pass(usize, usize),
    /// Keeps columns where they are, and is not drawn.
    Spine,
}

/// `heights` of the boxes, by node.
pub(crate) fn lay_out(scene: &Scene, heights: &[f64]) -> Result<Layout, Stop> {
    let mut nets = nets(scene);
    let columns = scene.all_columns();
    let passes: usize = nets.iter().map(|net| net.passes.len()).sum();
    let vertices = scene.nodes.len() + columns + passes;
    if vertices > MOST_VERTICES {
        return Err(Stop::Failure(format!(
            "{}: too large for a picture: {} nodes, and lines that pass {passes} columns; together at most \
             {MOST_VERTICES} can be placed. `--as dot`, `--as mermaid` and `--format json` have no limit",
            scene.file,
            scene.nodes.len(),
        )));
    }
    let mut what: Vec<(usize, Vertex, f64)> = Vec::new();
    let mut graph: StableDiGraph<f64, ()> = StableDiGraph::new();
    let mut add = |graph: &mut StableDiGraph<f64, ()>, column: usize, vertex: Vertex, height: f64| {
        what.push((column, vertex, height));
        graph.add_node(height)
    };
    let spine: Vec<NodeIndex> = (0..=columns).map(|at| add(&mut graph, at, Vertex::Spine, 0.0)).collect();
    for two in spine.windows(2) {
        graph.add_edge(two[0], two[1], ());
    }
    let mut boxes: Vec<Option<NodeIndex>> = vec![None; heights.len()];
    for id in scene.in_order().into_iter().filter(|id| !scene.is_rail(*id)) {
        let height = heights[id.0 as usize];
        boxes[id.0 as usize] = Some(add(&mut graph, scene.node(id).column + 1, Vertex::Device(id), height));
    }
    // petgraph lists the edges of a vertex from the last added to the first, and the library starts with that order.
    for (number, net) in nets.iter().enumerate().rev() {
        let Some(source) = boxes[net.source.0 as usize] else { continue };
        let first = scene.node(net.source).column + 1;
        let mut line = vec![source];
        for pass in 0..net.passes.len() {
            let vertex = add(&mut graph, first + pass + 1, Vertex::Pass(number, pass), 0.0);
            graph.add_edge(line[pass], vertex, ());
            line.push(vertex);
        }
        for pair in net.pairs.iter().rev() {
            let user = scene.pairs[*pair].from;
            let fork = line.get(scene.node(user).column - first).copied();
            fork.zip(boxes[user.0 as usize]).map(|(fork, user)| graph.add_edge(fork, user, ()));
        }
    }
    // The library would move what needs nothing to the first column.
    for (at, (column, ..)) in what.iter().enumerate().rev() {
        let vertex = NodeIndex::new(at);
        if *column > 0 && graph.neighbors_directed(vertex, petgraph::Incoming).next().is_none() {
            graph.add_edge(spine[column - 1], vertex, ());
        }
    }
    let found = place(graph)?;
    let mut middles = vec![0.0; heights.len()];
    let height = in_columns(&what, &found, |vertex, middle| match vertex {
        Vertex::Device(id) => middles[id.0 as usize] = middle,
        Vertex::Pass(net, pass) => nets[net].passes[pass] = middle,
        Vertex::Spine => {}
    });
    Ok(Layout { middles, nets, height })
}

/// Nets of what comes after what it needs; what does not is no business of the library.
fn nets(scene: &Scene) -> Vec<Net> {
    let mut known: HashMap<(NodeId, EdgeKind, bool), usize> = HashMap::new();
    let mut nets: Vec<Net> = Vec::new();
    for (at, pair) in scene.pairs.iter().enumerate() {
        let [user, source] = [pair.from, pair.to].map(|id| scene.node(id).column);
        if scene.is_rail(pair.from) || scene.is_rail(pair.to) || user <= source {
            continue;
        }
        let number = *known.entry((pair.to, pair.kind, pair.in_cycle)).or_insert(nets.len());
        if number == nets.len() {
            let (source, kind, in_cycle) = (pair.to, pair.kind, pair.in_cycle);
            nets.push(Net { source, kind, in_cycle, pairs: Vec::new(), passes: Vec::new() });
        }
        let net = &mut nets[number];
        net.pairs.push(at);
        let passes = net.passes.len().max(user - source - 1);
        net.passes.resize(passes, 0.0);
    }
    let mut turns = vec![0; scene.nodes.len()];
    scene.in_order().iter().enumerate().for_each(|(turn, id)| turns[id.0 as usize] = turn);
    nets.iter_mut().for_each(|net| {
        net.pairs.sort_by_key(|pair| {
            let user = scene.pairs[*pair].from;
            (scene.node(user).column, turns[user.0 as usize])
        })
    });
    nets
}

/// Places by vertex, across the columns. On a stack of its own, because the library is recursive, about as deep as there are
/// vertices. Should it panic, its thread ends and we go on; with barycenters, which are always numbers, and without cycles and
/// empty columns it has no reason to.
fn place(graph: StableDiGraph<f64, ()>) -> Result<Vec<f64>, Stop> {
    let vertices = graph.node_count();
    let config = Config {
        vertex_spacing: GAP,
        // The longest way from the spine, and nothing else: that is the column.
        ranking_type: RankingType::Up,
        c_minimization: CrossingMinimization::Barycenter,
        transpose: vertices <= MOST_IMPROVED,
        ..Config::default()
    };
    let work = move || from_graph(&graph, &|_, height| (*height, 1.0), &config);
    let thread = std::thread::Builder::new().stack_size((8 << 20) + vertices * STACK).spawn(work);
    let impossible =
        || Stop::Failure("the picture could not be laid out; `--as dot` leaves that to Graphviz".to_owned());
    let layouts = thread.map_err(|_| impossible())?.join().map_err(|_| impossible())?;
    let mut places = vec![0.0; vertices];
    // Everything hangs on the spine, so there is one layout.
    for (vertex, (across, _)) in layouts.into_iter().flat_map(|(layout, ..)| layout) {
        places[vertex.index()] = across;
    }
    Ok(places)
}

/// Gives everything its place in the order that was found, and sees to it that nothing overlaps. Returns the height.
fn in_columns(what: &[(usize, Vertex, f64)], found: &[f64], mut give: impl FnMut(Vertex, f64)) -> f64 {
    let mut order: Vec<usize> = (0..what.len()).filter(|at| !matches!(what[*at].1, Vertex::Spine)).collect();
    order.sort_by(|a, b| what[*a].0.cmp(&what[*b].0).then(found[*a].total_cmp(&found[*b])).then(a.cmp(b)));
    let mut middles = vec![0.0_f64; what.len()];
    for of_column in order.chunk_by(|a, b| what[*a].0 == what[*b].0) {
        let mut above: Option<usize> = None;
        for at in of_column {
            let least = above.map_or(f64::NEG_INFINITY, |above| middles[above] + apart(what[above].2, what[*at].2));
            middles[*at] = found[*at].max(least);
            above = Some(*at);
        }
    }
    let top = order.iter().map(|at| middles[*at] - what[*at].2 / 2.0).fold(f64::INFINITY, f64::min);
    let bottom = order.iter().map(|at| middles[*at] + what[*at].2 / 2.0).fold(f64::NEG_INFINITY, f64::max);
    order.iter().for_each(|at| give(what[*at].1, middles[*at] - top));
    (bottom - top).max(0.0)
}

fn apart(above: f64, below: f64) -> f64 {
    let gap = if above > 0.0 && below > 0.0 { GAP } else { LINE_GAP };
    (above + below) / 2.0 + gap
}
