//! `bringup timeline`.

mod axis;
mod chart;
mod document;
mod drawing;
mod head;
mod page;
mod rows;
mod words;

use crate::args::{Format, OneBoard};
use crate::board::Board;
use crate::message::json;
use crate::terminal::Terminal;
use crate::{Stop, Verdict, report};
use bringup_compiler::view;
use clap::ValueEnum;

/// Shows when what happens at boot: what takes long, and what the boot waits for
#[derive(clap::Args)]
pub(crate) struct Timeline {
    #[command(flatten)]
    board: OneBoard,
    /// How it is drawn
    #[arg(long = "as", value_name = "FORM", default_value = "text")]
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Characters
    Text,
    /// A picture, for documents
    Svg,
    /// A page with the picture in it, to search, zoom and click; it needs nothing but the file
    Html,
}

impl Timeline {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let format = self.board.shown.format;
        if format == Format::Json && self.form != Form::Text {
            return Err(Stop::Failure("`--format json` is no picture: leave it out, or `--as`".to_owned()));
        }
        let board = Board::read(&self.board.file)?;
        let plan = report::plan(terminal, &board, format)?;
        terminal.print(match (format, self.form) {
            (Format::Json, _) => json(&document::document(&board, plan)) + "\n",
            (Format::Text, Form::Text) => view::timeline(plan),
            (Format::Text, Form::Svg) => drawing::svg(plan),
            (Format::Text, Form::Html) => page::page(&board, plan),
        })?;
        Ok(Verdict::Good)
    }
}
