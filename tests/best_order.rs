//! The order of the plan against the best one, on boards that are small enough to try every order.

#[allow(dead_code)] // the benchmarks read more of it
#[path = "best_order/board.rs"]
mod board;
#[path = "best_order/compare.rs"]
mod compare;
#[path = "best_order/search.rs"]
mod search;

use bringup_tests::compile_text;
use compare::{KINDS, Ratios};

/// Of each kind of board.
const BOARDS: u64 = 300;

#[test]
fn small_boards_boot_about_as_fast_as_they_can() {
    for (kind, shape) in KINDS {
        let Ratios { mean, worst, far, .. } = Ratios::of(shape, BOARDS);
        println!("{kind}: {mean:.4} on average, {worst:.4} at worst, {far} above 1.05");
        assert!(mean <= 1.001 && worst <= 1.07 && far <= 1, "{kind}: {mean}, {worst}, {far}");
    }
}

/// `long` could start while `first` rises, and would keep `slow` off until it is done: it pays to wait.
#[test]
fn the_search_finds_the_best_order() {
    let text = "board! { board b; clock = C;
        rail first { time = 1ms; ramp = 1ms; enable = on(); }
        rail slow { level = main; from = &first; time = 1ms; ramp = 10ms; enable = on(); }
        long { time = 5ms; init = up(); }
        user { time = 2ms; power = &slow; init = up(); }
    }";
    let compiled = compile_text(text);
    let plan = compiled.plan.as_ref().expect("no errors");
    assert_eq!(compiled.order(), ["first", "slow", "long", "user"]);
    assert_eq!(plan.timeline.total, (1 + 1 + 1 + 10 + 2) * 1_000_000);
    assert_eq!(i128::from(search::shortest(plan)), plan.timeline.total);
}

/// The search would find a better one: without ramps, the rail comes right before its user.
#[test]
fn the_order_without_ramps_is_not_the_best() {
    let board = |ramp: &str| {
        let text = format!(
            "board! {{ board b; clock = C;
                rail slow {{ ramp = {ramp}; enable = on(); }}
                work {{ time = 5ms; init = up(); }}
                user {{ time = 1ms; power = &slow; init = up(); }}
            }}"
        );
        compile_text(&text)
    };
    let (without, with) = (board("0ms"), board("3ms"));
    assert_eq!(without.order(), ["work", "slow", "user"]);
    assert_eq!(with.order(), ["slow", "work", "user"]);
    assert_eq!(search::shortest(with.plan.as_ref().expect("no errors")), 6_000_000);
}
