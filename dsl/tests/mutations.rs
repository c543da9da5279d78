//! No text makes the parser panic, hang or lie about places: samples with random damage, and texts built to hurt.

mod common;

use bringup_dsl::Span;
use common::{Parsed, file, inline};

/// xorshift64*: the same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit.max(1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    ";",
    ":",
    "::",
    "=",
    "==",
    "=>",
    "->",
    ",",
    ".",
    "..=",
    "..",
    "&",
    "&&",
    "&mut ",
    "|",
    "?",
    "@",
    "#",
    "!",
    "'",
    "\"",
    "r#\"",
    "\"#",
    "/*",
    "*/",
    "//",
    "///",
    "/**",
    "//!",
    "\\",
    "`",
    "$",
    "-",
    "\n",
    " ",
    "\r\n",
    "\t",
    "\0",
    "µ",
    "€",
    "\u{feff}",
    "\u{a0}",
    "1",
    "0x",
    "1e",
    "3.3V",
    "5q",
    "1u8",
    "'a'",
    "'ab'",
    "'static",
    "a",
    "r",
    "b",
    "self",
    "this",
    "type",
    "board",
    "pub ",
    "fragment",
    "include",
    "levels",
    "defaults",
    "budget",
    "input",
    "rail",
    "delete",
    "variant",
    "when",
    "feature",
    "power",
    "deinit",
    "init = ",
    "level = bus;",
    "&imu { }",
    "#[doc = \"a\"]",
    "#[allow(L0903)]",
    "if ",
    "match ",
    "for ",
    "let ",
    "|x| ",
    "x: T { ",
    "board! { ",
];

fn damage(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..1 + random.below(4) {
        let (at, other) = (random.place(&text), random.place(&text));
        let (start, end) = (at.min(other), at.max(other));
        // Mostly small pieces, or nothing much would be left.
        let near = text[start..end].char_indices().nth(random.below(12)).map_or(end, |(length, _)| start + length);
        match random.below(8) {
            0 => text.replace_range(start..near, ""),
            1 => text.replace_range(start..near, random.pick(PIECES)),
            2 => text.insert_str(at, random.pick(PIECES)),
            3 => text.insert_str(at, &random.pick(PIECES).repeat(1 + random.below(80))),
            4 => text.insert_str(at, &text.clone()[start..near]),
            5 => text.truncate(at),
            6 => text.replace_range(start..end, ""),
            _ => {
                let piece = text[start..near].to_owned();
                text.replace_range(start..near, "");
                let at = random.place(&text);
                text.insert_str(at, &piece);
            }
        }
    }
    text
}

#[track_caller]
fn sound(parsed: &Parsed, text: &str) {
    let whole = parsed.file.span;
    let check = |span: Span| {
        assert!(whole.contains(span) && span.start <= span.end, "{span:?} is outside of {whole:?} in\n{text}");
        let range = (span.start - whole.start) as usize..(span.end - whole.start) as usize;
        assert!(text.get(range).is_some(), "{span:?} splits a character in\n{text}");
    };
    for diagnostic in parsed.diagnostics.iter() {
        check(diagnostic.primary.span);
        diagnostic.related.iter().for_each(|label| check(label.span));
        let words = std::iter::once(&diagnostic.title).chain(&diagnostic.help).chain(&diagnostic.notes);
        words.for_each(|words| assert!(!words.is_empty() && !words.ends_with('.'), "{words:?}"));
    }
    assert!(parsed.file.header.is_some() || !parsed.diagnostics.is_empty(), "no header and no error in\n{text}");
    assert!(parsed.file.lost_names.is_sorted());
    assert!(parsed.file.lost_names.is_empty() || !parsed.diagnostics.is_empty(), "silently lost in\n{text}");
}

#[track_caller]
fn check(text: &str) -> bool {
    let parsed = file(text);
    sound(&parsed, text);
    let again = file(text);
    assert_eq!((parsed.errors(), parsed.dump()), (again.errors(), again.dump()), "not deterministic:\n{text}");
    sound(&inline(text), text);
    if !parsed.diagnostics.is_empty() {
        return false;
    }
    // What we accept is Rust, and means the same however it is spaced. Only escapes and reserved prefixes are
    // left to rustc.
    let tokens: proc_macro2::TokenStream = match text.parse() {
        Ok(tokens) => tokens,
        Err(error) => {
            let reserved = |pair: &[u8]| pair[0].is_ascii_alphanumeric() && matches!(pair[1], b'#' | b'"' | b'\'');
            let left_to_rustc = text.contains(['\\', '\r']) || text.as_bytes().windows(2).any(reserved);
            assert!(left_to_rustc, "{error} in\n{text}");
            return true;
        }
    };
    let rendered = file(&tokens.to_string());
    assert_eq!(rendered.errors(), Vec::<String>::new(), "{tokens}");
    assert_eq!(parsed.dump(), rendered.dump(), "{text}");
    true
}

fn samples() -> Vec<String> {
    let read =
        |name| std::fs::read_to_string(format!("{}/tests/samples/{name}.board", env!("CARGO_MANIFEST_DIR"))).unwrap();
    ["sensor_hub", "everything", "fragment", "rendered"].map(read).into()
}

#[test]
fn damaged_samples() {
    let mut random = Random(0x5EED_B0A4_D000_0001);
    let mut accepted = 0;
    for sample in samples() {
        assert!(check(&sample));
        for _ in 0..100 {
            accepted += usize::from(check(&damage(&sample, &mut random)));
        }
    }
    // If nothing passed any more, the last part of `check` would test nothing.
    assert!(accepted > 10, "{accepted}");
}

#[test]
fn token_soup() {
    let mut random = Random(0x5EED_B0A4_D000_0002);
    for _ in 0..250 {
        let soup: String = (0..random.below(60)).map(|_| random.pick(PIECES)).collect();
        check(&soup);
        check(&format!("board! {{ board x; n {{ {soup} }} }}"));
        check(&format!("board! {{ board x; n {{ init = {soup}; }} }}"));
        check(&format!("board! {{ board x; n: {soup} {{ }} }}"));
    }
}

#[test]
fn every_prefix() {
    let sample = samples()[1].trim_end().to_owned();
    for (end, _) in sample.char_indices().step_by(11) {
        assert!(!check(&sample[..end]), "accepted a part:\n{}", &sample[..end]);
    }
}

#[test]
fn towers() {
    for piece in PIECES {
        check(&piece.repeat(2000));
        for count in [61, 62, 63, 64, 150] {
            let tower = piece.repeat(count);
            check(&format!("board! {{ board x; {tower} }}"));
            check(&format!("board! {{ board x; n {{ init = {tower}; }} }}"));
            check(&format!("board! {{ board x; n: {tower} {{ }} }}"));
        }
    }
    for (open, close) in
        [("(", ")"), ("[", "]"), ("{", "}"), ("a{", "}"), ("f(|x| ", ")"), ("match x { y => ", "}"), ("if a { ", "}")]
    {
        for depth in [60, 61, 62, 63, 64, 10_000] {
            check(&format!("board! {{ board x; n {{ init = {}{}; }} }}", open.repeat(depth), close.repeat(depth)));
            check(&format!("board! {{ board x; {}{} }}", open.repeat(depth), close.repeat(depth)));
        }
    }
}
