//! Reads the root file and everything it includes: from here on a board is one list of statements.

use crate::Root;
use crate::messages::files as messages;
use bringup_dsl::ast::{File, Header, HeaderKind, Item, ItemKind, Text};
use bringup_dsl::{Diagnostics, FileId, SourceMap, Span, decode, parse_file, parse_inline};
use std::collections::HashSet;

/// Files that include each other deeper than this are a mistake.
const MAX_DEPTH: usize = 64;

/// All statements of a board, those of an included file in place of its `include`.
pub(crate) struct Statements {
    /// The header of the root file.
    pub(crate) header: Option<Header>,
    /// The statements.
    pub(crate) items: Vec<Statement>,
    /// Names that may be declared by what could not be read.
    pub(crate) lost: Lost,
}

/// Names that nobody should call unknown.
#[derive(Default)]
pub(crate) struct Lost {
    /// Whether a whole file is missing: it may declare anything.
    any: bool,
    /// Names inside statements that could not be read, sorted.
    names: Vec<String>,
}

impl Lost {
    pub(crate) fn may_declare(&self, name: &str) -> bool {
        self.any || self.names.binary_search_by(|lost| lost.as_str().cmp(name)).is_ok()
    }
}

/// A statement and the file it stands in.
pub(crate) struct Statement {
    pub(crate) file: FileId,
    pub(crate) item: Item,
}

struct Open {
    file: FileId,
    name: String,
    items: std::vec::IntoIter<Item>,
    /// Where the file was included.
    included: Option<Span>,
}

/// Reads the root and, depth first, what it includes; a file that was included before adds nothing.
pub(crate) fn read(sources: &mut SourceMap, root: Root, diagnostics: &mut Diagnostics) -> Statements {
    let (id, file) = match root {
        Root::File(id) => (id, parse_file(sources.file(id), diagnostics)),
        Root::Inline(id) => (id, parse_inline(sources.file(id), diagnostics)),
    };
    if let Some(header @ Header { kind: HeaderKind::Fragment, .. }) = &file.header {
        diagnostics.push(messages::fragment_as_root(header.span, &header.name.name));
    }
    let mut seen = HashSet::from([sources.file(id).name.clone()]);
    let lost = Lost { any: false, names: file.lost_names };
    let mut statements = Statements { header: file.header, items: Vec::new(), lost };
    let name = sources.file(id).name.clone();
    let mut open = vec![Open { file: id, name, items: file.items.into_iter(), included: None }];
    while let Some(top) = open.last_mut() {
        let Some(item) = top.items.next() else {
            open.pop();
            continue;
        };
        let file = top.file;
        let ItemKind::Include(path) = &item.kind else {
            statements.items.push(Statement { file, item });
            continue;
        };
        match load(sources, path, &open, &mut seen, diagnostics) {
            Loaded::File(id, file) => {
                statements.lost.names.extend(file.lost_names);
                let name = sources.file(id).name.clone();
                open.push(Open { file: id, name, items: file.items.into_iter(), included: Some(path.span) });
            }
            Loaded::Before => {}
            Loaded::Failed => statements.lost.any = true,
        }
    }
    statements.lost.names.sort();
    statements
}

enum Loaded {
    File(FileId, File),
    Before,
    Failed,
}

fn load(
    sources: &mut SourceMap,
    path: &Text,
    open: &[Open],
    seen: &mut HashSet<String>,
    diagnostics: &mut Diagnostics,
) -> Loaded {
    let from = open.last().expect("the file that includes is open").file;
    let mut fail = |diagnostic| {
        diagnostics.push(diagnostic);
        Loaded::Failed
    };
    let (name, bytes) = match sources.load(&path.value, from) {
        Ok(loaded) => loaded,
        Err(why) => return fail(messages::unreadable_include(path.span, &path.value, &why)),
    };
    if let Some(first) = open.iter().position(|file| file.name == name) {
        let steps = open[first + 1..].iter().map(|file| (file.included.unwrap_or(path.span), file.name.as_str()));
        return fail(messages::include_loop(path.span, &name, steps));
    }
    if !seen.insert(name.clone()) {
        return Loaded::Before;
    }
    if open.len() >= MAX_DEPTH {
        return fail(messages::includes_too_deep(path.span, MAX_DEPTH));
    }
    let text = match decode(&name, bytes, path.span) {
        Ok(text) => text,
        Err(diagnostic) => return fail(diagnostic),
    };
    let Some(id) = sources.add(name, text) else {
        return fail(messages::unreadable_include(path.span, &path.value, "the files are larger than 4 GiB in all"));
    };
    let file = parse_file(sources.file(id), diagnostics);
    if let Some(header @ Header { kind: HeaderKind::Board { .. }, .. }) = &file.header {
        diagnostics.push(messages::board_as_fragment(header.span, &header.name.name, path.span));
    }
    Loaded::File(id, file)
}
