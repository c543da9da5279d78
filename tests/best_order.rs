//! The order of the plan against the best of all.

#[path = "best_order/jobs.rs"]
mod jobs;
#[path = "best_order/random.rs"]
mod random;

use bringup_tests::compile_text;
use random::{Board, MIXED, Shape, Style};

fn ratio(seed: u64, shape: Shape) -> (f64, f64, String) {
    let board = Board::random(seed, shape);
    let style = Style { head: "    clock = C;\n", spend: |us| format!("spend({us})"), naive: false };
    let text = board.text("b", &style);
    let compiled = compile_text(&text);
    let plan = compiled.plan.as_ref().unwrap_or_else(|| panic!("{}\n{text}", compiled.rendered()));
    let jobs = jobs::jobs(plan);
    let planned = jobs::planned(plan, &plan.schedule.all, false);
    let shortest = jobs::shortest(&jobs, planned + 1);
    assert!(planned <= board.one_by_one() * 1000);
    assert!(jobs::critical_path(&jobs) <= shortest);
    (planned as f64 / shortest.max(1) as f64, planned as f64 / jobs::critical_path(&jobs).max(1) as f64, text)
}

#[test]
fn explore() {
    let n: u64 = std::env::var("N").map_or(300, |n| n.parse().unwrap());
    for (name, shape) in [
        ("mixed<=9", Shape { nodes: (3, 9), ..MIXED }),
        ("no prio", Shape { nodes: (5, 9), priorities: 1, levels: 2, ..MIXED }),
        ("one level", Shape { nodes: (5, 9), priorities: 1, levels: 1, rails: 40, ..MIXED }),
        ("one level, few edges", Shape { nodes: (7, 9), priorities: 1, levels: 1, rails: 40, edges: 15, ..MIXED }),
        ("one level, rails", Shape { nodes: (7, 9), priorities: 1, levels: 1, rails: 60, edges: 20, ..MIXED }),
    ] {
        let mut all: Vec<_> = (0..n).map(|seed| (ratio(seed, shape), seed)).collect();
        all.sort_by(|a, b| a.0.0.total_cmp(&b.0.0));
        let mean = all.iter().map(|r| r.0.0).sum::<f64>() / n as f64;
        let above = all.iter().filter(|r| r.0.0 > 1.05).count();
        let last = all.last().unwrap();
        println!("{name}: mean {mean:.4} worst {:.4} above {above}/{n}, seed {}\n", last.0.0, last.1);
        if std::env::var("SHOW").is_ok() { println!("{}", last.0.2); }
    }
}
