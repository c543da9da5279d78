//! What can be written behind `bringup`.

use crate::board::Input;
use crate::commands::{check, completions, expand, explain, fmt, graph, man, new, order, power, timeline};
use clap::{Parser, Subcommand, ValueEnum, ValueHint};
use std::path::PathBuf;

/// Checks, formats and explains board descriptions.
#[derive(Parser)]
#[command(name = "bringup", version, max_term_width = 100, after_help = AFTER)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Colours: by default on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Colour,
}

const AFTER: &str = "Exit codes: 0 all is well, 1 errors in a board or a check that failed, 2 wrong usage or a file that \
                     cannot be read or written.";

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(check::Check),
    Explain(explain::Explain),
    Order(order::Order),
    Graph(graph::Graph),
    Power(power::Power),
    Timeline(timeline::Timeline),
    Expand(expand::Expand),
    Fmt(fmt::Fmt),
    New(new::New),
    Completions(completions::Completions),
    Man(man::Man),
}

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

/// What is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs; see cli/JSON.md
    Json,
}

/// One board, and how to print what there is to say about it.
#[derive(clap::Args)]
pub(crate) struct OneBoard {
    /// The board; `-` reads standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Input,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

/// How to print.
#[derive(clap::Args)]
pub(crate) struct Shown {
    /// What is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Format,
}

/// Any number of files and folders.
#[derive(clap::Args)]
pub(crate) struct Files {
    /// Files, and folders to look for `.board` files in; `-` reads standard input [default: this folder]
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    pub(crate) files: Vec<PathBuf>,
}
