//! `bringup man`.

use crate::args::Args;
use crate::replace::unwritten;
use crate::terminal::Terminal;
use crate::{Stop, Verdict};
use clap::{CommandFactory, ValueHint};
use clap_mangen::Man as Page;
use std::path::PathBuf;

/// Prints the manual page, or writes all pages into a folder
#[derive(clap::Args)]
pub(crate) struct Man {
    /// Folder for `bringup.1`, `bringup-check.1` and so on; made if it is not there
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    folder: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let command = Args::command().disable_help_subcommand(true);
        match &self.folder {
            Some(folder) => {
                let made = std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
                made.map_err(|error| unwritten(folder, &error))?;
            }
            None => {
                let mut page = Vec::new();
                Page::new(command).render(&mut page).map_err(|error| Stop::Failure(error.to_string()))?;
                terminal.print(page)?;
            }
        }
        Ok(Verdict::Good)
    }
}
