//! Random boards: how far each way to boot is from the shortest time there can be.

use super::times::{Measured, critical_path, predicted};
use crate::board::{Board, MIXED};
use crate::table::{number, table};
use crate::ways::{BOARDS, WAYS, Way};
use bringup_tests::compile_text;
use firmware_tests::Result;

/// By how much waiting itself may lengthen a boot that cannot be made shorter, in microseconds.
const TOLERANCE: u64 = 5;

pub(crate) fn measure() -> Result<String> {
    let on_the_spot = Measured::run(&[WAYS[0].name])?;
    let mut rows = Vec::new();
    for way in &WAYS {
        let measured = Measured::run(&[way.name])?;
        let boots: Vec<Boot> = (0..BOARDS).map(|seed| Boot::new(seed, way, &measured)).collect::<Result<_>>()?;
        if !way.awaits {
            for (seed, boot) in boots.iter().enumerate() {
                let before = on_the_spot.of(&format!("b{seed}"), WAYS[0].name)?;
                assert!(boot.measured <= before + TOLERANCE, "board {seed}, {}: {}", way.name, boot.measured);
            }
        }
        let ratio = |boot: &Boot| boot.measured as f64 / boot.bound as f64;
        let later = |boot: &Boot| boot.measured.saturating_sub(boot.predicted) as f64;
        let mean = |of: &dyn Fn(&Boot) -> f64| boots.iter().map(of).sum::<f64>() / boots.len() as f64;
        let worst = |of: &dyn Fn(&Boot) -> f64| boots.iter().map(of).fold(0.0, f64::max);
        rows.push(vec![
            way.title.to_owned(),
            number(mean(&|boot| boot.measured as f64).round() as u64),
            format!("{:.3}", mean(&ratio)),
            format!("{:.3}", worst(&ratio)),
            format!("{:.0}", mean(&later)),
            format!("{:.0}", worst(&later)),
        ]);
    }
    let head = ["boot", "mean µs", "by lower bound, mean", "worst", "µs later than predicted, mean", "worst"];
    Ok(table(&head, &rows))
}

/// Times in microseconds.
struct Boot {
    measured: u64,
    predicted: u64,
    /// No boot of this kind is shorter.
    bound: u64,
}

impl Boot {
    fn new(seed: u64, way: &Way, measured: &Measured) -> Result<Boot> {
        let board = Board::random(seed, MIXED);
        let text = |way: &Way| board.text("b", &way.style);
        let compiled = compile_text(&text(way));
        let plan = compiled.plan.as_ref().ok_or_else(|| compiled.rendered())?;
        let overlapped = compile_text(&text(&WAYS[2]));
        let path = overlapped.plan.as_ref().map_or(0, critical_path);
        let bound = if way.name == "concurrent" { path } else { path.max(board.work()) };
        let predicted = predicted(plan, way.name == "delay");
        Ok(Boot { measured: measured.of(&format!("b{seed}"), way.name)?, predicted, bound })
    }
}
