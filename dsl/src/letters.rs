//! Tokens to letters: the grammar reads one letter for each token, and for line breaks where they matter.

use crate::Span;
use crate::ast::{Token, TokenKind};
use crate::lexer::{Kind, Lexeme};
use crate::numbers::UNITS;

/// A text as the grammar reads it.
pub(crate) struct Letters {
    /// ASCII only.
    pub(crate) letters: String,
    /// By letter, and for their end, the index of its first token, or of the next one.
    pub(crate) starts: Vec<u32>,
    /// The tokens, a doc comment as the six of `#[doc = "…"]`.
    pub(crate) tokens: Vec<Token>,
}

/// What stands for a doc comment.
pub(crate) const DOC: char = 'j';

impl Letters {
    /// The letters of `text` with these lexemes, placed as if it started at `start` and had `length` bytes.
    pub(crate) fn new(text: &str, lexemes: &[Lexeme], start: u32, length: u32) -> Letters {
        let (letters, starts) = (String::with_capacity(lexemes.len()), Vec::with_capacity(lexemes.len() + 1));
        let mut all = Letters { letters, starts, tokens: Vec::with_capacity(lexemes.len()) };
        let place = |at: usize| start + (at as u32).min(length);
        let (mut end, mut broken) = (0, false);
        for lexeme in lexemes {
            broken |= text.as_bytes()[end..lexeme.start].contains(&b'\n');
            end = lexeme.end;
            let span = Span::new(place(lexeme.start), place(lexeme.end));
            let letter = match lexeme.kind {
                Kind::Token(kind) => letter(kind, &text[lexeme.start..lexeme.end], text.as_bytes().get(lexeme.end)),
                Kind::Doc => DOC,
                Kind::Comment | Kind::Fault(_) => continue,
            };
            if std::mem::take(&mut broken) && all.break_matters(letter) {
                all.push('\n');
            }
            all.push(letter);
            match lexeme.kind {
                Kind::Token(kind) => all.tokens.push(Token { kind, span }),
                _ => all.tokens.extend(DOC_TOKENS.map(|kind| Token { kind, span })),
            }
        }
        all.starts.push(all.tokens.len() as u32);
        all
    }

    fn push(&mut self, letter: char) {
        self.letters.push(letter);
        self.starts.push(self.tokens.len() as u32);
    }

    /// Whether a statement may start with `next`, and a `;` be missing in front of it.
    fn break_matters(&self, next: char) -> bool {
        let may_start = matches!(next, 'A'..='X' | 'a'..='f' | '&' | '#' | DOC);
        may_start && !self.letters.ends_with([';', '{', '(', '[', DOC])
    }
}

/// `#[doc = "…"]`
pub(crate) const DOC_TOKENS: [TokenKind; 6] = {
    use TokenKind::{Close, Ident, Literal, Open, Punct};
    [Punct, Open, Ident, Punct, Literal, Close]
};

/// The letter of a token, `next` being the byte behind it.
pub(crate) fn letter(kind: TokenKind, text: &str, next: Option<&u8>) -> char {
    let first = text.as_bytes().first().copied().unwrap_or_default();
    match (kind, first) {
        (TokenKind::Ident, _) => word(text),
        (TokenKind::Literal, b'0'..=b'9') => 'i',
        (TokenKind::Literal, b'"' | b'r') => 'h',
        (TokenKind::Literal, _) => 'g',
        (TokenKind::Punct, first) => match (first, next) {
            (b':', Some(b':')) => 'p',
            (b'=', Some(b'=')) => 'q',
            (b'=', Some(b'>')) => 'r',
            (b'.', Some(b'.')) => 's',
            (b'.', Some(b'=')) => 't',
            (b'-', Some(b'>')) => 'u',
            _ => char::from(first),
        },
        (TokenKind::Open | TokenKind::Close, first) => char::from(first),
    }
}

fn word(word: &str) -> char {
    match word {
        "board" => 'A',
        "budget" => 'B',
        "defaults" => 'C',
        "delete" => 'D',
        "fragment" => 'E',
        "include" => 'F',
        "input" => 'G',
        "levels" => 'H',
        "rail" => 'I',
        "variant" => 'J',
        "power" => 'K',
        "deinit" => 'L',
        "when" => 'M',
        "feature" => 'N',
        "doc" => 'O',
        unit if unit.len() <= 4 && UNITS.iter().any(|(name, ..)| *name == unit) => 'P',
        "init" => 'R',
        "enable" => 'S',
        "error" => 'T',
        "disable" => 'U',
        "good" => 'V',
        "clock" => 'W',
        "crate" => 'X',
        "pub" => 'b',
        "true" => 'c',
        "false" => 'd',
        "self" | "Self" | "super" | "await" => 'e',
        // An expression goes on in front of these and after them.
        "as" | "async" | "abstract" | "break" | "box" | "become" | "const" | "continue" | "do" | "dyn" | "else"
        | "enum" | "extern" | "fn" | "for" | "final" | "gen" | "if" | "in" | "impl" | "let" | "loop" | "mut"
        | "match" | "move" | "mod" | "macro" | "override" | "priv" | "ref" | "return" | "static" | "struct"
        | "type" | "typeof" | "trait" | "try" | "use" | "unsafe" | "unsized" | "virtual" | "while" | "where"
        | "yield" => 'a',
        raw if raw.starts_with("r#") => 'f',
        _ => 'Q',
    }
}
