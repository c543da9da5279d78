//! A diagnostic as cargo passes on those of rustc: `{"reason":"compiler-message", …}`. cli/JSON.md describes it.

use crate::report;
use bringup_dsl::{Diagnostic, Label, SourceMap};
use codespan_reporting::diagnostic::Severity;
use codespan_reporting::term::termcolor::Buffer;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Line<'a> {
    reason: &'static str,
    package_id: &'a str,
    manifest_path: &'a str,
    target: Target<'a>,
    message: Message<'a>,
}

/// What cargo would have compiled: here, a board.
#[derive(Serialize)]
struct Target<'a> {
    kind: [&'static str; 1],
    crate_types: [&'static str; 1],
    name: &'a str,
    src_path: &'a str,
    edition: &'static str,
    doc: bool,
    doctest: bool,
    test: bool,
}

#[derive(Serialize)]
struct Message<'a> {
    #[serde(rename = "$message_type")]
    message_type: &'static str,
    message: &'a str,
    code: Option<Code>,
    level: &'static str,
    spans: Vec<Span<'a>>,
    children: Vec<Message<'a>>,
    rendered: Option<String>,
}

#[derive(Serialize)]
struct Code {
    code: &'static str,
    explanation: Option<&'static str>,
}

#[derive(Serialize)]
struct Span<'a> {
    file_name: &'a str,
    byte_start: u32,
    byte_end: u32,
    line_start: usize,
    line_end: usize,
    column_start: usize,
    column_end: usize,
    is_primary: bool,
    text: Vec<Text<'a>>,
    label: Option<&'a str>,
    suggested_replacement: Option<&'a str>,
    suggestion_applicability: Option<&'a str>,
    expansion: Option<&'a str>,
}

/// A source line, and which of its characters are meant.
#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
    highlight_start: usize,
    highlight_end: usize,
}

/// The last line: whether there was no error.
#[derive(Serialize)]
pub(crate) struct Finished {
    reason: &'static str,
    success: bool,
}

impl Finished {
    pub(crate) fn line(success: bool) -> String {
        json(&Finished { reason: "build-finished", success })
    }
}

/// One line, without its end.
pub(crate) fn line(sources: &SourceMap, diagnostic: &Diagnostic, severity: Severity) -> String {
    let root = sources.files().first().map_or("", |file| &file.name);
    let name = Path::new(root).file_stem().and_then(|stem| stem.to_str()).unwrap_or(root);
    json(&Line {
        reason: "compiler-message",
        package_id: root,
        manifest_path: "",
        target: Target {
            kind: ["board"],
            crate_types: ["board"],
            name,
            src_path: root,
            edition: "2024",
            doc: false,
            doctest: false,
            test: false,
        },
        message: message(sources, diagnostic, severity),
    })
}

/// Everything that is printed for programs goes through here. Strings and numbers always have a JSON form.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn message<'a>(sources: &'a SourceMap, diagnostic: &'a Diagnostic, severity: Severity) -> Message<'a> {
    let labels =
        std::iter::once((&diagnostic.primary, true)).chain(diagnostic.related.iter().map(|related| (related, false)));
    let notes = diagnostic.notes.iter().map(|note| ("note", note));
    let help = diagnostic.help.iter().map(|help| ("help", help));
    Message {
        message_type: "diagnostic",
        message: &diagnostic.title,
        code: Some(Code { code: diagnostic.code.name(), explanation: None }),
        level: if severity == Severity::Error { "error" } else { "warning" },
        spans: labels.map(|(label, primary)| span(sources, label, primary)).collect(),
        children: notes.chain(help).map(|(level, text)| child(level, text)).collect(),
        rendered: Some(rendered(sources, diagnostic, severity)),
    }
}

fn child<'a>(level: &'static str, text: &'a str) -> Message<'a> {
    let (spans, children) = (Vec::new(), Vec::new());
    Message { message_type: "diagnostic", message: text, code: None, level, spans, children, rendered: None }
}

fn rendered(sources: &SourceMap, diagnostic: &Diagnostic, severity: Severity) -> String {
    let mut paper = Buffer::no_color();
    report::one(&mut paper, sources, diagnostic, severity);
    String::from_utf8_lossy(paper.as_slice()).into_owned()
}

fn span<'a>(sources: &'a SourceMap, label: &'a Label, is_primary: bool) -> Span<'a> {
    let place = place(sources, label.span);
    Span {
        file_name: place.file,
        byte_start: place.bytes.0,
        byte_end: place.bytes.1,
        line_start: place.start.0,
        line_end: place.end.0,
        column_start: place.start.1,
        column_end: place.end.1,
        is_primary,
        text: lines(sources, label.span, &place),
        label: Some(&label.text).filter(|text| !text.is_empty()).map(String::as_str),
        suggested_replacement: None,
        suggestion_applicability: None,
        expansion: None,
    }
}

/// A place for people: lines and columns from 1, columns in characters.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) file: &'a str,
    /// From the start of the file.
    pub(crate) bytes: (u32, u32),
    pub(crate) start: (usize, usize),
    pub(crate) end: (usize, usize),
}

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.start.0, self.start.1)
    }
}

pub(crate) fn place(sources: &SourceMap, span: bringup_dsl::Span) -> Place<'_> {
    let file = sources.file(sources.file_of(span));
    let end = bringup_dsl::Span::new(span.end, span.end);
    Place {
        file: &file.name,
        bytes: (span.start - file.start, span.end - file.start),
        start: sources.line_column(span),
        end: sources.line_column(end),
    }
}

fn lines<'a>(sources: &'a SourceMap, span: bringup_dsl::Span, place: &Place) -> Vec<Text<'a>> {
    let file = sources.file(sources.file_of(span));
    let mut lines = Vec::new();
    for number in place.start.0..=place.end.0 {
        let text = file.line(number - 1).and_then(|range| file.text.get(range)).unwrap_or_default();
        let text = text.trim_end_matches(['\n', '\r']);
        let width = text.chars().count() + 1;
        let from = if number == place.start.0 { place.start.1 } else { 1 };
        let to = if number == place.end.0 { place.end.1 } else { width };
        lines.push(Text { text, highlight_start: from, highlight_end: to });
    }
    lines
}
