//! The tasks of random `concurrent` boards: whatever must not meet comes one after the other, by however many steps.

use bringup_compiler::flow::Flow;
use bringup_compiler::plan::Plan;
use bringup_tests::compile_text;
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A node as drawn: what it names are nodes before it.
#[derive(Clone, Debug)]
struct Raw {
    level: usize,
    priority: usize,
    awaits: bool,
    /// By how many nodes each stands before this one, and whether its handle is kept.
    names: Vec<(usize, bool)>,
    rail: Option<usize>,
    optional: bool,
}

fn raw() -> impl Strategy<Value = Raw> {
    let names = prop::collection::vec((1..8usize, any::<bool>()), 0..3);
    let rail = prop::option::weighted(0.4, 0..RAILS.len());
    (0..3usize, 0..2usize, any::<bool>(), names, rail, prop::bool::weighted(0.1)).prop_map(
        |(level, priority, awaits, names, rail, optional)| Raw { level, priority, awaits, names, rail, optional },
    )
}

/// What rails are made of, by number.
const RAILS: [&str; 4] = [
    "rail r0 { enable = on(); disable = off(); ramp = 5ms; }",
    "rail r1 { from = &r0; enable = on(); disable = off(); ramp = 2ms; good = good(); timeout = 9ms; }",
    "rail r2 { level = l0; enable = on(); disable = off(); ramp = 9ms; }",
    "rail r3 { enable = on(); disable = off(); }",
];

/// The nodes a node names, with whether it keeps their handles: only required ones, which nobody has to check.
fn named(nodes: &[Raw], at: usize) -> Vec<(usize, bool)> {
    let mut named: Vec<(usize, bool)> = nodes[at]
        .names
        .iter()
        .filter_map(|(back, kept)| Some((at.checked_sub(*back)?, *kept)))
        .filter(|(to, _)| nodes[*to].level <= nodes[at].level && !nodes[*to].optional)
        .collect();
    named.sort();
    named.dedup_by_key(|(to, _)| *to);
    named
}

fn board(nodes: &[Raw]) -> String {
    let mut text =
        String::from("board! { board flow; levels l0, l1, l2; clock = Clock; error = Error; concurrent;\n");
    for rail in RAILS {
        let _ = writeln!(text, "#[allow(L0905)] {rail}");
    }
    for (at, node) in nodes.iter().enumerate() {
        let arguments: Vec<String> =
            named(nodes, at).iter().map(|(to, kept)| format!("{}n{to}", if *kept { "&" } else { "&mut " })).collect();
        let power = node.rail.map_or(String::new(), |rail| format!("power = &r{rail};"));
        let (awaits, optional) =
            (if node.awaits { ".await" } else { "" }, if node.optional { "optional;" } else { "" });
        let _ = writeln!(
            text,
            "n{at}: u8 {{ level = l{}; priority = {}; {power} {optional} init = make({}){awaits}?; }}",
            node.level,
            node.priority,
            arguments.join(", ")
        );
    }
    text + "}\n"
}

/// By task, all those that have ended when it starts.
fn before(flow: &Flow) -> Vec<BTreeSet<usize>> {
    let mut before: Vec<BTreeSet<usize>> = Vec::new();
    for (number, task) in flow.tasks.iter().enumerate() {
        let gate = task.gate.map_or(&[][..], |gate| &flow.gates[gate]);
        let mut all = BTreeSet::new();
        for earlier in task.after.iter().chain(gate) {
            assert!(*earlier < number, "task {number} waits for {earlier}");
            all.insert(*earlier);
            all.extend(&before[*earlier]);
        }
        before.push(all);
    }
    before
}

/// The nodes whose handles `at` may use: what it names, and what those keep.
fn reach(nodes: &[Raw], at: usize) -> BTreeSet<usize> {
    fn reached(nodes: &[Raw], at: usize, found: &mut BTreeSet<usize>) {
        if found.insert(at) {
            for (to, _) in named(nodes, at).into_iter().filter(|(_, kept)| *kept) {
                reached(nodes, to, found);
            }
        }
    }
    let mut found = BTreeSet::new();
    named(nodes, at).into_iter().for_each(|(to, _)| reached(nodes, to, &mut found));
    found
}

/// The number of the task that starts something, and of the one after which it can be used.
fn tasks(plan: &Plan, flow: &Flow, label: &str) -> (usize, usize) {
    let of = |settles: bool| {
        flow.tasks.iter().position(|task| plan.model.label(task.node) == label && task.settles == settles)
    };
    let start = of(false).unwrap_or_else(|| panic!("{label} has no task"));
    (start, of(true).unwrap_or(start))
}

/// What must hold of the whole boot; returns how many pairs that await may overlap.
fn check(nodes: &[Raw], plan: &Plan, flow: &Flow) -> usize {
    let before = before(flow);
    let node = |at: usize| tasks(plan, flow, &format!("n{at}"));
    let turn = |at: usize| {
        let label = format!("n{at}");
        let step = plan.steps.iter().find(|step| plan.model.label(step.node) == label).expect("it boots");
        (step.level, step.turn)
    };
    let mut overlaps = 0;
    for (at, raw) in nodes.iter().enumerate() {
        let (start, _) = node(at);
        for (to, _) in named(nodes, at) {
            assert!(before[start].contains(&node(to).1), "n{at} needs n{to}");
        }
        if let Some(rail) = raw.rail {
            assert!(before[start].contains(&tasks(plan, flow, &format!("r{rail}")).1), "n{at} needs r{rail}");
        }
        for other in 0..nodes.len() {
            let (theirs, _) = node(other);
            if turn(other) < turn(at) {
                assert!(before[start].contains(&theirs), "n{other} has its turn before n{at}");
            }
            let meets = reach(nodes, at).intersection(&reach(nodes, other)).next().is_some();
            let ordered = before[start].contains(&theirs) || before[theirs].contains(&start);
            if meets && other != at && (raw.awaits || nodes[other].awaits) {
                assert!(ordered, "n{at} and n{other} meet on a handle");
            }
            overlaps += usize::from(other < at && !ordered && raw.awaits && nodes[other].awaits);
        }
    }
    let settled = |rail: &str| tasks(plan, flow, rail).1;
    if flow.tasks.iter().any(|task| plan.model.label(task.node) == "r1") {
        assert!(before[tasks(plan, flow, "r1").0].contains(&settled("r0")), "r1 is fed from r0");
    }
    overlaps
}

fn sorted(mut nodes: Vec<Raw>) -> Vec<Raw> {
    nodes.sort_by_key(|node| node.level);
    nodes
}

#[test]
fn what_must_not_meet_comes_one_after_the_other() {
    let overlaps = Cell::new(0);
    let config = ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let boards = prop::collection::vec(raw(), 1..16).prop_map(sorted);
    runner
        .run(&boards, |nodes| {
            let text = board(&nodes);
            let compiled = compile_text(&text);
            let Some(plan) = &compiled.plan else { panic!("{}\n{text}", compiled.rendered()) };
            let flows = plan.flows.as_ref().expect("the board is concurrent");
            overlaps.set(overlaps.get() + check(&nodes, plan, &flows.all));
            let tasks: usize = flows.levels.iter().map(|level| level.tasks.len()).sum();
            assert_eq!(tasks, flows.all.tasks.len(), "each task belongs to one level");
            flows.levels.iter().for_each(|level| drop(before(level)));
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(overlaps.get() > 1_000, "only {} pairs overlap", overlaps.get());
}

#[test]
#[should_panic(expected = "meet on a handle")]
fn the_check_sees_two_on_one_bus() {
    let node =
        |names: Vec<(usize, bool)>| Raw { level: 0, priority: 0, awaits: true, names, rail: None, optional: false };
    let nodes = [node(vec![]), node(vec![(1, true)]), node(vec![(2, true)])];
    let compiled = compile_text(&board(&nodes));
    let mut plan = compiled.plan.expect("no errors");
    let mut flows = plan.flows.take().expect("the board is concurrent");
    let (first, last) = (tasks(&plan, &flows.all, "n1").0, tasks(&plan, &flows.all, "n2").0);
    flows.all.tasks[last].after.retain(|task| *task != first);
    check(&nodes, &plan, &flows.all);
}
