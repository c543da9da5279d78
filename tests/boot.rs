//! What a boot does, failure by failure: every step of a board fails once, blocking and async, at once and level by level;
//! every async boot is dropped at every await. What came up must go down in exact reverse.
//!
//! A board boots once per program, so each run is a program of its own: this one again, with the run in a variable.

#[path = "boot/boards.rs"]
mod boards;
#[path = "boot/power.rs"]
mod power;

use boards::{blocking, tabled, waiting};
use bringup::graph::Graph;
use std::fmt::Display;
use std::process::Command;

/// What the parent asks a child to do.
const RUN: &str = "BRINGUP_RUN";

/// How a board is booted to its end.
const KINDS: [(&str, &Graph); 6] = [
    ("blocking", &blocking::GRAPH),
    ("stages", &blocking::GRAPH),
    ("waiting", &waiting::GRAPH),
    ("tables", &tabled::GRAPH),
    ("tables-stages", &tabled::GRAPH),
    ("tables-at-run-time", &tabled::GRAPH),
];

/// Runs `what` in a program of its own and returns what it printed.
fn run(what: &str) -> Vec<String> {
    let exe = std::env::current_exe().expect("the test knows its own file");
    let output = Command::new(exe)
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(RUN, what)
        .env("RUST_BACKTRACE", "0")
        .output()
        .expect("the test can be run again");
    assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().filter_map(|line| line.strip_prefix("> ")).map(str::to_owned).collect()
}

fn order(graph: &Graph) -> Vec<&'static str> {
    graph.order.iter().map(|node| graph.nodes[usize::from(*node)].name).collect()
}

fn ups(labels: &[&str]) -> Vec<String> {
    labels.iter().filter(|label| boards::is_traced(label)).map(|label| format!("+{label}")).collect()
}

fn downs(labels: &[&str]) -> Vec<String> {
    let traced = labels.iter().rev().filter(|label| boards::is_traced(label));
    traced.filter(|label| boards::goes_down(label)).map(|label| format!("-{label}")).collect()
}

/// A boot of `order` that fails at position `at`.
fn failed(order: &[&str], at: usize, failures: usize) -> Vec<String> {
    let mut expected = ups(&order[..at]);
    expected.push(format!("!{}", order[at]));
    expected.extend(downs(&order[..at]));
    expected.push(format!("failed at {} with NoAnswer, {failures} rollback failures", order[at]));
    expected
}

#[test]
fn a_boot_brings_everything_up_in_order_and_leaves_the_rest() {
    for (kind, graph) in KINDS {
        let mut expected = ups(&order(graph));
        expected.push("running".to_owned());
        assert_eq!(run(&format!("{kind} -")), expected, "{kind}");
        assert!(!order(graph).contains(&"spare"), "a deferred node does not boot");
    }
}

#[test]
fn every_failure_rolls_back_exactly_what_was_up() {
    for (kind, graph) in KINDS {
        let order = order(graph);
        for (at, label) in order.iter().enumerate().filter(|(_, label)| boards::can_fail(label)) {
            assert_eq!(run(&format!("{kind} {label}")), failed(&order, at, 0), "{kind}, {label} fails");
        }
    }
}

#[test]
fn a_failing_deinit_is_counted_and_stops_nothing() {
    let order = order(&blocking::GRAPH);
    let last = order.len() - 1;
    for kind in ["blocking", "stages"] {
        let found = run(&format!("{kind} {} imu", order[last]));
        let mut expected = failed(&order, last, 1);
        expected.iter_mut().filter(|line| *line == "-imu").for_each(|line| "?imu".clone_into(line));
        assert_eq!(found, expected, "{kind}");
    }
}

#[test]
fn a_dropped_boot_rolls_back_exactly_what_was_up() {
    let order = order(&waiting::GRAPH);
    let awaits: Vec<usize> = (0..order.len()).filter(|at| boards::awaits(order[*at])).collect();
    assert!(awaits.len() >= 3);
    for (polls, at) in awaits.iter().enumerate() {
        let mut expected = ups(&order[..*at]);
        expected.push(format!("~{}", order[*at]));
        expected.extend(downs(&order[..*at]));
        expected.push("dropped".to_owned());
        assert_eq!(run(&format!("drop {}", polls + 1)), expected, "dropped while {} starts", order[*at]);
    }
}

#[test]
fn a_panicking_driver_rolls_back_as_well() {
    for (kind, graph) in
        [("blocking", &blocking::GRAPH), ("tables", &tabled::GRAPH), ("tables-at-run-time", &tabled::GRAPH)]
    {
        let order = order(graph);
        for (at, label) in order.iter().enumerate().filter(|(_, label)| boards::can_fail(label)) {
            let mut expected = ups(&order[..at]);
            expected.extend(downs(&order[..at]));
            expected.push("panicked".to_owned());
            assert_eq!(run(&format!("{kind} panic:{label}")), expected, "{kind}, {label} panics");
        }
    }
}

#[test]
fn the_harness_can_fail() {
    let order = order(&blocking::GRAPH);
    let found = run(&format!("blocking {}", order[3]));
    assert_ne!(found, failed(&order, 2, 0));
    assert_ne!(found, failed(&order, 3, 1));
    assert!(order.len() >= 9);
}

/// The child.
#[test]
fn child() {
    let Ok(run) = std::env::var(RUN) else { return };
    println!(); // the test runner has begun a line
    let words: Vec<&str> = run.split(' ').collect();
    if let ["power", words @ ..] = &words[..] {
        return power::child(words);
    }
    boards::inject(words[1], words.get(2).copied());
    let inputs = boards::peripherals();
    match words[0] {
        "blocking" => {
            let fresh = blocking::Fresh::take(blocking::Inputs { p: inputs }).expect("the first");
            or_panics(|| report(fresh.boot().map(drop)));
        }
        "stages" => {
            let fresh = blocking::Fresh::take(blocking::Inputs { p: inputs }).expect("the first");
            let core = fresh.boot_core();
            let bus = core.and_then(blocking::AfterCore::boot_bus);
            report(bus.and_then(blocking::AfterBus::boot_device).map(drop));
        }
        "tables" => {
            let fresh = tabled::Fresh::take(tabled::Inputs { p: inputs }).expect("the first");
            or_panics(|| report(fresh.boot().map(drop)));
        }
        "tables-stages" => {
            let fresh = tabled::Fresh::take(tabled::Inputs { p: inputs }).expect("the first");
            let bus = fresh.boot_core().and_then(tabled::AfterCore::boot_bus);
            report(bus.and_then(tabled::AfterBus::boot_device).map(drop));
        }
        "tables-at-run-time" => {
            let fresh = tabled::Fresh::take(tabled::Inputs { p: inputs }).expect("the first");
            or_panics(|| {
                report(fresh.dynamic().init_all().map_err(|error| match error {
                    bringup::AcquireError::Failed(error) => error,
                    refused => panic!("{refused}"),
                }))
            });
        }
        "waiting" => {
            let fresh = waiting::Fresh::take(waiting::Inputs { p: inputs }).expect("the first");
            report(boards::block_on(fresh.boot()).map(drop));
        }
        _ => {
            let fresh = waiting::Fresh::take(waiting::Inputs { p: inputs }).expect("the first");
            let polls = words[1].parse().expect("a number of polls");
            assert!(boards::poll_and_drop(fresh.boot(), polls), "dropped too late");
            println!("> dropped");
        }
    }
}

fn or_panics(boot: impl FnOnce()) {
    if std::panic::catch_unwind(std::panic::AssertUnwindSafe(boot)).is_err() {
        println!("> panicked");
    }
}

fn report<N: Display, A, F: Display>(result: Result<(), bringup::BootError<N, boards::Error, A, F>>) {
    match result {
        Ok(()) => println!("> running"),
        Err(error) => {
            let (node, cause) = (error.node, error.cause);
            println!("> failed at {node} with {cause:?}, {} rollback failures", error.rollback_failures);
        }
    }
}
