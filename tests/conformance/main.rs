//! Every rule and promise of run-time control, on the host. `tests/firmware` runs the same cases on chips.
//!
//! A board comes up once per program, so each case is a program of its own: this one again, with the name in a variable.

#[macro_use]
#[path = "cases/list.rs"]
mod list;

mod cases;
mod host;
mod machine;
#[path = "cases/wrong.rs"]
mod wrong;

use std::process::Command;

/// What the parent asks a child to run.
const CASE: &str = "BRINGUP_CASE";

macro_rules! tests {
    ($($module:ident: $($name:ident)*;)*) => {
        /// What a child can be asked for.
        const CASES: &[(&str, fn())] = &[$($((stringify!($name), cases::$module::$name),)*)*];

        $($(
            #[test]
            fn $name() {
                run(stringify!($name));
            }
        )*)*
    };
}

cases!(tests);

/// Runs a case in a program of its own. It ends with what went wrong.
fn attempt(case: &str) -> Result<(), String> {
    let exe = std::env::current_exe().expect("the test knows its own file");
    let output = Command::new(exe)
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(CASE, case)
        .output()
        .expect("the test can be run again");
    let said = String::from_utf8_lossy(&output.stdout).contains("case is done");
    if output.status.success() && said { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

#[track_caller]
fn run(case: &str) {
    if let Err(why) = attempt(case) {
        panic!("{case}\n{why}");
    }
}

/// The child.
#[test]
fn child() {
    let Ok(name) = std::env::var(CASE) else { return };
    let wrong: &[(&str, fn())] = &[("wrong", wrong::wrong)];
    let known = CASES.iter().chain(host::CASES).chain(wrong).find(|(known, _)| *known == name);
    let (_, case) = known.expect("a case of this program");
    case();
    println!("case is done");
}

#[test]
fn the_harness_notices_a_wrong_trace() {
    let why = attempt("wrong").expect_err("the trace of that case is another");
    assert!(why.contains("expected `+clocks +spi +i2c +v3v3 +vio +imu +baro !lcd -imu -baro"), "{why}");
    assert!(why.contains("found `+clocks +spi +i2c +v3v3 +vio +imu +baro !lcd -baro -imu"), "{why}");
}

#[test]
fn the_harness_notices_a_missing_case() {
    assert!(attempt("no such case").is_err_and(|why| why.contains("a case of this program")));
}

#[test]
fn every_rule_and_every_promise_has_a_case() {
    let names = || CASES.iter().chain(host::CASES).map(|(name, _)| *name);
    for rule in 1..=10 {
        let of_rule = format!("rule_{rule}_");
        assert!(names().any(|name| name.starts_with(&of_rule)), "rule {rule}");
    }
    let promises = names().filter(|name| name.starts_with("promise_")).count();
    assert_eq!(promises, 17, "one for each row, and one more for the row on power");
    let mut distinct: Vec<_> = names().collect();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), names().count(), "each name is there once");
}
