//! Diagnostics as text for a terminal or a file.

use bringup_dsl::{Diagnostic, Diagnostics, Label, SourceMap, Span};
use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::{self, Chars, Config};
use std::ops::Range;

/// All diagnostics, one after the other, as plain text.
pub fn render(sources: &SourceMap, diagnostics: &Diagnostics) -> String {
    diagnostics.iter().map(|diagnostic| render_one(sources, diagnostic)).collect()
}

/// One diagnostic as plain ASCII text, with the source lines.
pub fn render_one(sources: &SourceMap, diagnostic: &Diagnostic) -> String {
    let config = Config { chars: Chars::ascii(), ..Config::default() };
    let rendered = term::emit_into_string(&config, &Sources(sources), &to_codespan(sources, diagnostic));
    // A place outside its file would be our mistake; the words must come out all the same.
    rendered.unwrap_or_else(|_| format!("error[{}]: {}\n", diagnostic.code, diagnostic.title))
}

/// The diagnostic in the form that codespan-reporting prints.
pub fn to_codespan(sources: &SourceMap, diagnostic: &Diagnostic) -> codespan::Diagnostic<usize> {
    let severity = if diagnostic.code.is_lint() { codespan::Severity::Warning } else { codespan::Severity::Error };
    let label = |style, label: &Label| {
        let (file, range) = place(sources, label.span);
        codespan::Label::new(style, file, range).with_message(&label.text)
    };
    let mut labels = vec![label(codespan::LabelStyle::Primary, &diagnostic.primary)];
    labels.extend(diagnostic.related.iter().map(|related| label(codespan::LabelStyle::Secondary, related)));
    let mut notes: Vec<String> = diagnostic.notes.iter().map(|note| format!("note: {note}")).collect();
    notes.extend(diagnostic.help.iter().map(|help| format!("help: {help}")));
    codespan::Diagnostic::new(severity)
        .with_code(diagnostic.code.name())
        .with_message(&diagnostic.title)
        .with_labels(labels)
        .with_notes(notes)
}

fn place(sources: &SourceMap, span: Span) -> (usize, Range<usize>) {
    let id = sources.file_of(span);
    let file = sources.file(id);
    (id.index(), (span.start - file.start) as usize..(span.end - file.start) as usize)
}

/// A source map the way codespan-reporting reads files.
pub struct Sources<'a>(pub &'a SourceMap);

impl<'a> Files<'a> for Sources<'a> {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        self.0.files().get(id).map(|file| file.name.as_str()).ok_or(Error::FileMissing)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        self.0.files().get(id).map(|file| file.text.as_str()).ok_or(Error::FileMissing)
    }

    fn line_index(&'a self, id: usize, byte: usize) -> Result<usize, Error> {
        let file = self.0.files().get(id).ok_or(Error::FileMissing)?;
        Ok(file.line_of(byte as u32))
    }

    fn line_range(&'a self, id: usize, line: usize) -> Result<Range<usize>, Error> {
        let file = self.0.files().get(id).ok_or(Error::FileMissing)?;
        file.line(line).ok_or(Error::LineTooLarge { given: line, max: file.lines() })
    }
}
