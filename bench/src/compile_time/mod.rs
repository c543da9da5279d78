//! What compiling a board costs, and what it costs others.

mod board;
mod peers;
mod process;
mod subject;
mod text;

use crate::Tables;
use crate::table::{number, table};
use board::{Board, LEVELS, SHAPES, Shape};
use firmware_tests::{Result, target_dir};
use peers::{Answer, Peer};
use process::{Cost, measure_stage};
use std::path::PathBuf;
use std::time::Duration;

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];
/// More nodes and levels cannot be generated.
const MOST_VERTICES: usize = 65_535;

/// The tables of section "Compile time" in docs/performance.md.
pub(crate) fn measure() -> Result<Tables> {
    let peers = Peer::all()?;
    let (mut stages, mut others) = (Vec::new(), Vec::new());
    for shape in &SHAPES {
        let mut before = vec![None; peers.len()];
        for nodes in SIZES {
            let folder = write(shape, nodes)?;
            let cost = Stages::measure(nodes, &folder)?;
            stages.push([name(shape, nodes), cost.cells(nodes)].concat());
            for (peer, before) in peers.iter().zip(&mut before) {
                *before = Some(peer.compile(&folder, *before));
            }
            others.push([name(shape, nodes), compared(cost.plan, &before)].concat());
            std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
        }
    }
    let of_stages = [
        "board",
        "nodes",
        "parse ms",
        "check and plan ms",
        "codegen ms",
        "process to plan ms",
        "µs a node",
        "to codegen ms",
        "parse MiB",
        "plan MiB",
        "codegen MiB",
    ];
    let of_others = [
        "board",
        "nodes",
        "Bringup ms",
        "dtc ms",
        "edtlib ms",
        "dtc by Bringup",
        "edtlib by Bringup",
        "Bringup MiB",
        "dtc MiB",
        "edtlib MiB",
    ];
    Ok(vec![("compile time", table(&of_stages, &stages)), ("compile time of others", table(&of_others, &others))])
}

/// What this program does when it is started by itself. `None`: it was not.
pub(crate) fn started_by_itself(arguments: &[String]) -> Option<Result<()>> {
    match arguments {
        [what, program, arguments @ ..] if what == process::MEASURE => Some(process::watch(program, arguments)),
        [what, stage, folder] if what == process::COMPILE => Some(subject::run(stage, folder.as_ref())),
        _ => None,
    }
}

fn write(shape: &Shape, nodes: usize) -> Result<PathBuf> {
    let folder = target_dir().with_file_name("compile-time").join(format!("{}-{nodes}", shape.name));
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    text::write(&Board::new(nodes, shape), &folder).map_err(wrong)?;
    Ok(folder)
}

fn name(shape: &Shape, nodes: usize) -> Vec<String> {
    vec![shape.name.to_owned(), number(nodes as u64)]
}

/// Whole processes that go as far as a stage.
struct Stages {
    parse: Cost,
    plan: Cost,
    /// Unless there are too many nodes.
    codegen: Option<Cost>,
}

impl Stages {
    fn measure(nodes: usize, folder: &std::path::Path) -> Result<Stages> {
        let [parse, plan, codegen] = subject::STAGES;
        let fits = nodes + LEVELS <= MOST_VERTICES;
        Ok(Stages {
            parse: measure_stage(parse, folder)?,
            plan: measure_stage(plan, folder)?,
            codegen: fits.then(|| measure_stage(codegen, folder)).transpose()?,
        })
    }

    fn cells(&self, nodes: usize) -> Vec<String> {
        let Stages { parse, plan, codegen } = self;
        let a_node = plan.time.as_secs_f64() * 1e6 / nodes as f64;
        let if_fits = |cell: fn(&Cost) -> String| codegen.as_ref().map_or(String::from("–"), cell);
        vec![
            millis(parse.own),
            millis(plan.own.saturating_sub(parse.own)),
            if_fits(|cost| millis(cost.own)),
            millis(plan.time),
            format!("{a_node:.1}"),
            if_fits(|cost| millis(cost.time)),
            mebibytes(parse),
            mebibytes(plan),
            if_fits(mebibytes),
        ]
    }
}

fn compared(plan: Cost, answers: &[Option<Answer>]) -> Vec<String> {
    let cells = |own: String, cell: &dyn Fn(&Cost) -> String| {
        let of = |answer: &Option<Answer>| match answer {
            Some(Answer::Done(cost)) => cell(cost),
            Some(Answer::Failed) => String::from("fails"),
            Some(Answer::NotAsked) | None => String::from("–"),
        };
        let own = Some(own).filter(|own| !own.is_empty());
        own.into_iter().chain(answers.iter().map(of)).collect::<Vec<_>>()
    };
    let ratio = |cost: &Cost| format!("{:.1}", cost.time.as_secs_f64() / plan.time.as_secs_f64());
    [
        cells(millis(plan.time), &|cost| millis(cost.time)),
        cells(String::new(), &ratio),
        cells(mebibytes(&plan), &mebibytes),
    ]
    .concat()
}

fn millis(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1e3)
}

fn mebibytes(cost: &Cost) -> String {
    format!("{:.1}", cost.memory as f64 / f64::from(1 << 20))
}
