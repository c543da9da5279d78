//! `bringup explain`.

pub(crate) mod nodes;

use crate::args::{Format, Shown};
use crate::board::Input;
use crate::message::json;
use crate::terminal::{Stream, Terminal, put};
use crate::{Stop, Verdict};
use bringup_dsl::Code;
use clap::ValueHint;
use codespan_reporting::term::termcolor::{Buffer, Color, ColorSpec};
use serde::Serialize;

/// Explains a code, or why one node comes up before another
///
/// `bringup explain B0301` explains an error or lint, with a wrong and a right example; without a code, all are listed.
/// `bringup explain i2c1 imu -f hub.board` says what puts two nodes in order, edge by edge.
#[derive(clap::Args)]
pub(crate) struct Explain {
    /// A code such as B0301, or the labels of two nodes
    #[arg(value_name = "CODE | A B", num_args = 0..=2)]
    what: Vec<String>,
    /// The board of the two nodes; `-` reads standard input
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<Input>,
    #[command(flatten)]
    shown: Shown,
}

impl Explain {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        match (self.what.as_slice(), &self.file) {
            ([], None) => self.list(terminal),
            ([code], None) => self.code(terminal, code),
            ([a, b], Some(file)) => nodes::run(terminal, (a, b), file, self.shown.format),
            ([_, _], None) => Err(Stop::Failure("which board are these nodes of? Say it with `-f FILE`".to_owned())),
            _ => Err(Stop::Failure("with `-f FILE`, two nodes have to be named".to_owned())),
        }
    }

    fn list(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let codes = Code::ALL.iter().copied();
        terminal.print(match self.shown.format {
            Format::Text => codes.map(|code| format!("{code}  {}\n", code.title())).collect(),
            Format::Json => json(&Codes { schema: 1, codes: codes.map(Explained::new).collect() }) + "\n",
        })?;
        Ok(Verdict::Good)
    }

    fn code(&self, terminal: &mut Terminal, name: &str) -> Result<Verdict, Stop> {
        let unknown = || Stop::Failure(format!("there is no code {name}; `bringup explain` lists all"));
        let code = Code::from_name(&name.to_uppercase()).ok_or_else(unknown)?;
        let mut paper = terminal.paper(Stream::Out);
        match self.shown.format {
            Format::Text => markdown(&mut paper, code.explain()),
            Format::Json => put(&mut paper, &ColorSpec::new(), &(json(&Explained::new(code)) + "\n")),
        }
        terminal.print(paper.as_slice())?;
        Ok(Verdict::Good)
    }
}

/// Markdown, with colours for headings and code.
fn markdown(paper: &mut Buffer, text: &str) {
    let mut code = false;
    for line in text.split_inclusive('\n') {
        let mut colour = ColorSpec::new();
        let fence = line.starts_with("```");
        match (fence, code) {
            (true, _) => colour.set_dimmed(true),
            (false, true) => colour.set_fg(Some(Color::Cyan)),
            (false, false) => colour.set_bold(line.starts_with('#')),
        };
        code ^= fence;
        put(paper, &colour, line);
    }
}

#[derive(Serialize)]
struct Codes {
    schema: u32,
    codes: Vec<Explained>,
}

#[derive(Serialize)]
struct Explained {
    schema: u32,
    code: &'static str,
    title: &'static str,
    level: &'static str,
    text: &'static str,
}

impl Explained {
    fn new(code: Code) -> Explained {
        let level = if code.is_lint() { "warning" } else { "error" };
        Explained { schema: 1, code: code.name(), title: code.title(), level, text: code.explain() }
    }
}
