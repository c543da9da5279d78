//! `bringup check`.

use crate::args::{Files, Format, Shown};
use crate::board::{Board, Input};
use crate::find::{self, Found};
use crate::lints::Lints;
use crate::message::Finished;
use crate::printable::printable;
use crate::progress::Progress;
use crate::report::{self, Count};
use crate::terminal::{Stream, Terminal};
use crate::watch::{self, Stamp};
use crate::{Stop, Verdict};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Reports all errors and lints of boards
///
/// Each file is a board. In a folder, every `.board` file is one, except those that begin with `fragment`: they are checked
/// where they are included.
#[derive(clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    files: Files,
    #[command(flatten)]
    lints: Lints,
    /// Checks again whenever a board, or a file that it includes, changes
    #[arg(long)]
    watch: bool,
    #[command(flatten)]
    shown: Shown,
}

impl Check {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        if !self.watch {
            return Ok(self.round(terminal, &find::boards(&self.files.files)?)?.0);
        }
        if self.files.files.iter().any(|file| file.as_os_str() == "-") {
            return Err(Stop::Failure("standard input cannot be watched".to_owned()));
        }
        let mut found = find::boards(&self.files.files)?;
        loop {
            let (verdict, stamps) = self.round(terminal, &found)?;
            if terminal.is_closed() {
                return Ok(verdict);
            }
            terminal.say(format!("watching {}\n", counted(stamps.len(), "file")));
            // A folder that is gone may come back.
            let listed = || find::boards(&self.files.files).unwrap_or_default();
            watch::wait(&stamps, || listed() != found);
            found = listed();
        }
    }

    fn round(&self, terminal: &mut Terminal, found: &[Found]) -> Result<(Verdict, Vec<Stamp>), Stop> {
        let (mut count, mut boards, mut unread) = (Count::default(), 0, 0);
        let (mut stamps, mut fragments): (Vec<Stamp>, Vec<&Input>) = (Vec::new(), Vec::new());
        let mut progress = Progress::new("checking", found.len());
        for Found { input, named } in found {
            progress.step(terminal, &input.name());
            if !named && find::is_fragment(input) {
                fragments.push(input);
                continue;
            }
            stamps.extend(input.path().map(Stamp::new));
            match Board::read(input) {
                Ok(board) => {
                    let said = (&board.sources, &board.diagnostics);
                    let more = report::print(terminal, Stream::Out, said, &self.lints, self.shown.format)?;
                    count.add(more);
                    boards += 1;
                    stamps.extend(board.touched);
                }
                Err(Stop::Failure(why)) => {
                    terminal.fail(&why);
                    unread += 1;
                }
                Err(Stop::Errors) => count.errors += 1,
            }
        }
        let included: HashSet<PathBuf> = stamps.iter().filter_map(|stamp| stamp.path().canonicalize().ok()).collect();
        let is_included = |path: &Path| path.canonicalize().is_ok_and(|path| included.contains(&path));
        for lonely in fragments.into_iter().filter(|fragment| !fragment.path().is_some_and(is_included)) {
            stamps.extend(lonely.path().map(Stamp::new));
            terminal.say(format!(
                "note: {} is a fragment that none of these boards includes\n",
                printable(&lonely.name())
            ));
        }
        match self.shown.format {
            Format::Text => terminal.say(format!("checked {}: {}\n", counted(boards, "board"), count.words(unread))),
            Format::Json => terminal.print(Finished::line(count.errors == 0 && unread == 0) + "\n")?,
        }
        let verdict = match (unread, count.errors) {
            (0, 0) => Verdict::Good,
            (0, _) => Verdict::Bad,
            _ => Verdict::Failed,
        };
        let mut seen = HashSet::new();
        stamps.retain(|stamp| seen.insert(stamp.path().to_owned()));
        Ok((verdict, stamps))
    }
}

/// `1 board`, `2 boards`
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

impl Count {
    fn add(&mut self, more: Count) {
        self.errors += more.errors;
        self.warnings += more.warnings;
    }

    fn words(self, unread: usize) -> String {
        let some = |count: usize, noun: &str| (count > 0).then(|| counted(count, noun));
        let unread = some(unread, "file").map(|files| format!("{files} not read"));
        let parts = [some(self.errors, "error"), some(self.warnings, "warning"), unread];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "no errors".to_owned() } else { parts.join(", ") }
    }
}
