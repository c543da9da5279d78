//! When a boot waits for what: random rail trees, whose schedule is played on a clock with whatever things really take.
//!
//! * Nobody starts before all that it needs has settled, and edges, levels and turns hold.
//! * There is one wait for a rail at most, none is covered by another, and none is where nobody needs it.
//! * It never takes longer than to switch on and wait rail by rail.

#[path = "schedule/board.rs"]
mod board;
#[path = "schedule/clock.rs"]
mod clock;
#[path = "schedule/mutant.rs"]
mod mutant;
#[allow(dead_code)] // other tests read more of it
mod random;
#[allow(dead_code)]
#[path = "order/reference.rs"]
mod reference;
#[path = "schedule/rules.rs"]
mod rules;
#[path = "schedule/waits.rs"]
mod waits;
#[path = "schedule/weather.rs"]
mod weather;

use board::{Board, Lines};
use bringup_compiler::schedule::Op;
use bringup_tests::compile_text;
use clock::Weather;
use mutant::Mutant;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use random::{Raw, Supply};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use weather::Seed;

const CASES: u32 = 2_000;
const NODES: usize = 20;

/// What the boards meet, and how often at least.
const MUST_HAPPEN: &[(&str, usize)] = &[
    ("a wait", 800),
    ("a wait that another has covered in part", 80),
    ("a rail that nobody waits for, because another takes longer", 40),
    ("a wait for what may be missing", 100),
    ("a stamp of two rails", 80),
    ("a rail that is asked", 400),
    ("another order than without ramps", 500),
];

/// A board, its levels, and some boots.
type Case = (Vec<Raw>, usize, Vec<Seed>);

fn case() -> impl Strategy<Value = Case> {
    let nodes = |rails, optional| prop::collection::vec(random::raw(rails, optional, 0.9).prop_map(busier), 2..NODES);
    let boards = prop_oneof![2 => nodes(0.45, 0.1), 1 => nodes(0.45, 0.6)];
    (boards, 1..4usize, prop::collection::vec(weather::seed(NODES), 3))
}

/// More rails that boot switches on, and less that does not boot.
fn busier(mut raw: Raw) -> Raw {
    if !raw.rank.is_multiple_of(4) {
        raw.deferred = false;
        raw.supply = Supply::Switched;
    }
    raw
}

/// The text of a board, what it says and what the plan makes of it.
fn compile((raw, levels, _): &Case) -> Result<(String, Board, Lines), String> {
    let vertices = random::vertices(raw.clone(), *levels);
    let text = random::board(&vertices, *levels);
    let compiled = compile_text(&text);
    let Some(plan) = &compiled.plan else { return Err(format!("{}\n{text}", compiled.rendered())) };
    Ok((text, Board::new(&vertices), Lines::new(plan)))
}

fn judge(board: &Board, lines: &Lines, seeds: &[Seed]) -> Result<(), String> {
    rules::check(board, lines)?;
    waits::check(board, lines)?;
    let calm = [Weather::calm(board, true), Weather::calm(board, false)];
    let random = seeds.iter().map(|seed| Weather::new(board, seed));
    calm.into_iter().chain(random).try_for_each(|weather| clock::check(board, lines, &weather))
}

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

#[test]
fn random_rail_trees_are_waited_for_as_the_rules_say() {
    let cases = std::env::var("BRINGUP_CASES").map_or(CASES, |cases| cases.parse().expect("BRINGUP_CASES"));
    let seen = RefCell::new(BTreeMap::new());
    let result = runner(cases).run(&case(), |case| {
        let what = report(&case).map_err(TestCaseError::fail)?;
        what.into_iter().for_each(|what| *seen.borrow_mut().entry(what).or_default() += 1);
        Ok(())
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(_, case)) => panic!("{}", report(&case).expect_err("it fails each time")),
        Err(TestError::Abort(why)) => panic!("no case is rejected: {why}"),
    }
    let seen: BTreeMap<&str, usize> = seen.into_inner();
    println!("{seen:#?}");
    for (what, least) in MUST_HAPPEN {
        let count = seen.get(what).copied().unwrap_or_default();
        assert!(count >= *least || cases < CASES, "{what}: on {count} boards only");
    }
}

/// What the schedule of a board has in it. The error is what is wrong with it, with all that it takes to see that.
fn report(case: &Case) -> Result<Vec<&'static str>, String> {
    let (text, board, lines) = compile(case)?;
    let usual = &board.reference.steps;
    let wrong = |why| format!("{why}\n{text}without ramps {usual:?}\n{}", lines.written());
    judge(&board, &lines, &case.2).map_err(wrong).map(|()| features(&board, &lines.all))
}

fn features(board: &Board, line: &[Op]) -> Vec<&'static str> {
    let waits = || line.iter().filter(|op| matches!(op, Op::Wait { .. }));
    let ramps = board.nodes.iter().filter(|node| node.rises && node.settling > 0).count();
    let rises = |op: &Op| matches!(op, Op::Up(id) if board.nodes[board::at(*id)].rises);
    let shared = line.windows(3).any(|ops| rises(&ops[0]) && rises(&ops[1]) && matches!(ops[2], Op::Stamp(_)));
    let found = [
        ("a wait", waits().next().is_some()),
        (
            "a wait that another has covered in part",
            waits().any(|op| matches!(op, Op::Wait { time, left, .. } if left < time)),
        ),
        ("a rail that nobody waits for, because another takes longer", waits().count() < ramps),
        (
            "a wait for what may be missing",
            waits().any(|op| matches!(op, Op::Wait { rail, .. } if board.nodes[board::at(*rail)].tolerated)),
        ),
        ("a stamp of two rails", shared),
        ("a rail that is asked", line.iter().any(|op| matches!(op, Op::Good { .. }))),
        ("another order than without ramps", board::ups(line) != board.reference.steps),
    ];
    found.into_iter().filter(|(_, found)| *found).map(|(what, _)| what).collect()
}

/// What each of the checks has to say.
fn complaints(board: &Board, lines: &Lines, seeds: &[Seed]) -> Vec<String> {
    let calm = [Weather::calm(board, true), Weather::calm(board, false)];
    let weathers = calm.into_iter().chain(seeds.iter().map(|seed| Weather::new(board, seed)));
    let clocks = weathers.map(|weather| clock::check(board, lines, &weather));
    let checks = [rules::check(board, lines), waits::check(board, lines)];
    checks.into_iter().chain(clocks).filter_map(Result::err).collect()
}

#[test]
fn broken_schedules_are_caught() {
    for mutant in Mutant::ALL {
        let (broken, named) = (Cell::new(0), Cell::new(0));
        let result = runner(250).run(&case(), |case| {
            let (text, board, lines) = compile(&case).map_err(TestCaseError::fail)?;
            let Some(lines) = mutant.apply(&board, &lines) else { return Ok(()) };
            let complaints = complaints(&board, &lines, &case.2);
            broken.set(broken.get() + 1);
            named.set(named.get() + usize::from(complaints.iter().any(|why| why.contains(mutant.complaint()))));
            prop_assert!(!complaints.is_empty(), "nobody notices {mutant:?}\n{text}{}", lines.written());
            Ok(())
        });
        if let Err(error) = result {
            panic!("{error}");
        }
        println!("{mutant:?}: {} schedules, {} times for its own sake", broken.get(), named.get());
        assert!(named.get() >= 5, "{mutant:?} is not tried, or it is caught by chance");
    }
}
