//! The board of twelve nodes.

use super::times::{Measured, critical_path, predicted, work};
use crate::table::{number, table};
use crate::ways::WAYS;
use bringup_tests::compile_file;
use firmware_tests::Result;
use std::path::Path;

const FILES: [&str; 5] =
    ["on_the_spot.board", "blocking.board", "blocking.board", "sequence.board", "concurrent.board"];

pub(crate) fn measure() -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("firmware/boards");
    let measured = Measured::run(&[])?;
    let mut rows = Vec::new();
    for (way, file) in WAYS.iter().zip(FILES) {
        let compiled = compile_file(&folder, file);
        let plan = compiled.plan.as_ref().ok_or_else(|| compiled.rendered())?;
        let times = [predicted(plan, way.name == "delay"), measured.of("hub", way.name)?];
        rows.push([vec![way.title.to_owned()], times.map(number).to_vec()].concat());
        if way.name == "concurrent" {
            rows.push(vec!["all inits, without any wait".to_owned(), number(work(plan)), String::new()]);
            rows.push(vec!["critical path".to_owned(), number(critical_path(plan)), String::new()]);
        }
    }
    Ok(table(&["boot", "predicted µs", "measured µs"], &rows))
}
