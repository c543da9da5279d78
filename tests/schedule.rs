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
use bringup_tests::compile_text;
use clock::Weather;
use mutant::Mutant;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use random::Raw;
use std::cell::RefCell;
use weather::Seed;

const CASES: u32 = 4_000;
const NODES: usize = 20;

/// A board, its levels, and some boots.
type Case = (Vec<Raw>, usize, Vec<Seed>);

fn case() -> impl Strategy<Value = Case> {
    let nodes = |rails, optional| prop::collection::vec(random::raw(rails, optional, 0.8), 1..NODES);
    let boards = prop_oneof![2 => nodes(0.45, 0.1), 1 => nodes(0.45, 0.6)];
    (boards, 1..4usize, prop::collection::vec(weather::seed(NODES), 4))
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
    let result = runner(cases).run(&case(), |case| report(&case).map_err(TestCaseError::fail));
    match result {
        Ok(()) => {}
        Err(TestError::Fail(_, case)) => panic!("{}", report(&case).expect_err("it fails each time")),
        Err(TestError::Abort(why)) => panic!("no case is rejected: {why}"),
    }
}

/// What is wrong with the schedule of a board, with all that it takes to see it.
fn report(case: &Case) -> Result<(), String> {
    let (text, board, lines) = compile(case)?;
    judge(&board, &lines, &case.2).map_err(|why| {
        let usual = &board.reference.steps;
        format!("{why}\n{text}without ramps {usual:?}\n{}", lines.written())
    })
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
        let (applied, caught, named) = (RefCell::new(0), RefCell::new(0), RefCell::new(0));
        let result = runner(300).run(&case(), |case| {
            let (_, board, lines) = compile(&case).map_err(TestCaseError::fail)?;
            let Some(lines) = mutant.apply(&board, &lines) else { return Ok(()) };
            let complaints = complaints(&board, &lines, &case.2);
            *applied.borrow_mut() += 1;
            *caught.borrow_mut() += i32::from(!complaints.is_empty());
            *named.borrow_mut() += i32::from(complaints.iter().any(|why| why.contains(mutant.complaint())));
            Ok(())
        });
        assert!(result.is_ok());
        println!("{mutant:?}: applied {applied:?}, caught {caught:?}, by name {named:?}");
    }
}
