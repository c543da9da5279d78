//! `bringup completions`.

use crate::args::Args;
use crate::terminal::Terminal;
use crate::{Stop, Verdict};
use clap::CommandFactory;
use clap_complete::Shell;

/// Prints a script that completes `bringup` in a shell
#[derive(clap::Args)]
pub(crate) struct Completions {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Args::command(), "bringup", &mut script);
        terminal.print(script)?;
        Ok(Verdict::Good)
    }
}
