//! Which files are meant.

use crate::Stop;
use crate::board::{Input, text, words};
use bringup_dsl::ast::HeaderKind;
use bringup_dsl::{Diagnostics, parse_file};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file that is meant.
#[derive(PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) input: Input,
    /// Whether it was named itself, and not a folder around it.
    pub(crate) named: bool,
}

/// The files among `named`, and every `.board` file in the folders among them, in the order of their names; without any,
/// in this folder. Hidden folders and cargo's target folders are left out.
pub(crate) fn boards(named: &[PathBuf]) -> Result<Vec<Found>, Stop> {
    let here = [PathBuf::from(".")];
    let named = if named.is_empty() { &here } else { named };
    let mut found = Vec::new();
    for path in named {
        let known = found.len();
        if path.as_os_str() == "-" || !path.is_dir() {
            found.push(Found { input: Input::from(path.clone().into_os_string()), named: true });
            continue;
        }
        let entries = WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(is_wanted);
        for entry in entries {
            let entry = entry.map_err(|error| {
                let place = error.path().unwrap_or(path).display().to_string();
                let why = error.io_error().map_or_else(|| error.to_string(), words);
                Stop::Failure(format!("{place}: {why}"))
            })?;
            if entry.file_type().is_file() && entry.path().extension() == Some(OsStr::new("board")) {
                let short = entry.path().strip_prefix(".").unwrap_or(entry.path());
                found.push(Found { input: Input::File(short.to_owned()), named: false });
            }
        }
        if found.len() == known {
            return Err(Stop::Failure(format!("{}: there is no `.board` file in this folder", path.display())));
        }
    }
    Ok(found)
}

/// Whether it begins with `fragment`. Of what cannot be read that is for others to say.
pub(crate) fn is_fragment(input: &Input) -> bool {
    let mut unheard = Diagnostics::new();
    let Ok((sources, file)) = text(input, &mut unheard) else { return false };
    let header = parse_file(sources.file(file), &mut unheard).header;
    header.is_some_and(|header| matches!(header.kind, HeaderKind::Fragment))
}

fn is_wanted(entry: &DirEntry) -> bool {
    let hidden = entry.file_name().to_str().is_some_and(|name| name.starts_with('.'));
    entry.depth() == 0 || !(hidden || is_cache(entry.path()))
}

/// <https://bford.info/cachedir/>: cargo marks its target folders so.
fn is_cache(path: &Path) -> bool {
    path.join("CACHEDIR.TAG").is_file()
}
