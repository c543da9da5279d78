//! The conformance cases on a Cortex-M3, and on a Cortex-M0, which has no compare-and-swap. `tests/conformance` runs the
//! same on the host.
use firmware_tests::{Firmware, Result, difference};

#[macro_use]
#[path = "../../conformance/cases/list.rs"]
mod list;

macro_rules! names {
    ($($module:ident: $($name:ident)*;)*) => {
        const NAMES: &[&str] = &[$($(stringify!($name),)*)*];
    };
}

cases!(names);

/// What a run prints that leaves nothing out.
fn all() -> String {
    let lines = NAMES.iter().map(|name| format!("ok {name}\n"));
    lines.chain([format!("{} cases\n", NAMES.len())]).collect()
}

fn every_case_holds(folder: &str) -> Result<()> {
    let outcome = Firmware::build(folder, &[])?.run().finish()?;
    if let Some(difference) = difference(&all(), &outcome.transcript) {
        return Err(difference.into());
    }
    assert!(outcome.success);
    Ok(())
}

#[test]
fn every_case_holds_on_a_cortex_m3() -> Result<()> {
    every_case_holds("tests/conformance/firmware")
}

#[test]
fn every_case_holds_without_compare_and_swap() -> Result<()> {
    every_case_holds("tests/conformance/microbit")
}

/// The image leaves out the first case, and has one too many, whose trace is another than it expects.
#[test]
fn mistakes_are_noticed() -> Result<()> {
    let outcome = Firmware::build("tests/conformance/firmware", &["mistakes"])?.run().finish()?;
    let difference = difference(&all(), &outcome.transcript).unwrap_or_default();
    let first = NAMES.first().copied().unwrap_or_default();
    assert!(difference.starts_with(&format!("line 1: expected `ok {first}`, found `ok ")), "{difference}");
    let last = NAMES.last().copied().unwrap_or_default();
    assert!(outcome.transcript.contains(&format!("ok {last}\n")), "the right ones hold: {}", outcome.transcript);
    assert!(outcome.transcript.contains("found `+clocks +spi"), "{}", outcome.transcript);
    assert!(!outcome.transcript.contains("ok wrong") && !outcome.success);
    Ok(())
}
