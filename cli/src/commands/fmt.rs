//! `bringup fmt`.

use crate::args::{Files, Format, Shown};
use crate::board::{Input, text};
use crate::find::{self, Found};
use crate::lints::Lints;
use crate::message::json;
use crate::progress::Progress;
use crate::terminal::{Stream, Terminal};
use crate::{Stop, Verdict, patch, replace, report};
use bringup_dsl::Diagnostics;
use codespan_reporting::term::termcolor::Buffer;
use serde::Serialize;

/// Brings boards into the one style of the language
///
/// Comments and blank lines stay, and what cannot be read stays as it is. Standard input is written to standard output.
#[derive(clap::Args)]
pub(crate) struct Fmt {
    #[command(flatten)]
    files: Files,
    /// Changes nothing: shows what would change, and fails if there is any
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    shown: Shown,
}

#[derive(Serialize)]
struct Document {
    schema: u32,
    files: Vec<File>,
}

/// `text`: of standard input, unless it is only checked.
#[derive(Serialize)]
struct File {
    file: String,
    formatted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    diff: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

impl Fmt {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let found = find::boards(&self.files.files)?;
        let mut progress = Progress::new("formatting", found.len());
        let (mut verdict, mut files) = (Verdict::Good, Vec::new());
        for Found { input, .. } in found {
            progress.step(terminal, &input.name());
            match self.one(terminal, &input) {
                Ok(file) => {
                    if self.check && !file.formatted && verdict == Verdict::Good {
                        verdict = Verdict::Bad;
                    }
                    files.push(file);
                }
                Err(Stop::Errors) if verdict == Verdict::Good => verdict = Verdict::Bad,
                Err(Stop::Errors) => {}
                Err(Stop::Failure(why)) => {
                    terminal.fail(&why);
                    verdict = Verdict::Failed;
                }
            }
        }
        if self.shown.format == Format::Json {
            terminal.print(json(&Document { schema: 1, files }) + "\n")?;
        }
        Ok(verdict)
    }

    fn one(&self, terminal: &mut Terminal, input: &Input) -> Result<File, Stop> {
        let mut unfit = Diagnostics::new();
        let (sources, id) = text(input, &mut unfit)?;
        let source = sources.file(id);
        if unfit.has_errors() {
            report::print(terminal, Stream::Err, (&sources, &unfit), &Lints::default(), self.shown.format)?;
            return Err(Stop::Errors);
        }
        let formatted = bringup_dsl::format(source);
        let same = formatted == source.text;
        let mut file = File { file: input.name(), formatted: same, diff: None, text: None };
        match (input, self.check) {
            (_, true) if same => {}
            (_, true) => {
                let names = (source.name.as_str(), "formatted");
                match self.shown.format {
                    Format::Text => {
                        let mut paper: Buffer = terminal.paper(Stream::Out);
                        patch::patch(&mut paper, names, &source.text, &formatted);
                        terminal.print(paper.as_slice())?;
                    }
                    Format::Json => file.diff = Some(patch::text(names, &source.text, &formatted)),
                }
            }
            (Input::Stdin, false) if self.shown.format == Format::Text => terminal.print(&formatted)?,
            (Input::Stdin, false) => file.text = Some(formatted),
            (Input::File(_), false) if same => {}
            (Input::File(path), false) => replace::replace(path, &formatted)?,
        }
        Ok(file)
    }
}
