//! The `bringup` command: a board before and beside the compiler.
//!
//! Every subcommand is a file in `commands/`: it reads a board through [`board`], which compiles it as the macro does,
//! and prints through [`terminal`].

mod args;
mod board;
mod commands;
mod find;
mod lints;
mod message;
mod patch;
mod picture;
mod printable;
mod progress;
mod replace;
mod report;
mod terminal;
mod watch;

use clap::Parser;
use std::process::ExitCode;
use terminal::Terminal;

/// How it ended, unless it could not be done at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Exit code 0.
    Good,
    /// A board has errors, or does not pass a check: exit code 1.
    Bad,
    /// Something could not be done, and that has been said: exit code 2.
    Failed,
}

/// Why it goes no further.
enum Stop {
    /// A board has errors, and they have been shown: exit code 1.
    Errors,
    /// It cannot be done, for this reason, which names the file if it is about one: exit code 2.
    Failure(String),
}

fn main() -> ExitCode {
    // clap ends wrong usage with 2, and `--help` with 0.
    let args = args::Args::parse();
    let mut terminal = Terminal::new(args.color);
    let end = commands::run(args.command, &mut terminal);
    terminal.clear();
    match end {
        Ok(Verdict::Good) => ExitCode::SUCCESS,
        Ok(Verdict::Bad) => ExitCode::from(1),
        Ok(Verdict::Failed) => ExitCode::from(2),
        Err(Stop::Errors) => ExitCode::from(1),
        Err(Stop::Failure(why)) => {
            terminal.fail(&why);
            ExitCode::from(2)
        }
    }
}
