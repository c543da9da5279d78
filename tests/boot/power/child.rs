//! What a child does.

use super::boards as power;
use super::drivers::Driver;
use super::{line, supply};
use crate::boards::{block_on, inject, poll_and_drop};
use bringup_compiler::model::NodeKind;
use bringup_compiler::plan::Plan;
use bringup_compiler::schedule::Op;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How long a boot takes on the simulated clock if nothing goes wrong, in microseconds. `delays`: that cannot tell the time.
pub(super) fn time(plan: &Plan, how: &str, delays: bool) -> i128 {
    let (mut now, mut stamps) = (0, Vec::new());
    for op in line(plan, how) {
        match op {
            Op::Up(id) => {
                let (takes, asked_at_once) = match &plan.model.node(id).kind {
                    NodeKind::Device(device) => (device.time, 0),
                    NodeKind::Rail(rail) if rail.enable.is_none() || rail.boot_on.is_some() => (None, 0),
                    NodeKind::Rail(rail) if plan.tolerated[id.0 as usize] && rail.good.is_some() => {
                        (rail.time, rail.settling().value)
                    }
                    NodeKind::Rail(rail) => (rail.time, 0),
                };
                now += takes.map_or(0, |time| time.value) + asked_at_once;
            }
            Op::Stamp(number) => {
                stamps.retain(|(of, _)| *of != number);
                stamps.push((number, now));
            }
            Op::Wait { left, .. } if delays => now += left,
            Op::Wait { stamp, time, .. } => {
                let (_, from) = stamps.iter().find(|(number, _)| *number == stamp).expect("it was taken");
                now = now.max(from + time);
            }
            Op::Good { .. } => {}
        }
    }
    i128::from(now) / 1_000
}

/// What can be done with one of the boards. Each tells whether it is up afterwards.
macro_rules! ways {
    ($board:ident, [$($asynchronous:tt)*], [$($wait:tt)*]) => {
        mod $board {
            use super::power::$board::{BootError, Fresh, Inputs, Node, Rail, Running};
            use super::{inject, supply};

            fn fresh() -> Fresh {
                Fresh::take(Inputs {}).expect("the first")
            }

            pub(super) $($asynchronous)* fn all() -> bool {
                let start = supply::now();
                report(fresh().boot() $($wait)*, start)
            }

            pub(super) $($asynchronous)* fn levels() -> bool {
                let start = supply::now();
                report(by_levels() $($wait)*, start)
            }

            $($asynchronous)* fn by_levels() -> Result<Running, BootError> {
                fresh().boot_core() $($wait)* ?.boot_bus() $($wait)* ?.boot_device() $($wait)*
            }

            fn report(result: Result<Running, BootError>, start: u64) -> bool {
                match &result {
                    Ok(running) => {
                        for failure in Node::ALL.iter().filter_map(|node| running.failure(*node).filter(|failure| failure.node == *node)) {
                            println!("> without {}: {:?}", failure.node, failure.cause);
                        }
                        println!("> running after {} us", supply::now() - start);
                    }
                    Err(failure) => println!("> failed at {} with {:?}", failure.node, failure.cause),
                }
                result.is_ok()
            }

            /// What failed at boot is tried again at once.
            pub(super) $($asynchronous)* fn again() -> bool {
                let mut board = fresh().boot() $($wait)* .expect("nothing else fails").into_board();
                inject("-", None);
                board.acquire(Node::Radio) $($wait)* .expect("nothing fails any more");
                true
            }

            pub(super) $($asynchronous)* fn control() -> bool {
                let mut board = fresh().boot() $($wait)* .expect("nothing fails").into_board();
                for rail in Rail::ALL {
                    let suspended = board.suspend(rail).expect("it is up");
                    assert!(board.resume(suspended) $($wait)* .is_ok(), "nothing fails");
                }
                for _ in 0..2 {
                    board.deinit_all().expect("nothing fails");
                    assert_eq!(supply::on(), ["vbat", "vaon"]);
                    board.init_all() $($wait)* .expect("nothing fails");
                }
                board.deinit_all().expect("nothing fails");
                false
            }
        }
    };
}

ways!(blocking, [], []);
ways!(waiting, [async], [.await]);

pub(crate) fn child(words: &[&str]) {
    supply::install();
    let [board, how, fault] = words else { panic!("three words") };
    if *board == "mistake" {
        return mistake(how);
    }
    if *fault == "slow:vref" {
        supply::slow_down("vref", 1_950);
    }
    if *fault == "delays" {
        supply::stop_the_clock();
    }
    inject(fault, None);
    let polls = fault.strip_prefix("drop:").map(|polls| polls.parse().expect("a number of polls"));
    let is_up = catch_unwind(AssertUnwindSafe(|| match (*board, *how, polls) {
        ("blocking", "all", _) => blocking::all(),
        ("blocking", "levels", _) => blocking::levels(),
        ("blocking", "again", _) => blocking::again(),
        ("blocking", ..) => blocking::control(),
        ("waiting", "again", _) => block_on(waiting::again()),
        ("waiting", "all", None) => block_on(waiting::all()),
        ("waiting", "levels", None) => block_on(waiting::levels()),
        ("waiting", "all", Some(polls)) => dropped(waiting::all(), polls),
        ("waiting", "levels", Some(polls)) => dropped(waiting::levels(), polls),
        _ => block_on(waiting::control()),
    }));
    let is_up = is_up.unwrap_or_else(|_| {
        println!("> panicked");
        false
    });
    assert_eq!(supply::since("vaon") > 0, *how == "control", "it is on at reset, and only a suspension switches it");
    assert!(is_up || supply::on() == ["vbat", "vaon"], "these are on: {:?}", supply::on());
}

/// Whether it is up.
fn dropped(boot: impl Future, polls: usize) -> bool {
    let pending = poll_and_drop(boot, polls);
    if pending {
        println!("> dropped");
    }
    !pending
}

/// What the simulation has to notice.
fn mistake(what: &str) {
    let caught = catch_unwind(|| match what {
        "early" => {
            supply::switch("v3v3", true);
            supply::pass(1_999);
            drop(Driver::new("pmic", &["v3v3"], 1));
        }
        "twice" => (0..2).for_each(|_| supply::switch("v3v3", true)),
        "restless" => {
            supply::switch("v3v3", true);
            supply::switch("v3v3", false);
            supply::pass(4_999);
            supply::switch("v3v3", true);
        }
        _ => supply::switch("vcam", true),
    });
    let complaint = caught.expect_err("a mistake");
    println!("> caught: {}", complaint.downcast_ref::<String>().expect("an assertion with a text"));
}
