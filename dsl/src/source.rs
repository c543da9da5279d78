//! The texts of one compilation, and where they come from.

use crate::Span;
use std::ops::Range;

/// Reads the files that `include "…"` names. The only way this crate reaches outside.
pub trait Loader {
    /// Reads `path`, written in an `include` of the file called `from`.
    ///
    /// Returns the name of the file (the same file always has the same name) and its bytes.
    ///
    /// # Errors
    /// What went wrong, in a few words without the path.
    fn load(&mut self, path: &str, from: &str) -> Result<(String, Vec<u8>), String>;
}

/// A [`Loader`] for text that stands alone: every `include` fails.
pub struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _path: &str, _from: &str) -> Result<(String, Vec<u8>), String> {
        Err("there is no file system here".into())
    }
}

/// Handle of a file in a [`SourceMap`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(u32);

impl FileId {
    /// Position in [`SourceMap::files`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One text.
pub struct SourceFile {
    /// The name shown in messages: a path relative to where the user stands.
    pub name: String,
    /// The text.
    pub text: String,
    /// Offset of the first byte in the offset space of the map.
    pub start: u32,
    line_starts: Vec<u32>,
}

/// All texts of one compilation, in one offset space.
pub struct SourceMap {
    files: Vec<SourceFile>,
    loader: Box<dyn Loader>,
}

impl SourceMap {
    /// An empty map that reads included files with `loader`.
    pub fn new(loader: impl Loader + 'static) -> Self {
        SourceMap { files: Vec::new(), loader: Box::new(loader) }
    }

    /// Adds a text. Returns `None` when the offset space of 4 GiB is used up.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> Option<FileId> {
        let (name, text) = (name.into(), text.into());
        let start = self.files.last().map_or(0, SourceFile::end);
        // One byte more than the text, so that the end of a file is a place of its own.
        start.checked_add(u32::try_from(text.len()).ok()?)?.checked_add(1)?;
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        let line_starts = std::iter::once(0).chain(newlines).collect();
        self.files.push(SourceFile { name, text, start, line_starts });
        Some(FileId(self.files.len() as u32 - 1))
    }

    /// Reads an included file: its name and bytes. The file is not added.
    ///
    /// # Errors
    /// See [`Loader::load`].
    pub fn load(&mut self, path: &str, from: FileId) -> Result<(String, Vec<u8>), String> {
        self.loader.load(path, &self.files[from.0 as usize].name)
    }

    /// The file with this handle.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files, in the order they were added.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The file that holds `span`. O(log files).
    pub fn file_of(&self, span: Span) -> FileId {
        FileId(self.files.partition_point(|file| file.start <= span.start).saturating_sub(1) as u32)
    }

    /// The text of `span`.
    pub fn text(&self, span: Span) -> &str {
        let file = self.file(self.file_of(span));
        file.text.get((span.start - file.start) as usize..(span.end - file.start) as usize).unwrap_or("")
    }

    /// Line and column of the start of `span`, both from 1, the column in characters. O(log lines).
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let file = self.file(self.file_of(span));
        let offset = span.start - file.start;
        let line = file.line_of(offset);
        let before = &file.text[file.line_starts[line] as usize..offset as usize];
        (line + 1, before.chars().count() + 1)
    }
}

impl SourceFile {
    /// The whole text.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len() as u32)
    }

    /// The number of lines; a text without a newline has one.
    pub fn lines(&self) -> usize {
        self.line_starts.len()
    }

    /// The line, from 0, that holds byte `at` of this file. O(log lines).
    pub fn line_of(&self, at: u32) -> usize {
        self.line_starts.partition_point(|start| *start <= at) - 1
    }

    /// The bytes of a line, from 0, with its newline.
    pub fn line(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.line_starts.get(line)? as usize;
        Some(start..self.line_starts.get(line + 1).map_or(self.text.len(), |next| *next as usize))
    }

    fn end(&self) -> u32 {
        self.start + self.text.len() as u32 + 1
    }
}
