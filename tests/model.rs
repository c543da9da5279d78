//! Run-time control against a model: random boards, random sequences of operations, and at random calls a failure, a panic
//! or a dropped future. After each step everything that can be seen must be as the rules say.
//!
//! `BRINGUP_SEED=N cargo test -p bringup-tests --test model` plays other cases, `BRINGUP_CASES=N` so many. What fails shrinks
//! to a small board and a few operations.

#[path = "model/calls.rs"]
mod calls;
#[path = "model/case.rs"]
mod case;
#[path = "model/compare.rs"]
mod compare;
#[path = "model/fault.rs"]
mod fault;
#[path = "model/layout.rs"]
mod layout;
#[path = "model/mutant.rs"]
mod mutant;
#[path = "model/play.rs"]
mod play;
#[allow(dead_code)] // other tests read more of it
mod random;
#[path = "model/reference.rs"]
mod reference;
#[path = "model/rig.rs"]
mod rig;
#[path = "model/steps.rs"]
mod steps;
#[path = "model/world.rs"]
mod world;

use case::{Case, case};
use mutant::Mutant;
use play::{Tally, play};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::cell::RefCell;

/// Fewer would not be a test.
const STEPS: usize = 100_000;
const CASES: u32 = 5_000;

/// What the cases meet, and how often at least.
const MUST_HAPPEN: &[(&str, usize)] = &[
    ("boot", 1_000),
    ("deinit panicked", 500),
    ("init panicked", 500),
    ("dropped", 500),
    ("forgotten", 100),
    ("failed", 1_000),
    ("failed, and its rollback", 50),
    ("failures", 500),
    ("not held", 1_000),
    ("spent", 1_000),
    ("down", 1_000),
    ("in use", 1_000),
    ("stuck", 20),
    ("optional failed", 1_000),
    ("optional failed, and its rollback", 100),
    ("optional left out", 1_000),
    ("suspend", 1_000),
    ("resume", 1_000),
    ("settled", 1_000),
    ("did not settle", 1_000),
    ("panicked while it settled", 200),
    ("dropped while it settled", 100),
    ("forgotten while it settled", 20),
];

fn number(variable: &str, default: u32) -> u32 {
    std::env::var(variable).map_or(default, |value| value.parse().expect(variable))
}

fn runner(cases: u32, shrinks: u32) -> TestRunner {
    let seed = number("BRINGUP_SEED", 1);
    println!("BRINGUP_SEED={seed}");
    let bytes: Vec<u8> = seed.to_le_bytes().into_iter().cycle().take(32).collect();
    let config = Config { cases, max_shrink_iters: shrinks, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

/// Plays random cases until one fails.
fn search(cases: u32, shrinks: u32, mutant: Option<Mutant>) -> (Tally, Result<(), Case>) {
    let tally = RefCell::new(Tally::default());
    let result = runner(cases, shrinks)
        .run(&case(), |case| play(&case, mutant, &mut tally.borrow_mut()).map_err(TestCaseError::fail));
    let result = result.map_err(|error| match error {
        TestError::Fail(_, case) => case,
        TestError::Abort(why) => panic!("no case is rejected: {why}"),
    });
    (tally.into_inner(), result)
}

#[test]
fn run_time_control_does_what_its_rules_say() {
    let cases = number("BRINGUP_CASES", CASES);
    let (tally, result) = search(cases, 20_000, None);
    if let Err(case) = result {
        panic!("{}", play(&case, None, &mut Tally::default()).expect_err("it fails each time"));
    }
    println!("{tally:#?}");
    assert!(tally.steps >= STEPS || cases < CASES, "only {} steps", tally.steps);
    for (what, least) in MUST_HAPPEN {
        let count = tally.seen.get(what).copied().unwrap_or_default();
        assert!(count >= *least || cases < CASES, "{what}: only {count} times");
    }
}

#[test]
fn broken_engines_are_caught() {
    for mutant in Mutant::ALL {
        let (tally, result) = search(CASES, 0, Some(mutant));
        println!("{mutant:?}: {} boards, {} steps", tally.boards, tally.steps);
        assert!(result.is_err(), "{mutant:?} is not caught");
    }
}
