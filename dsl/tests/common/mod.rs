//! What the tests of this crate share.
#![allow(dead_code, reason = "each test uses a part of it")]

use bringup_dsl::ast::{
    Attributes, ClaimPath, Entry, EntryKind, File, HeaderKind, Item, ItemKind, MarkKind, Node, Property, Rust,
    TokenKind, Unit, Value,
};
use bringup_dsl::{Diagnostics, NoFiles, SourceMap, Span, parse_file, parse_inline};
use std::fmt::Write;

/// A text that has been read.
pub(crate) struct Parsed {
    pub(crate) map: SourceMap,
    pub(crate) file: File,
    pub(crate) diagnostics: Diagnostics,
}

/// Reads a whole file.
pub(crate) fn file(text: &str) -> Parsed {
    parse(text, true)
}

/// Reads what stands inside `board! { … }`.
pub(crate) fn inline(text: &str) -> Parsed {
    parse(text, false)
}

fn parse(text: &str, shell: bool) -> Parsed {
    let mut map = SourceMap::new(NoFiles);
    // Offsets that do not start at 0 show whether spans are made right.
    map.add("first.board", "// another file\n").unwrap();
    let id = map.add("test.board", text).unwrap();
    let mut diagnostics = Diagnostics::new();
    let source = map.file(id);
    let file = if shell { parse_file(source, &mut diagnostics) } else { parse_inline(source, &mut diagnostics) };
    Parsed { map, file, diagnostics }
}

impl Parsed {
    pub(crate) fn text(&self, span: Span) -> &str {
        self.map.text(span)
    }

    /// One line per diagnostic: `CODE LINE:COLUMN TITLE`.
    pub(crate) fn errors(&self) -> Vec<String> {
        let line = |diagnostic: &bringup_dsl::Diagnostic| {
            let (line, column) = self.map.line_column(diagnostic.primary.span);
            format!("{} {line}:{column} {}", diagnostic.code, diagnostic.title)
        };
        self.diagnostics.iter().map(line).collect()
    }

    /// The tree, one statement a line.
    pub(crate) fn dump(&self) -> String {
        let mut out = String::new();
        if let Some(header) = &self.file.header {
            let kind = match &header.kind {
                HeaderKind::Board { visibility: Some(span) } => {
                    format!("{} board", self.text(*span).replace(char::is_whitespace, ""))
                }
                HeaderKind::Board { visibility: None } => "board".to_owned(),
                HeaderKind::Fragment => "fragment".to_owned(),
            };
            writeln!(out, "{}{kind} {}", attributes(&header.attributes), header.name.name).unwrap();
        }
        self.items(&self.file.items, 0, &mut out);
        out
    }

    fn items(&self, items: &[Item], depth: usize, out: &mut String) {
        for item in items {
            write!(out, "{:1$}{2}", "", depth * 2, attributes(&item.attributes)).unwrap();
            let mut body: &[Entry] = &[];
            match &item.kind {
                ItemKind::Include(path) => writeln!(out, "include {:?}", path.value).unwrap(),
                ItemKind::Levels(names) => {
                    let names: Vec<_> = names.iter().map(|name| name.name.as_str()).collect();
                    writeln!(out, "levels {}", names.join(" ")).unwrap();
                }
                ItemKind::Defaults(entries) => {
                    writeln!(out, "defaults").unwrap();
                    body = entries;
                }
                ItemKind::Setting(property) => writeln!(out, "setting {}", self.property(property)).unwrap(),
                ItemKind::Flag(name) => writeln!(out, "flag {}", name.name).unwrap(),
                ItemKind::Block { name, body: entries } => {
                    writeln!(out, "block {}", name.name).unwrap();
                    body = entries;
                }
                ItemKind::Input { name, ty } => writeln!(out, "input {}: {}", name.name, self.rust(ty)).unwrap(),
                ItemKind::Rail { name, body: entries } => {
                    writeln!(out, "rail {}", name.name).unwrap();
                    body = entries;
                }
                ItemKind::Node(node) => {
                    writeln!(out, "{}", self.node(node)).unwrap();
                    body = &node.body;
                }
                ItemKind::Overlay { target, body: entries } => {
                    writeln!(out, "overlay {}", target.name).unwrap();
                    body = entries;
                }
                ItemKind::Delete { target, property } => {
                    let property = property.as_ref().map(|name| format!(".{}", name.name)).unwrap_or_default();
                    writeln!(out, "delete {}{property}", target.name).unwrap();
                }
                ItemKind::Variant { name, feature, items } => {
                    let feature = feature.as_ref().map(|text| format!(" when {:?}", text.value)).unwrap_or_default();
                    writeln!(out, "variant {}{feature}", name.name).unwrap();
                    self.items(items, depth + 1, out);
                }
            }
            self.entries(body, depth + 1, out);
        }
    }

    fn entries(&self, entries: &[Entry], depth: usize, out: &mut String) {
        for entry in entries {
            write!(out, "{:1$}{2}", "", depth * 2, attributes(&entry.attributes)).unwrap();
            let mut body: &[Entry] = &[];
            match &entry.kind {
                EntryKind::Property(property) => writeln!(out, "{}", self.property(property)).unwrap(),
                EntryKind::Flag(name) => writeln!(out, "flag {}", name.name).unwrap(),
                EntryKind::Power { name, rail, body: entries } => {
                    let name = name.as_ref().map(|name| format!(" {}", name.name)).unwrap_or_default();
                    writeln!(out, "power{name} = &{}", rail.label.name).unwrap();
                    body = entries;
                }
                EntryKind::Init { claims, value } => {
                    writeln!(out, "init{} = {}", pattern(claims), self.rust(value)).unwrap();
                }
                EntryKind::Deinit { claims, value } => {
                    let claims = claims.as_deref().map(pattern).unwrap_or_default();
                    writeln!(out, "deinit{claims} = {}", self.rust(value)).unwrap();
                }
                EntryKind::Node(node) => {
                    writeln!(out, "{}", self.node(node)).unwrap();
                    body = &node.body;
                }
            }
            self.entries(body, depth + 1, out);
        }
    }

    fn node(&self, node: &Node) -> String {
        let ty = node.ty.as_ref().map(|ty| format!(": {}", self.rust(ty))).unwrap_or_default();
        let address = node.address.map(|address| format!(" @ {}", address.amount)).unwrap_or_default();
        format!("node {}{ty}{address}", node.label.name)
    }

    fn property(&self, property: &Property) -> String {
        let value = match &property.value {
            Value::Number(number) => format!("{}{}", number.amount, unit(number.unit)),
            Value::Range(range) => {
                format!("{}..={}{}", range.start.amount, range.end.amount, unit(range.end.unit))
            }
            Value::Bool(value, _) => value.to_string(),
            Value::Text(text) => format!("{:?}", text.value),
            Value::Word(word) => format!("word {}", word.name),
            Value::Reference(reference) => format!("&{}", reference.label.name),
            Value::References(references, _) => {
                let labels: Vec<_> =
                    references.iter().map(|reference| format!("&{}", reference.label.name)).collect();
                format!("[{}]", labels.join(", "))
            }
            Value::Rust(rust) => self.rust(rust),
            Value::Broken(_) => "broken".to_owned(),
        };
        format!("{} = {value}", property.name.name)
    }

    /// The tokens, separated by spaces, in guillemets.
    fn rust(&self, rust: &Rust) -> String {
        let word = |token: &bringup_dsl::ast::Token| {
            let text = self.text(token.span);
            let comment = text.strip_prefix("///").or_else(|| text.strip_prefix("/**")?.strip_suffix("*/"));
            match (comment, token.kind) {
                // A doc comment stands for six tokens.
                (Some(_), TokenKind::Punct) => String::new(),
                (Some(_), TokenKind::Open) => "# [".to_owned(),
                (Some(_), TokenKind::Close) => "]".to_owned(),
                (Some(_), TokenKind::Ident) => "doc =".to_owned(),
                (Some(doc), TokenKind::Literal) => {
                    proc_macro2::Literal::string(doc.trim_end_matches('\r')).to_string()
                }
                (None, _) => text.to_owned(),
            }
        };
        let words: Vec<_> = rust.tokens.iter().map(word).filter(|word| !word.is_empty()).collect();
        format!("«{}»", words.join(" "))
    }

    /// The first property or `deinit` that is Rust.
    pub(crate) fn first_rust(&self) -> &Rust {
        fn in_entries(entries: &[Entry]) -> Option<&Rust> {
            entries.iter().find_map(|entry| match &entry.kind {
                EntryKind::Property(Property { value: Value::Rust(rust), .. }) => Some(rust),
                EntryKind::Init { value, .. } | EntryKind::Deinit { value, .. } => Some(value),
                EntryKind::Node(node) => in_entries(&node.body),
                _ => None,
            })
        }
        let first = self.file.items.iter().find_map(|item| match &item.kind {
            ItemKind::Node(node) => in_entries(&node.body),
            ItemKind::Setting(Property { value: Value::Rust(rust), .. }) => Some(rust),
            _ => None,
        });
        first.expect("no Rust in there")
    }

    /// The marks of a piece of Rust: their text and kind.
    pub(crate) fn marks(&self, rust: &Rust) -> Vec<String> {
        let mark = |mark: &bringup_dsl::ast::Mark| {
            let kind = match &mark.kind {
                MarkKind::Shared(label) => format!("shared {}", label.name),
                MarkKind::Lent(label) => format!("lent {}", label.name),
                MarkKind::Field { base, field } => format!("field {}.{}", base.name, field.name),
                MarkKind::Name(name) => format!("name {}", name.name),
                MarkKind::SelfProperty(name) => format!("self.{}", name.name),
                MarkKind::This => "this".to_owned(),
                MarkKind::Quantity(number) => format!("{}{}", number.amount, unit(number.unit)),
                MarkKind::Question => "?".to_owned(),
                MarkKind::Await => "await".to_owned(),
                MarkKind::SelfPath => "self::".to_owned(),
                MarkKind::SuperPath => "super::".to_owned(),
            };
            let spans = &rust.tokens[mark.tokens.clone()];
            assert_eq!(mark.span, spans[0].span.to(spans[spans.len() - 1].span), "a mark covers its tokens");
            kind
        };
        rust.marks.iter().map(mark).collect()
    }
}

fn pattern(claims: &[ClaimPath]) -> String {
    let path = |claim: &ClaimPath| match &claim.field {
        Some(field) => format!("{}.{}", claim.input.name, field.name),
        None => claim.input.name.to_string(),
    };
    let claims: Vec<_> = claims.iter().map(path).collect();
    format!(" ({})", claims.join(", "))
}

fn attributes(attributes: &Attributes) -> String {
    let mut out = String::new();
    for doc in &attributes.docs {
        write!(out, "doc {doc:?} ").unwrap();
    }
    for attribute in &attributes.others {
        let arguments: Vec<_> = attribute.arguments.iter().map(|argument| argument.name.as_str()).collect();
        write!(out, "#{}({}) ", attribute.name.name, arguments.join(" ")).unwrap();
    }
    out
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::None => "",
        Unit::Microvolt => "uV",
        Unit::Microampere => "uA",
        Unit::Nanosecond => "ns",
        Unit::Hertz => "Hz",
        Unit::Ohm => "Ohm",
        Unit::Byte => "B",
    }
}
