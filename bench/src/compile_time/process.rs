//! Whole processes, measured.

use firmware_tests::Result;
use std::env::current_exe;
use std::io::{Write, stdout};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

/// The first argument of this program when it is to measure another one, or to be measured itself.
pub(super) const MEASURE: &str = "--measure";
pub(super) const COMPILE: &str = "--compile";

/// What a process took.
#[derive(Clone, Copy)]
pub(super) struct Cost {
    /// From its start to its end.
    pub(super) time: Duration,
    /// The most memory that it had, in bytes.
    pub(super) memory: u64,
    /// What it says itself, if it does.
    pub(super) own: Duration,
}

/// So often, or as often as there is time for.
const RUNS: u32 = 30;
const ENOUGH: Duration = Duration::from_secs(2);

/// Runs `program` several times and takes the least of each.
pub(super) fn measure(program: &Path, arguments: &[&str]) -> Result<Cost> {
    let start = Instant::now();
    let mut least = once(program, arguments)?;
    for _ in 1..RUNS {
        if start.elapsed() > ENOUGH {
            break;
        }
        let Cost { time, memory, own } = once(program, arguments)?;
        least = Cost { time: least.time.min(time), memory: least.memory.min(memory), own: least.own.min(own) };
    }
    Ok(least)
}

/// The same of this program as it compiles a board.
pub(super) fn measure_stage(stage: &str, folder: &Path) -> Result<Cost> {
    let this = current_exe().map_err(|error| error.to_string())?;
    measure(&this, &[COMPILE, stage, &folder.to_string_lossy()])
}

/// Of a process, Linux counts as its memory also that of the one which started it, until it is another program. So what starts
/// it is a small one.
fn once(program: &Path, arguments: &[&str]) -> Result<Cost> {
    let this = current_exe().map_err(|error| error.to_string())?;
    let output = Command::new(this).arg(MEASURE).arg(program).args(arguments).output();
    let output = output.map_err(|error| format!("{}: {error}", program.display()))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let mut numbers = said.lines().rev().map(str::parse);
    match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(Ok(memory)), Some(Ok(time)), own) if output.status.success() => {
            let own = own.and_then(|own| own.ok()).unwrap_or(0);
            Ok(Cost { time: Duration::from_nanos(time), memory, own: Duration::from_nanos(own) })
        }
        _ => Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
    }
}

/// Runs a program and prints, after what that prints, its nanoseconds and bytes.
pub(super) fn watch(program: &str, arguments: &[String]) -> Result<()> {
    let wrong = |error: std::io::Error| format!("{program}: {error}");
    let start = Instant::now();
    let child = Command::new(program).args(arguments).stdin(Stdio::null()).spawn().map_err(wrong)?;
    let used = child.wait4().map_err(wrong)?;
    let time = start.elapsed();
    if !used.status.success() {
        return Err(format!("{program}: {}", used.status).into());
    }
    Ok(writeln!(stdout(), "{}\n{}", time.as_nanos(), used.rusage.maxrss).map_err(wrong)?)
}
