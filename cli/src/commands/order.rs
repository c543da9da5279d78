//! `bringup order`.

use crate::args::{Format, OneBoard};
use crate::board::{Board, Input, words};
use crate::message::json;
use crate::terminal::{Stream, Terminal};
use crate::{Stop, Verdict, patch, replace, report};
use bringup_compiler::model::{Model, NodeId, NodeKind};
use bringup_compiler::plan::Plan;
use bringup_compiler::view;
use serde::Serialize;
use std::path::PathBuf;

/// Shows the order in which a board boots, and why
///
/// FILE.lock holds the order as it was agreed on, a node per line. Keep it beside the board, and let CI ask for `--locked`:
/// then a change that moves a node shows in the pull request.
#[derive(clap::Args)]
pub(crate) struct Order {
    #[command(flatten)]
    board: OneBoard,
    /// Writes the order to FILE.lock
    #[arg(long, conflicts_with = "locked")]
    lock: bool,
    /// Fails, and shows the difference, if the order is not that of FILE.lock
    #[arg(long)]
    locked: bool,
}

impl Order {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        if self.lock || self.locked {
            self.lock_path()?;
        }
        let board = Board::read(&self.board.file)?;
        let format = self.board.shown.format;
        let plan = report::plan(terminal, &board, format)?;
        if self.lock {
            let path = self.lock_path()?;
            replace::replace(&path, &view::lock(plan))?;
            terminal.say(format!("wrote {}\n", path.display()));
            return Ok(Verdict::Good);
        }
        if self.locked {
            return self.compare(terminal, plan);
        }
        terminal.print(match format {
            Format::Text => view::sequence(plan),
            Format::Json => json(&document(&board, plan)) + "\n",
        })?;
        Ok(Verdict::Good)
    }

    fn lock_path(&self) -> Result<PathBuf, Stop> {
        let Input::File(path) = &self.board.file else {
            return Err(Stop::Failure("standard input has no lock file beside it".to_owned()));
        };
        let mut name = path.clone().into_os_string();
        name.push(".lock");
        Ok(name.into())
    }

    fn compare(&self, terminal: &mut Terminal, plan: &Plan) -> Result<Verdict, Stop> {
        let path = self.lock_path()?;
        let name = path.display().to_string();
        let wrong = |why: &str| Stop::Failure(format!("{name}: {why}; `bringup order --lock` writes it"));
        let bytes = std::fs::read(&path).map_err(|error| wrong(&words(&error)))?;
        let text = String::from_utf8(bytes).map_err(|_| wrong("it is not UTF-8"))?;
        // Git may have given it the line ends of the system.
        let (agreed, now) = (text.replace("\r\n", "\n"), view::lock(plan));
        let same = agreed == now;
        let mut paper = terminal.paper(Stream::Out);
        match self.board.shown.format {
            Format::Text if same => {}
            Format::Text => patch::patch(&mut paper, (&name, "now"), &agreed, &now),
            Format::Json => {
                let diff = (!same).then(|| patch::text((&name, "now"), &agreed, &now));
                terminal.print(json(&Locked { schema: 1, lock: &name, same, diff }) + "\n")?;
            }
        }
        terminal.print(paper.as_slice())?;
        if same {
            return Ok(Verdict::Good);
        }
        terminal.fail(&format!(
            "the order is not that of {name}\nhelp: if that is what you want, accept it with `bringup order --lock`"
        ));
        Ok(Verdict::Bad)
    }
}

#[derive(Serialize)]
struct Locked<'a> {
    schema: u32,
    lock: &'a str,
    same: bool,
    diff: Option<String>,
}

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    board: &'a str,
    file: &'a str,
    levels: Vec<&'a str>,
    boot: Vec<Step<'a>>,
    rest: Vec<Rest<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    position: usize,
    label: &'a str,
    kind: &'static str,
    level: &'a str,
    priority: Option<u16>,
    needed_by: Option<&'a str>,
    optional: bool,
    attempts: u8,
}

#[derive(Serialize)]
struct Rest<'a> {
    label: &'a str,
    kind: &'static str,
    level: Option<&'a str>,
    disabled: bool,
}

fn kind(model: &Model, id: NodeId) -> &'static str {
    match model.node(id).kind {
        NodeKind::Device(_) => "device",
        NodeKind::Rail(_) => "rail",
    }
}

fn document<'a>(board: &'a Board, plan: &'a Plan) -> Document<'a> {
    let model = &plan.model;
    let mut boots = vec![false; model.nodes.len()];
    let mut boot = Vec::new();
    for (at, step) in plan.steps.iter().enumerate() {
        boots[step.node.0 as usize] = true;
        let device = model.node(step.node).device();
        boot.push(Step {
            position: at + 1,
            label: model.label(step.node),
            kind: kind(model, step.node),
            level: &model.level(step.level).name,
            priority: device.map(|device| device.priority),
            needed_by: step.pulled_by.map(|by| model.label(by)),
            optional: device.is_some_and(|device| device.optional.is_some()),
            attempts: device.and_then(|device| device.retry).map_or(1, |retry| retry.value),
        });
    }
    let rest = model.ids().filter(|id| !boots[id.0 as usize]).map(|id| Rest {
        label: model.label(id),
        kind: kind(model, id),
        level: model.node(id).level().map(|level| model.level(level.value).name.as_str()),
        disabled: model.node(id).disabled().is_some(),
    });
    Document {
        schema: 1,
        board: &model.board.name.name,
        file: board.name(),
        levels: model.levels.iter().map(|level| level.name.as_str()).collect(),
        rest: rest.collect(),
        boot,
    }
}
