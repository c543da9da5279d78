//! Measures how long boots take and what waiting costs, and writes the tables of docs/boot-time.md.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml              writes them: ten minutes, or one if all is built
//! cargo run --release --manifest-path bench/Cargo.toml -- --check   says whether they are what they would be
//! ```

#[path = "../../tests/best_order/board.rs"]
mod board;
#[path = "../../tests/best_order/compare.rs"]
mod compare;
mod cost;
mod document;
mod hub;
mod orders;
mod random;
#[path = "../../tests/best_order/search.rs"]
mod search;
mod table;
mod times;
#[path = "../firmware/src/ways.rs"]
mod ways;

use firmware_tests::Result;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

/// The tables by the names that they have in the document.
type Tables = Vec<(&'static str, String)>;

fn measure() -> Result<Tables> {
    Ok(vec![
        ("best order", orders::measure()),
        ("twelve nodes", hub::measure()?),
        ("random boards", random::measure()?),
        ("cost", cost::measure()?),
    ])
}

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let check = arguments.iter().any(|argument| argument == "--check");
    let done = measure().and_then(|tables| document::update(&tables, check));
    match done {
        Ok(done) => {
            let _ = writeln!(stdout(), "{done}");
            ExitCode::SUCCESS
        }
        Err(wrong) => {
            let _ = writeln!(stderr(), "{wrong:?}");
            ExitCode::FAILURE
        }
    }
}
