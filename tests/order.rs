//! The order of random boards, against a reference that is written as LANGUAGE says it and does nothing else.

use bringup_compiler::codegen::{Setup, TextTokens, generate};
use bringup_tests::{Compiled, compile_text};
use proptest::prelude::*;
use std::fmt::Write;

const LEVELS: [&str; 3] = ["early", "middle", "late"];

/// A device or a rail before it is known which of its edges are possible.
#[derive(Clone, Debug)]
struct Raw {
    rail: bool,
    level: usize,
    priority: u16,
    deferred: bool,
    /// Edges only lead to vertices of a lower rank, so there is no cycle.
    rank: u16,
    edges: Vec<(usize, bool)>,
}

/// The same with the edges that are possible. `level` of a rail: its users are of this level or a later one.
#[derive(Debug)]
struct Vertex {
    raw: Raw,
    holds: Vec<usize>,
    after: Vec<usize>,
}

fn raw() -> impl Strategy<Value = Raw> {
    let edges = prop::collection::vec((0..64usize, prop::bool::weighted(0.25)), 0..5);
    (prop::bool::weighted(0.25), 0..3usize, 0..4u16, prop::bool::weighted(0.2), any::<u16>(), edges).prop_map(
        |(rail, level, priority, deferred, rank, edges)| Raw { rail, level, priority, deferred, rank, edges },
    )
}

fn vertices(raw: Vec<Raw>) -> Vec<Vertex> {
    let rank = |at: usize| (raw[at].rank, at);
    let possible = |from: usize, to: usize| {
        let (a, b) = (&raw[from], &raw[to]);
        to != from && rank(to) < rank(from) && b.level <= a.level
    };
    let mut vertices = Vec::new();
    for (at, vertex) in raw.iter().enumerate() {
        let (mut holds, mut after): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        for (to, only_after) in &vertex.edges {
            let to = to % raw.len();
            // A rail comes after rails only.
            let list = if *only_after && (!vertex.rail || raw[to].rail) { &mut after } else { &mut holds };
            // A rail has one `from` and one `control`.
            let one_each = !vertex.rail || !list.iter().any(|other| raw[*other].rail == raw[to].rail);
            if possible(at, to) && one_each && !list.contains(&to) {
                list.push(to);
            }
        }
        vertices.push(Vertex { raw: vertex.clone(), holds, after });
    }
    vertices
}

fn board(vertices: &[Vertex]) -> String {
    let mut text = String::from("board! {\n    board random;\n    levels early, middle, late;\n");
    let list = |ids: &[usize]| ids.iter().map(|id| format!("&v{id}")).collect::<Vec<_>>().join(", ");
    for (at, vertex) in vertices.iter().enumerate() {
        let Raw { rail, level, priority, deferred, .. } = vertex.raw;
        let mut body = String::new();
        if rail {
            body += " enable = on(); disable = off();";
            for to in &vertex.holds {
                let property = if vertices[*to].raw.rail { "from" } else { "control" };
                write!(body, " {property} = &v{to};").unwrap();
            }
        } else {
            write!(body, " level = {}; priority = {priority}; init = up();", LEVELS[level]).unwrap();
            let (rails, nodes): (Vec<usize>, Vec<usize>) =
                vertex.holds.iter().partition(|to| vertices[**to].raw.rail);
            rails.iter().for_each(|to| write!(body, " power = &v{to};").unwrap());
            if !nodes.is_empty() {
                write!(body, " depends = [{}];", list(&nodes)).unwrap();
            }
            if deferred {
                body += " init_skip;";
            }
        }
        if !vertex.after.is_empty() {
            write!(body, " after = [{}];", list(&vertex.after)).unwrap();
        }
        writeln!(text, "    {}v{at} {{{body} }}", if rail { "rail " } else { "" }).unwrap();
    }
    text + "}\n"
}

/// The order as LANGUAGE section 7 words it.
fn reference(vertices: &[Vertex]) -> Vec<usize> {
    fn need(vertices: &[Vertex], at: usize, boots: &mut Vec<usize>) {
        if !boots.contains(&at) {
            boots.push(at);
            vertices[at].holds.iter().for_each(|to| need(vertices, *to, boots));
        }
    }
    // `after` also orders through what does not boot, so the walk passes over such nodes.
    fn bring_up(vertices: &[Vertex], at: usize, order: &mut Vec<usize>) {
        if order.contains(&at) {
            return;
        }
        let mut needs: Vec<usize> = vertices[at].holds.iter().chain(&vertices[at].after).copied().collect();
        sort(vertices, &mut needs);
        needs.iter().for_each(|to| bring_up(vertices, *to, order));
        order.push(at);
    }
    fn sort(vertices: &[Vertex], ids: &mut [usize]) {
        ids.sort_by_key(|at| {
            let raw = &vertices[*at].raw;
            if raw.rail { (1, 0, 0, *at) } else { (0, raw.level, raw.priority, *at) }
        });
    }
    let roots: Vec<usize> =
        (0..vertices.len()).filter(|at| !vertices[*at].raw.rail && !vertices[*at].raw.deferred).collect();
    let mut boots = Vec::new();
    roots.iter().for_each(|at| need(vertices, *at, &mut boots));
    let mut sorted = boots.clone();
    sorted.retain(|at| !vertices[*at].raw.rail);
    sort(vertices, &mut sorted);
    let mut order = Vec::new();
    sorted.iter().for_each(|at| bring_up(vertices, *at, &mut order));
    order.retain(|at| boots.contains(at));
    order
}

fn compiled_order(compiled: &Compiled) -> Vec<usize> {
    compiled.order().iter().map(|label| label[1..].parse().expect("labels are v and a number")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_boards_come_up_in_the_reference_order(raw in prop::collection::vec(raw(), 1..24)) {
        let vertices = vertices(raw);
        let text = board(&vertices);
        let compiled = compile_text(&text);
        prop_assert!(compiled.plan.is_some(), "{}\n{text}", compiled.rendered());
        let order = compiled_order(&compiled);
        prop_assert_eq!(&order, &reference(&vertices), "{}", text);
        let position = |at: &usize| order.iter().position(|other| other == at);
        for (at, vertex) in vertices.iter().enumerate().filter(|(at, _)| position(at).is_some()) {
            for to in &vertex.holds {
                prop_assert!(position(to) < position(&at) && position(to).is_some(), "v{at} needs v{to}");
            }
            for to in vertex.after.iter().filter(|to| position(to).is_some()) {
                prop_assert!(position(to) < position(&at), "v{at} comes after v{to}");
            }
        }
    }
}

#[test]
fn the_reference_is_not_the_declaration_order() {
    let node = |level, rank, edges| Raw { rail: false, level, priority: 0, deferred: false, rank, edges };
    let vertices = vertices(vec![node(1, 2, vec![(2, false)]), node(0, 1, vec![]), node(1, 0, vec![])]);
    assert_eq!(reference(&vertices), [1, 2, 0]);
}

#[test]
fn a_chain_of_100_000_nodes_works() {
    let mut parts: Vec<String> = Vec::new();
    let text = String::from("board! {\n    board chain;\n    include \"part0.board\";\n}\n");
    let total = 100_000;
    // Declared from the last to the first, so that every node pulls in the whole rest.
    for chunk in 0..10 {
        let mut part = format!("board! {{\n    fragment part{chunk};\n");
        for at in (chunk * total / 10..(chunk + 1) * total / 10).rev() {
            let depends = if at + 1 < total { format!(" depends = [&n{}];", at + 1) } else { String::new() };
            writeln!(part, "n{at}{{init=up();{depends}}}").unwrap();
        }
        if chunk + 1 < 10 {
            writeln!(part, "include \"part{}.board\";", chunk + 1).unwrap();
        }
        parts.push(part + "}\n");
    }
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("chain");
    std::fs::create_dir_all(&folder).unwrap();
    for (number, part) in parts.iter().enumerate() {
        std::fs::write(folder.join(format!("part{number}.board")), part).unwrap();
    }
    std::fs::write(folder.join("input.board"), text).unwrap();
    let compiled = bringup_tests::compile_folder(&folder);
    assert_eq!(compiled.codes(), [], "{}", compiled.rendered());
    let order = compiled.order();
    assert_eq!((order.len(), order[0], order[total - 1]), (total, "n99999", "n0"));

    let setup = Setup { krate: "::bringup".parse().expect("a path"), in_file: false };
    let plan = compiled.plan.as_ref().expect("no errors");
    let module = generate(plan, &TextTokens(&compiled.sources), &setup).to_string();
    assert!(module.contains("a board can have 65535 nodes and levels, and this one has 100001"), "{module:.200}");
}
