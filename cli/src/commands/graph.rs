//! `bringup graph`.

mod columns;
mod dot;
mod frame;
mod json;
mod kinds;
mod lane;
mod layout;
mod legend;
mod mermaid;
mod page;
mod plane;
mod ports;
mod routes;
mod scene;
mod svg;
mod wires;

use crate::args::{Format, OneBoard};
use crate::board::Board;
use crate::lints::Lints;
use crate::terminal::{Stream, Terminal};
use crate::{Stop, Verdict, report};
use clap::ValueEnum;
use scene::Scene;

/// Draws the graph: levels, rails, and what needs what; cycles in red
///
/// A board with errors is drawn as far as it could be read.
#[derive(clap::Args)]
pub(crate) struct Graph {
    #[command(flatten)]
    board: OneBoard,
    /// How it is drawn [default: svg]
    #[arg(long = "as", value_name = "FORM")]
    form: Option<Form>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A picture, for light and dark
    Svg,
    /// For Graphviz
    Dot,
    /// For Markdown that knows Mermaid
    Mermaid,
    /// A page to search and click in, in one file
    Html,
}

impl Graph {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let format = self.board.shown.format;
        if format == Format::Json && self.form.is_some() {
            return Err(Stop::Failure("`--format json` is no picture: leave it out, or `--as`".to_owned()));
        }
        let board = Board::read(&self.board.file)?;
        if board.plan.is_none() {
            let found = (&board.sources, &board.diagnostics);
            report::print(terminal, Stream::Err, found, &Lints::default(), format)?;
        }
        let scene = Scene::new(&board).ok_or(Stop::Errors)?;
        terminal.print(match (format, self.form.unwrap_or(Form::Svg)) {
            (Format::Json, _) => json::json(&scene),
            (Format::Text, Form::Svg) => svg::drawing(&scene)?.0.svg(),
            (Format::Text, Form::Dot) => dot::dot(&scene),
            (Format::Text, Form::Mermaid) => mermaid::mermaid(&scene),
            (Format::Text, Form::Html) => page::page(&scene, &board)?,
        })?;
        Ok(if board.plan.is_some() { Verdict::Good } else { Verdict::Bad })
    }
}
