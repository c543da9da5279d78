//! Measures what the documents say, and writes their tables.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml                        everything
//! cargo run --release --manifest-path bench/Cargo.toml -- boot-time           one part of it
//! cargo run --release --manifest-path bench/Cargo.toml -- --check boot-time   whether the tables are what they would be
//! ```

#[path = "../../tests/best_order/board.rs"]
mod board;
mod boot_time;
#[path = "../../tests/best_order/compare.rs"]
mod compare;
mod compile_time;
mod crates;
mod document;
#[path = "../../tests/best_order/search.rs"]
mod search;
mod size;
mod table;
#[path = "../firmware/src/ways.rs"]
mod ways;

use firmware_tests::Result;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

/// The tables by the names that they have in the document.
type Tables = Vec<(&'static str, String)>;

/// Something that is measured.
struct Part {
    name: &'static str,
    /// In folder `docs`.
    document: &'static str,
    measure: fn() -> Result<Tables>,
    /// Whether every run gives the same tables.
    repeats: bool,
}

const PARTS: [Part; 4] = [
    Part { name: "boot-time", document: "boot-time.md", measure: boot_time::measure, repeats: true },
    Part { name: "size", document: "performance.md", measure: size::measure, repeats: true },
    Part { name: "compile-time", document: "performance.md", measure: compile_time::measure, repeats: false },
    Part { name: "crates", document: "performance.md", measure: crates::measure, repeats: false },
];

fn run(names: &[String], check: bool) -> Result<()> {
    let known = |name: &&String| !PARTS.iter().any(|part| part.name == **name);
    if let Some(name) = names.iter().find(known) {
        let parts: Vec<_> = PARTS.iter().map(|part| part.name).collect();
        return Err(format!("no part `{name}`; there are: {}", parts.join(", ")).into());
    }
    let wanted = |part: &&Part| names.is_empty() || names.iter().any(|name| name == part.name);
    for part in PARTS.iter().filter(wanted) {
        if check && !part.repeats {
            let _ = writeln!(stdout(), "{}: not checked, times are never the same twice", part.name);
            continue;
        }
        let done = document::update(part.document, &(part.measure)()?, check)?;
        let _ = writeln!(stdout(), "{}: {done}", part.name);
    }
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let done = compile_time::started_by_itself(&arguments).unwrap_or_else(|| {
        let (options, names): (Vec<_>, Vec<_>) =
            arguments.into_iter().partition(|argument| argument.starts_with('-'));
        match options.iter().find(|option| *option != "--check") {
            Some(option) => Err(format!("no option `{option}`; there is: --check").into()),
            None => run(&names, !options.is_empty()),
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            let _ = writeln!(stderr(), "{wrong:?}");
            ExitCode::FAILURE
        }
    }
}
