//! The order of random boards in which nothing has to settle, against a reference that is written as LANGUAGE says it and
//! does nothing else. `schedule.rs` has boards in which rails settle.

#[allow(dead_code)] // other tests read more of it
mod random;
#[allow(dead_code)]
#[path = "order/reference.rs"]
mod reference;

use bringup_compiler::codegen::{Setup, TextTokens, generate};
use bringup_tests::{Compiled, compile_text};
use proptest::prelude::*;
use random::{Parts, Raw, Supply, Times};
use reference::Reference;
use std::fmt::Write;

fn number(label: &str) -> usize {
    label[1..].parse().expect("labels are v and a number")
}

/// The order of all nodes, and of those that boot.
fn compiled_order(compiled: &Compiled) -> (Vec<usize>, Vec<usize>) {
    let plan = compiled.plan.as_ref().expect("no errors");
    // Run-time control numbers what is built.
    let built: Vec<usize> = plan
        .model
        .ids()
        .filter(|id| plan.model.node(*id).disabled().is_none())
        .map(|id| number(plan.model.label(id)))
        .collect();
    let all = plan.control.order.iter().map(|node| built[*node]).collect();
    (all, compiled.order().into_iter().map(number).collect())
}

/// What settles is on at reset. Nobody waits for that at boot.
fn calm(mut raw: Raw) -> Raw {
    if matches!(raw.supply, Supply::Switched | Supply::OnlyOn) {
        raw.times = Times { takes: raw.times.takes, ..Times::default() };
    }
    raw
}

/// Level and priority with which each has its turn.
fn compiled_turns(compiled: &Compiled) -> Vec<(usize, u32)> {
    let plan = compiled.plan.as_ref().expect("no errors");
    plan.steps.iter().map(|step| (step.level.0 as usize, step.turn)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_boards_come_up_in_the_reference_order(
        raw in prop::collection::vec(random::raw(0.25, 0.35, 0.5).prop_map(calm), 1..24),
        levels in 1..5usize,
    ) {
        let vertices = random::vertices(raw, levels);
        let text = random::board(&vertices, levels);
        let compiled = compile_text(&text);
        prop_assert!(compiled.plan.is_some(), "{}\n{text}", compiled.rendered());
        let found = compiled_order(&compiled);
        let Reference { order, steps, turns, .. } = Reference::new(&vertices);
        prop_assert_eq!(&found, &(order, steps), "{}", text);
        let turns: Vec<_> = found.1.iter().map(|at| turns[*at]).collect();
        prop_assert_eq!(compiled_turns(&compiled), turns, "{}", text);
        for order in [found.0, found.1] {
            let position = |at: usize| order.iter().position(|other| *other == at);
            for (at, vertex) in vertices.iter().enumerate().filter(|(at, _)| position(*at).is_some()) {
                for to in vertex.holds() {
                    prop_assert!(position(to) < position(at) && position(to).is_some(), "v{at} needs v{to}");
                }
                for to in vertex.after().filter(|to| position(*to).is_some()) {
                    prop_assert!(position(to) < position(at), "v{at} comes after v{to}");
                }
            }
        }
    }
}

#[test]
fn the_reference_is_not_the_declaration_order() {
    let parts = Parts { typed: true, init: true, deinit: true, irq: false, claims: 0, gives_back: 0, returns: 0 };
    let node = |key, level, rank, edges| Raw {
        key,
        rail: false,
        level,
        own_level: false,
        priority: 0,
        deferred: false,
        optional: false,
        disabled: false,
        rank,
        edges,
        parts,
        supply: Supply::Switched,
        times: Times::default(),
    };
    let vertices =
        random::vertices(vec![node(0, 1, 2, vec![(2, 11)]), node(1, 0, 1, vec![]), node(2, 1, 0, vec![])], 2);
    let Reference { order, steps, .. } = Reference::new(&vertices);
    assert_eq!((order, steps), (vec![1, 2, 0], vec![1, 2, 0]));
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
