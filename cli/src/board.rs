//! A board from the file system, compiled as the macro compiles it.

use crate::Stop;
use crate::watch::Stamp;
use bringup_compiler::plan::Plan;
use bringup_compiler::{Broken, Checked, Root, compile};
use bringup_dsl::{Diagnostics, FileId, Loader, NoFiles, SourceMap, Span, decode};
use std::cell::RefCell;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{Error, ErrorKind, Read, stdin};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Where a board is read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Input {
    /// `-`
    Stdin,
    /// A file.
    File(PathBuf),
}

/// What became of a board.
pub(crate) struct Board {
    pub(crate) sources: SourceMap,
    pub(crate) diagnostics: Diagnostics,
    /// Only of a board without errors.
    pub(crate) plan: Option<Plan>,
    /// What could be read of one with errors.
    pub(crate) broken: Option<Box<Checked>>,
    /// The file it starts with.
    pub(crate) root: FileId,
    /// Every file that it includes, also those that are not there.
    pub(crate) touched: Vec<Stamp>,
}

/// More than this is not even counted: a board has at most 1 MiB, and what comes from a pipe may never end.
const MOST_BYTES: u64 = 64 << 20;

impl From<OsString> for Input {
    fn from(word: OsString) -> Input {
        if word == "-" { Input::Stdin } else { Input::File(word.into()) }
    }
}

impl Input {
    /// How messages call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Input::Stdin => "<stdin>".to_owned(),
            Input::File(path) => path.display().to_string(),
        }
    }

    /// Where it is, if it is a file.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Input::Stdin => None,
            Input::File(path) => Some(path),
        }
    }

    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Stop> {
        let bytes = match self {
            Input::Stdin => limited(stdin().lock()),
            Input::File(path) => read(path),
        };
        bytes.map_err(|error| Stop::Failure(format!("{}: {}", self.name(), words(&error))))
    }
}

impl Board {
    /// Reads and compiles a board. A text that is none, because it is too large or not UTF-8, is an error of the board;
    /// a file that cannot be read is a failure.
    pub(crate) fn read(input: &Input) -> Result<Board, Stop> {
        let disk = Disk::new(input);
        let touched = Rc::clone(&disk.touched);
        let mut diagnostics = Diagnostics::new();
        let (mut sources, root) = open(input, disk, &mut diagnostics)?;
        let compiled = match diagnostics.has_errors() {
            true => Err(Broken::Unnamed),
            false => compile(&mut sources, Root::File(root), &mut diagnostics),
        };
        let (plan, broken) = match compiled {
            Ok(plan) => (Some(plan), None),
            Err(Broken::Checked(checked)) => (None, Some(checked)),
            Err(Broken::Unnamed) => (None, None),
        };
        Ok(Board { sources, diagnostics, plan, broken, root, touched: touched.take() })
    }

    /// How messages call its first file.
    pub(crate) fn name(&self) -> &str {
        &self.sources.file(self.root).name
    }
}

/// One file without what it includes.
pub(crate) fn text(input: &Input, diagnostics: &mut Diagnostics) -> Result<(SourceMap, FileId), Stop> {
    open(input, NoFiles, diagnostics)
}

/// A file that is too large or not UTF-8 counts as empty, with an error.
fn open(
    input: &Input,
    loader: impl Loader + 'static,
    diagnostics: &mut Diagnostics,
) -> Result<(SourceMap, FileId), Stop> {
    let name = input.name();
    let text = decode(&name, input.bytes()?, Span::default()).unwrap_or_else(|unfit| {
        diagnostics.push(unfit);
        String::new()
    });
    let mut sources = SourceMap::new(loader);
    let file = sources.add(&name, text).ok_or_else(|| Stop::Failure(format!("{name}: too large")))?;
    Ok((sources, file))
}

/// Reads included files. The same file always has the name by which it was first opened.
struct Disk {
    known: Vec<Known>,
    touched: Rc<RefCell<Vec<Stamp>>>,
}

struct Known {
    name: String,
    path: PathBuf,
    /// The same for every path to one file.
    identity: PathBuf,
}

impl Disk {
    fn new(input: &Input) -> Disk {
        let path = input.path().map_or_else(PathBuf::new, Path::to_owned);
        let identity = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        let root = Known { name: input.name(), path, identity };
        Disk { known: vec![root], touched: Rc::default() }
    }
}

impl Loader for Disk {
    fn load(&mut self, path: &str, from: &str) -> Result<(String, Vec<u8>), String> {
        let parent = self.known.iter().find(|file| file.name == from).unwrap_or(&self.known[0]);
        let disk = parent.path.parent().unwrap_or(Path::new("")).join(path);
        self.touched.borrow_mut().push(Stamp::new(&disk));
        let bytes = read(&disk).map_err(|error| words(&error))?;
        let identity = fs::canonicalize(&disk).map_err(|error| words(&error))?;
        if let Some(file) = self.known.iter().find(|file| file.identity == identity) {
            return Ok((file.name.clone(), bytes));
        }
        let name = disk.display().to_string();
        self.known.push(Known { name: name.clone(), path: disk, identity });
        Ok((name, bytes))
    }
}

/// Only of plain files: reading anything else might never end.
fn read(path: &Path) -> Result<Vec<u8>, Error> {
    if !fs::metadata(path)?.is_file() {
        return Err(Error::other("it is not a file"));
    }
    limited(File::open(path)?)
}

fn limited(reader: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    reader.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::other("it has more than 64 MiB, and a board has at most 1 MiB"));
    }
    Ok(bytes)
}

/// What the system says, in the words of the language where there are some.
pub(crate) fn words(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".into(),
        ErrorKind::PermissionDenied => "reading it is not permitted".into(),
        _ => error.to_string(),
    }
}
