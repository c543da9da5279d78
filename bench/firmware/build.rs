//! Writes random boards, each for every way to boot.

#[allow(dead_code)] // the benchmarks read more of it
#[path = "../../tests/best_order/board.rs"]
mod board;
#[path = "src/ways.rs"]
mod ways;

use board::{Board, MIXED};
use std::fmt::Write;
use std::path::Path;
use ways::{BOARDS, WAYS, Way};

fn main() {
    for source in ["build.rs", "src/ways.rs", "../../tests/best_order/board.rs"] {
        println!("cargo::rerun-if-changed={source}");
    }
    let out = std::env::var_os("OUT_DIR").expect("cargo says where");
    std::fs::write(Path::new(&out).join("random.rs"), random()).expect("a folder that can be written to");
}

fn is_wanted(way: &Way) -> bool {
    std::env::var_os(format!("CARGO_FEATURE_{}", way.name.replace('-', "_").to_uppercase())).is_some()
}

fn random() -> String {
    let (mut modules, mut calls) = (String::new(), String::new());
    for way in WAYS.iter().filter(|way| is_wanted(way)) {
        let boards = || (0..BOARDS).map(|seed| (format!("b{seed}"), Board::random(seed, MIXED)));
        let text = |(label, board): (String, Board)| format!("bringup::{}", board.text(&label, &way.style));
        // Writing into a String cannot fail.
        let _ = writeln!(modules, "mod {} {{ {} }}", way.module, boards().map(text).collect::<String>());
        for (label, _) in boards() {
            let wait = if way.awaits { ", await" } else { "" };
            let _ = writeln!(calls, "crate::time_boot!(\"{label} {}\", {}::{label}{wait});", way.name, way.module);
        }
    }
    format!("{modules} pub async fn boot() {{ {calls} }}\n")
}
