//! Diagnostics on a terminal, on paper, or for programs.

use crate::Stop;
use crate::args::Format;
use crate::board::Board;
use crate::lints::Lints;
use crate::message;
use crate::printable::Plain;
use crate::terminal::{Stream, Terminal, put};
use bringup_compiler::plan::Plan;
use bringup_compiler::render::{Sources, to_codespan};
use bringup_dsl::{Diagnostic, Diagnostics, SourceMap};
use codespan_reporting::diagnostic::{self as codespan, Severity};
use codespan_reporting::term::termcolor::{Buffer, ColorSpec};
use codespan_reporting::term::{self, Chars, Config};

/// How many of each there are.
#[derive(Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

/// Prints what was found, and counts it.
pub(crate) fn print(
    terminal: &mut Terminal,
    stream: Stream,
    (sources, diagnostics): (&SourceMap, &Diagnostics),
    lints: &Lints,
    format: Format,
) -> Result<Count, Stop> {
    let mut count = Count::default();
    let mut paper = terminal.paper(stream);
    for diagnostic in diagnostics.iter() {
        let Some(severity) = lints.severity(diagnostic) else { continue };
        match severity {
            Severity::Error => count.errors += 1,
            _ => count.warnings += 1,
        }
        match format {
            Format::Text => one(&mut paper, sources, diagnostic, severity),
            Format::Json => {
                put(&mut paper, &ColorSpec::new(), &(message::line(sources, diagnostic, severity) + "\n"));
            }
        }
    }
    terminal.write(stream, paper.as_slice())?;
    Ok(count)
}

/// One diagnostic as it is shown.
pub(crate) fn one(paper: &mut Buffer, sources: &SourceMap, diagnostic: &Diagnostic, severity: Severity) {
    let shown = codespan::Diagnostic { severity, ..to_codespan(sources, diagnostic) };
    picture(paper, sources, &shown);
}

/// Source lines with what is said about them. ASCII, because editors look for ` --> `.
pub(crate) fn picture(paper: &mut Buffer, sources: &SourceMap, shown: &codespan::Diagnostic<usize>) {
    let config = Config { chars: Chars::ascii(), ..Config::default() };
    if term::emit_to_write_style(&mut Plain(paper), &config, &Sources(sources), shown).is_err() {
        // A place outside its file would be our mistake; the words must come out all the same.
        put(paper, &ColorSpec::new(), &format!("{}\n", shown.message));
    }
}

/// The plan of a board; if it has errors, they are shown on standard error.
pub(crate) fn plan<'a>(terminal: &mut Terminal, board: &'a Board, format: Format) -> Result<&'a Plan, Stop> {
    if board.plan.is_none() {
        print(terminal, Stream::Err, (&board.sources, &board.diagnostics), &Lints::default(), format)?;
    }
    board.plan.as_ref().ok_or(Stop::Errors)
}
