//! Other white space in the same text, where the style gives no say to who wrote it: all but blank lines, line breaks right
//! behind `{`, those in Rust, and what is around comments.

use crate::damage::Random;
use bringup_dsl::ast::{Entry, EntryKind, File, Item, ItemKind, Node, Property, TokenKind, Value};
use bringup_dsl::{Diagnostics, NoFiles, SourceMap, Span, parse_file, tokens};

/// `None` if there is Rust on several lines: that goes where its first line goes.
pub(crate) fn shuffled(text: &str, random: &mut Random) -> Option<String> {
    let mut map = SourceMap::new(NoFiles);
    let id = map.add("x.board", text)?;
    let mut rust = Rust(Vec::new());
    rust.file(&parse_file(map.file(id), &mut Diagnostics::new()));
    if rust.0.iter().any(|span| map.text(*span).contains('\n')) {
        return None;
    }
    let mut shuffled = String::new();
    let mut end = 0;
    let tokens = tokens(map.file(id));
    let mut last: Option<(TokenKind, Span)> = None;
    for token in &tokens {
        let span = token.span;
        if last.is_some_and(|(_, last)| last == span) {
            continue; // the next token of the same doc comment
        }
        let gap = &text[end..span.start as usize];
        let word = map.text(span);
        let is_plain = gap.trim().is_empty() && !word.starts_with("//") && !word.starts_with("/*");
        shuffled += &match last {
            Some((kind, before)) if is_plain => {
                let both = (map.text(before), word);
                let puncts = kind == TokenKind::Punct && token.kind == TokenKind::Punct;
                let in_rust = |span: &&Span| span.contains(before) && span.contains(token.span);
                let starts_rust = rust.0.iter().any(|rust| rust.start == span.start);
                match rust.0.iter().find(in_rust) {
                    _ if both.0.starts_with("//") => gap.to_owned(),
                    Some(_) if gap.is_empty() => String::new(),
                    Some(_) => random.pick(&[" ", "  ", "\t"]).to_owned(),
                    None if starts_rust => random.pick(&[" ", "   "]).to_owned(),
                    None => space(gap, both, puncts, random),
                }
            }
            _ => gap.to_owned(),
        };
        shuffled += word;
        end = span.end as usize;
        last = Some((token.kind, span));
    }
    Some(shuffled + &text[end..])
}

fn space(gap: &str, (before, after): (&str, &str), puncts: bool, random: &mut Random) -> String {
    let breaks = gap.matches('\n').count();
    let indent = random.pick(&["", " ", "      ", "\t", "\t\t "]).to_owned();
    match breaks {
        _ if before == "." || after == "." || (puncts && before == ":") => gap.to_owned(),
        // Right behind it, a blank line does not count.
        0 if before == "{" && after != "}" => random.pick(&["", " ", "\t"]).to_owned(),
        _ if before == "{" && after != "}" => random.pick(&["\n", "\n\n", " \n"]).to_owned() + &indent,
        2.. if after != "}" => random.pick(&["\n\n", "\n\n\n\n", " \n \n"]).to_owned() + &indent,
        _ if before == "=" && puncts => gap.to_owned(),
        _ => {
            let mark = |text: &str| text.len() == 1 && !text.starts_with(|c: char| c.is_alphanumeric() || c == '_');
            let may_touch = (mark(before) || mark(after)) && !puncts;
            match random.below(4) {
                0 if may_touch => String::new(),
                1 => "\n".to_owned() + &indent,
                _ => " ".repeat(1 + random.below(3)),
            }
        }
    }
}

/// The places of all types and expressions.
struct Rust(Vec<Span>);

impl Rust {
    fn file(&mut self, file: &File) {
        self.items(&file.items);
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match &item.kind {
                ItemKind::Setting(property) => self.property(property),
                ItemKind::Input { ty, .. } => self.0.push(ty.span),
                ItemKind::Defaults(body)
                | ItemKind::Block { body, .. }
                | ItemKind::Rail { body, .. }
                | ItemKind::Overlay { body, .. } => self.entries(body),
                ItemKind::Node(node) => self.node(node),
                ItemKind::Variant { items, .. } => self.items(items),
                ItemKind::Include(_) | ItemKind::Levels(_) | ItemKind::Flag(_) | ItemKind::Delete { .. } => {}
            }
        }
    }

    fn node(&mut self, node: &Node) {
        self.0.extend(node.ty.iter().map(|ty| ty.span));
        self.entries(&node.body);
    }

    fn entries(&mut self, entries: &[Entry]) {
        for entry in entries {
            match &entry.kind {
                EntryKind::Property(property) => self.property(property),
                EntryKind::Flag(_) => {}
                EntryKind::Power { body, .. } => self.entries(body),
                EntryKind::Init { value, .. } | EntryKind::Deinit { value, .. } => self.0.push(value.span),
                EntryKind::Node(node) => self.node(node),
            }
        }
    }

    fn property(&mut self, property: &Property) {
        if let Value::Rust(rust) = &property.value {
            self.0.push(rust.span);
        }
    }
}
