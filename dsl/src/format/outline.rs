//! What the formatter wants to know of the syntax tree: where statements are, and what in them is Rust.

use crate::ast::{Entry, EntryKind, File, Item, ItemKind, Node, Property, Rust, Value};
use crate::{Code, Diagnostics, SourceFile, Span};
use std::ops::Range;

/// A statement, by byte offsets.
pub(super) struct Statement {
    /// Without docs and attributes.
    pub(super) place: Range<usize>,
    /// A type or an expression in it.
    pub(super) rust: Option<Range<usize>>,
    /// What stands between its braces, if it ends with some.
    pub(super) body: Option<Vec<Statement>>,
    /// Whether something about its value could not be read.
    pub(super) broken: bool,
}

/// All statements of a file, in order.
pub(super) fn statements(file: &File, source: &SourceFile) -> Vec<Statement> {
    let reader = Reader { source };
    let mut statements: Vec<Statement> = file.items.iter().map(|item| reader.item(item)).collect();
    if let Some(header) = &file.header {
        let header = reader.plain(header.span);
        let at = statements.partition_point(|other| other.place.start < header.place.start);
        statements.insert(at, header);
    }
    statements
}

/// A statement, by places that do not depend on white space: start, end, and Rust if there is some.
pub(super) type Shape = (u32, u32, Option<(u32, u32)>, bool);

/// The shapes of statements and of all that is in them.
pub(super) fn shapes(statements: &[Statement], places: &[u32], found: &mut Vec<Shape>) {
    let place = |range: &Range<usize>| (places[range.start], places[range.end]);
    for statement in statements {
        let (start, end) = place(&statement.place);
        found.push((start, end, statement.rust.as_ref().map(place), statement.broken));
        shapes(statement.body.as_deref().unwrap_or_default(), places, found);
    }
}

/// Where something is wrong.
pub(super) struct Errors {
    /// Whether nothing is.
    pub(super) none: bool,
    /// In order.
    places: Vec<usize>,
}

impl Errors {
    pub(super) fn new(source: &SourceFile, diagnostics: &Diagnostics) -> Errors {
        // Which statement comes first, and which attributes there are, says nothing about the form of a statement.
        let errors = diagnostics.iter().filter(|found| !matches!(found.code, Code::B0109 | Code::B0112));
        // What is missing is a matter of what stands before it.
        let place =
            |span: Span| span.start - source.start - u32::from(span.start == span.end && span.start > source.start);
        let mut places: Vec<usize> = errors.map(|found| place(found.primary.span) as usize).collect();
        places.sort_unstable();
        Errors { none: diagnostics.is_empty(), places }
    }

    /// Whether something is wrong inside `range`.
    pub(super) fn any(&self, range: Range<usize>) -> bool {
        let first = self.places.partition_point(|at| *at < range.start);
        self.places.get(first).is_some_and(|at| *at < range.end)
    }
}

/// Turns the tree into statements.
struct Reader<'a> {
    source: &'a SourceFile,
}

impl Reader<'_> {
    fn range(&self, span: Span) -> Range<usize> {
        (span.start - self.source.start) as usize..(span.end - self.source.start) as usize
    }

    fn plain(&self, span: Span) -> Statement {
        Statement { place: self.range(span), rust: None, body: None, broken: false }
    }

    fn item(&self, item: &Item) -> Statement {
        let plain = self.plain(item.span);
        match &item.kind {
            ItemKind::Include(_) | ItemKind::Levels(_) | ItemKind::Flag(_) | ItemKind::Delete { .. } => plain,
            ItemKind::Setting(property) => self.property(property, plain),
            ItemKind::Input { ty, .. } => self.rust(ty, plain),
            ItemKind::Defaults(body)
            | ItemKind::Block { body, .. }
            | ItemKind::Rail { body, .. }
            | ItemKind::Overlay { body, .. } => self.body(body, plain),
            ItemKind::Node(node) => self.node(node, plain),
            ItemKind::Variant { items, .. } => {
                Statement { body: Some(items.iter().map(|item| self.item(item)).collect()), ..plain }
            }
        }
    }

    fn entry(&self, entry: &Entry) -> Statement {
        let plain = self.plain(entry.span);
        match &entry.kind {
            EntryKind::Property(property) => self.property(property, plain),
            EntryKind::Flag(_) => plain,
            EntryKind::Power { body, .. } if self.source.text[plain.place.clone()].ends_with('}') => {
                self.body(body, plain)
            }
            EntryKind::Power { .. } => plain,
            EntryKind::Init { value, .. } | EntryKind::Deinit { value, .. } => self.rust(value, plain),
            EntryKind::Node(node) => self.node(node, plain),
        }
    }

    fn property(&self, property: &Property, plain: Statement) -> Statement {
        match &property.value {
            Value::Rust(rust) => self.rust(rust, plain),
            Value::Broken(_) => Statement { broken: true, ..plain },
            _ => plain,
        }
    }

    fn rust(&self, rust: &Rust, plain: Statement) -> Statement {
        Statement { rust: Some(self.range(rust.span)), ..plain }
    }

    fn body(&self, body: &[Entry], plain: Statement) -> Statement {
        Statement { body: Some(body.iter().map(|entry| self.entry(entry)).collect()), ..plain }
    }

    fn node(&self, node: &Node, plain: Statement) -> Statement {
        let rust = node.ty.as_ref().map(|ty| self.range(ty.span));
        Statement { rust, ..self.body(&node.body, plain) }
    }
}
