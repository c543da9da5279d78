//! A boot whose nodes come up at the same time: what overlaps, what must not, and what goes down when a step fails or the
//! future is dropped.
//!
//! A board boots once per program, so each run is a program of its own: this one again, with the run in a variable.

#[path = "concurrent/boards.rs"]
mod boards;

use boards::flow;
use std::process::Command;

/// What the parent asks a child to do: who fails, and after how many polls the future is dropped.
const RUN: &str = "BRINGUP_RUN";

/// Runs `what` in a program of its own and returns what it printed.
fn run(what: &str) -> Vec<String> {
    let exe = std::env::current_exe().expect("the test knows its own file");
    let output = Command::new(exe)
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(RUN, what)
        .output()
        .expect("the test can be run again");
    assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().filter_map(|line| line.strip_prefix("> ")).map(str::to_owned).collect()
}

#[test]
fn child() {
    let Ok(what) = std::env::var(RUN) else { return };
    let (kind, rest) = what.split_once(' ').expect("three words");
    let (polls, fails) = rest.split_once(' ').expect("three words");
    // The harness has begun a line.
    println!();
    boards::inject(fails);
    let polls = polls.parse().expect("a number");
    let fresh = flow::Fresh::take(flow::Inputs {}).expect("the first time");
    let booted = match kind {
        "boot" => boards::drive(fresh.boot(), polls),
        _ => boards::drive(async { fresh.boot_core().await?.boot_device().await?.boot_app().await }, polls),
    };
    match booted {
        None => println!("> dropped"),
        Some(Ok(_)) => println!("> {:5} running", boards::now()),
        Some(Err(error)) => println!("> failed at {:?} with {:?}", error.node, error.cause),
    }
}

/// What a line says happened: `+imu`.
fn event(line: &str) -> &str {
    line.split_whitespace().last().unwrap_or_default()
}

fn time(trace: &[String], what: &str) -> u32 {
    let line = trace.iter().find(|line| event(line) == what).unwrap_or_else(|| panic!("no {what} in {trace:#?}"));
    line.split_whitespace().next().and_then(|time| time.parse().ok()).expect("a time in front")
}

#[test]
fn what_does_not_need_each_other_overlaps() {
    let trace = run("boot 1000 -");
    // The bus sleeps while the clocks block.
    assert_eq!((time(&trace, "(bus"), time(&trace, "+bus")), (1_000, 3_000));
    // The level is over before its rails have settled, and what needs none of them goes ahead.
    assert_eq!((time(&trace, "+v3v3"), time(&trace, "(noise"), time(&trace, "+noise")), (0, 3_000, 3_500));
    assert_eq!((time(&trace, "+vlcd"), time(&trace, "(imu")), (5_000, 5_000), "v3v3 has settled");
    // Good at 12 ms, when the real-time clock happens to block for 100 us.
    assert_eq!((time(&trace, "(lcd"), time(&trace, "+lcd")), (12_100, 32_100));
    assert_eq!(time(&trace, "running"), 32_300, "the longest way, and what blocks after it");
}

#[test]
fn what_meets_on_a_bus_while_it_awaits_comes_one_after_the_other() {
    // The drivers assert it, too.
    let trace = run("boot 1000 -");
    let (imu, baro) = ((time(&trace, "(imu"), time(&trace, "+imu")), (time(&trace, "(baro"), time(&trace, "+baro")));
    assert!(imu.1 <= baro.0 || baro.1 <= imu.0, "{imu:?} {baro:?}");
}

#[test]
fn levels_and_priorities_are_kept() {
    let trace = run("boot 1000 -");
    let at = |what: &str| trace.iter().position(|line| event(line) == what).expect(what);
    for before in ["+imu", "+baro", "+rtc", "+lcd", "+noise", "+filter"] {
        assert!(at(before) < at("(ui"), "{before}");
    }
    assert!(at("+bus") < at("(baro") && at("+ui") < at("(log"));
    assert_eq!(trace.last().map(|line| event(line)), Some("running"));
}

/// Who can be told to fail.
const FAIL: [&str; 12] =
    ["v3v3", "vlcd", "good vlcd", "clocks", "bus", "imu", "baro", "rtc", "lcd", "ui", "log", "nobody"];

/// What came up and is not down again, in the order it came up.
fn left(trace: &[String]) -> Vec<&str> {
    let mut up: Vec<&str> = Vec::new();
    for event in trace.iter().map(|line| event(line)) {
        if let Some(label) = event.strip_prefix('+') {
            up.push(label);
        } else if let Some(label) = event.strip_prefix('-') {
            let found = up.iter().position(|other| *other == label).unwrap_or_else(|| panic!("{label} is not up"));
            up.remove(found);
        }
    }
    up
}

/// What needs what, by which no node may go down before one that needs it.
const NEEDS: [(&str, &str); 8] = [
    ("imu", "bus"),
    ("imu", "v3v3"),
    ("baro", "bus"),
    ("rtc", "bus"),
    ("lcd", "vlcd"),
    ("vlcd", "v3v3"),
    ("filter", "noise"),
    ("ui", "lcd"),
];

fn goes_down_in_order(trace: &[String]) {
    let down: Vec<&str> = trace.iter().filter_map(|line| event(line).strip_prefix('-')).collect();
    for (user, need) in NEEDS {
        let at = |label: &str| down.iter().position(|other| *other == label);
        if let (Some(user_at), Some(need_at)) = (at(user), at(need)) {
            assert!(user_at < need_at, "{need} goes down before {user}: {trace:#?}");
        }
    }
}

#[test]
fn a_failure_takes_down_all_that_was_up_and_stops_the_rest() {
    for kind in ["boot", "stages"] {
        for fails in FAIL {
            let trace = run(&format!("{kind} 1000 {fails}"));
            let last = trace.last().expect("a result");
            if fails == "nobody" {
                assert!(last.ends_with("running"), "{last}");
                continue;
            }
            let (node, cause) = match fails.strip_prefix("good ") {
                Some(rail) => (rail, "Timeout"),
                None => (fails, "NoAnswer"),
            };
            assert_eq!(last.to_lowercase(), format!("failed at {node} with {cause}").to_lowercase());
            assert_eq!(left(&trace), Vec::<&str>::new(), "{kind}, {fails}: {trace:#?}");
            goes_down_in_order(&trace);
        }
    }
}

#[test]
fn a_dropped_boot_takes_down_exactly_what_was_up() {
    for kind in ["boot", "stages"] {
        let mut dropped = 0;
        for polls in 1..1000 {
            let trace = run(&format!("{kind} {polls} -"));
            if trace.last().is_none_or(|last| last != "dropped") {
                break;
            }
            dropped += 1;
            assert_eq!(left(&trace), Vec::<&str>::new(), "{kind}, {polls} polls: {trace:#?}");
            goes_down_in_order(&trace);
        }
        assert!(dropped > 10, "{kind} was dropped {dropped} times");
    }
}

#[test]
fn what_is_optional_fails_alone() {
    let trace = run("boot 1000 noise");
    assert!(trace.iter().any(|line| event(line) == "!noise"));
    assert!(trace.iter().all(|line| event(line) != "(filter"), "it needs what failed");
    assert!(trace.last().is_some_and(|last| last.ends_with("running")));
}
