//! Text to tokens, exactly as rustc and `proc_macro` split it: the macro pairs the two by order.

use crate::ast::TokenKind;
use pest::unicode::{XID_CONTINUE, XID_START};

/// What a stretch of text is. White space is left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Token(TokenKind),
    /// `///` or `/** */`: rustc sees `#[doc = "…"]`.
    Doc,
    /// A comment that means nothing.
    Comment,
    Fault(Fault),
}

/// What rustc would not read as a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// Runs to the end of the text.
    OpenString,
    /// Runs to the end of the text.
    OpenComment,
    /// `'abc'`, `''`, or a `'` that nothing closes on its line.
    Character,
    /// `0x`, `1e`, `0b12`
    Number,
    /// `//!` or `/*! */`
    InnerDoc,
    /// A character no token starts with.
    Stray(char),
}

/// A stretch of text, by byte offsets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Lexeme {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Iterates over the lexemes of a text.
pub(crate) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        // Text editors on Windows put a byte order mark in front; rustc skips it too.
        Lexer { text, at: if text.starts_with('\u{feff}') { 3 } else { 0 } }
    }

    /// Goes on reading at `at`, a character boundary.
    pub(crate) fn resume(&mut self, at: usize) {
        self.at = at;
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn byte(&self, ahead: usize) -> u8 {
        // NUL is no token, so it can stand for the end of the text.
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn first(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn ascii(&self) -> Option<char> {
        self.text.as_bytes().get(self.at).filter(|byte| byte.is_ascii()).map(|byte| char::from(*byte))
    }

    fn second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    fn bump(&mut self) {
        self.at += self.first().map_or(0, char::len_utf8);
    }

    fn skip_while(&mut self, keep: impl Fn(char) -> bool) {
        loop {
            // Nearly all of it is ASCII.
            let bytes = self.text.as_bytes()[self.at..].iter();
            self.at += bytes.take_while(|byte| byte.is_ascii() && keep(char::from(**byte))).count();
            if self.ascii().is_some() || !self.first().is_some_and(&keep) {
                return;
            }
            self.bump();
        }
    }

    /// Moves behind the next `mark`; to the end of the text if there is none.
    fn skip_past(&mut self, mark: &str) -> bool {
        let found = self.rest().find(mark);
        self.at = found.map_or(self.text.len(), |at| self.at + at + mark.len());
        found.is_some()
    }

    fn lexeme(&mut self, first: char) -> Kind {
        match first {
            '/' if self.byte(1) == b'/' => self.line_comment(),
            '/' if self.byte(1) == b'*' => self.block_comment(),
            '"' => self.string(0),
            '\'' => self.quote(),
            '0'..='9' => self.number(),
            '(' | '[' | '{' => self.single(TokenKind::Open),
            ')' | ']' | '}' => self.single(TokenKind::Close),
            _ if is_ident_start(first) => self.word(),
            _ if first.is_ascii_punctuation() && !matches!(first, '\\' | '`') => self.single(TokenKind::Punct),
            _ => {
                self.bump();
                Kind::Fault(Fault::Stray(first))
            }
        }
    }

    fn single(&mut self, kind: TokenKind) -> Kind {
        self.at += 1;
        Kind::Token(kind)
    }

    fn line_comment(&mut self) -> Kind {
        let line = self.rest().split('\n').next().unwrap_or_default();
        self.at += line.len();
        match line.as_bytes().get(2) {
            Some(b'!') => Kind::Fault(Fault::InnerDoc),
            Some(b'/') if line.as_bytes().get(3) != Some(&b'/') => Kind::Doc,
            _ => Kind::Comment,
        }
    }

    fn block_comment(&mut self) -> Kind {
        let kind = match (self.byte(2), self.byte(3)) {
            (b'!', _) => Kind::Fault(Fault::InnerDoc),
            (b'*', b'*' | b'/') => Kind::Comment,
            (b'*', _) => Kind::Doc,
            _ => Kind::Comment,
        };
        self.at += 2;
        let bytes = self.text.as_bytes();
        let mut depth = 1usize;
        while self.at < bytes.len() {
            match (bytes[self.at], self.byte(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return kind;
                    }
                }
                _ => self.at += 1,
            }
        }
        Kind::Fault(Fault::OpenComment)
    }

    /// An identifier, or what starts like one: raw identifiers, and literals with a prefix.
    fn word(&mut self) -> Kind {
        match (self.byte(0), self.byte(1), self.byte(2)) {
            (b'r', b'#', _) if self.rest()[2..].chars().next().is_some_and(is_ident_start) => {
                self.at += 2;
                self.ident()
            }
            (b'r', b'"' | b'#', _) => self.raw_string(1),
            (b'b' | b'c', b'"', _) => self.string(1),
            (b'b' | b'c', b'r', b'"' | b'#') => self.raw_string(2),
            (b'b', b'\'', _) => {
                self.at += 1;
                self.character()
            }
            _ => self.ident(),
        }
    }

    fn ident(&mut self) -> Kind {
        self.skip_while(is_ident_continue);
        Kind::Token(TokenKind::Ident)
    }

    fn suffix(&mut self) {
        if self.first().is_some_and(is_ident_start) {
            self.skip_while(is_ident_continue);
        }
    }

    fn literal(&mut self) -> Kind {
        self.suffix();
        Kind::Token(TokenKind::Literal)
    }

    fn string(&mut self, prefix: usize) -> Kind {
        let bytes = self.text.as_bytes();
        self.at += prefix + 1;
        while self.at < bytes.len() {
            match bytes[self.at] {
                b'\\' => {
                    self.at += 1;
                    self.bump();
                }
                b'"' => {
                    self.at += 1;
                    return self.literal();
                }
                _ => self.at += 1,
            }
        }
        Kind::Fault(Fault::OpenString)
    }

    fn raw_string(&mut self, prefix: usize) -> Kind {
        let hashes = self.rest()[prefix..].bytes().take_while(|byte| *byte == b'#').count();
        if self.byte(prefix + hashes) != b'"' {
            return self.ident();
        }
        self.at += prefix + hashes + 1;
        // rustc knows at most 255.
        let close = format!("\"{}", "#".repeat(hashes));
        if self.skip_past(&close) { self.literal() } else { Kind::Fault(Fault::OpenString) }
    }

    /// A character, or the `'` of a lifetime.
    fn quote(&mut self) -> Kind {
        let mut ahead = self.rest().chars().skip(1);
        match (ahead.next(), ahead.next()) {
            (Some(first), second) if second != Some('\'') && (is_ident_start(first) || first.is_ascii_digit()) => {
                let start = self.at;
                self.at += 1;
                self.skip_while(is_ident_continue);
                if self.byte(0) == b'\'' {
                    self.at += 1;
                    return Kind::Fault(Fault::Character);
                }
                if first.is_ascii_digit() {
                    return Kind::Fault(Fault::Character);
                }
                // The name follows as a token of its own.
                self.at = start + 1;
                Kind::Token(TokenKind::Punct)
            }
            _ => self.character(),
        }
    }

    /// From the `'`.
    fn character(&mut self) -> Kind {
        self.at += 1;
        if self.second() == Some('\'') && self.byte(0) != b'\\' {
            self.bump();
            self.at += 1;
            return self.literal();
        }
        let start = self.at;
        loop {
            match self.first() {
                Some('\'') => {
                    let empty = self.at == start;
                    let symbols = self.text[start..self.at].starts_with('\\');
                    self.at += 1;
                    // Several characters without an escape are no character.
                    return if empty || !symbols { Kind::Fault(Fault::Character) } else { self.literal() };
                }
                None | Some('/' | '\n' | '\r') => return Kind::Fault(Fault::Character),
                Some('\\') => {
                    self.bump();
                    self.bump();
                }
                Some(_) => self.bump(),
            }
        }
    }

    fn number(&mut self) -> Kind {
        let radix = match (self.byte(0), self.byte(1)) {
            (b'0', b'x') => 16,
            (b'0', b'o') => 8,
            (b'0', b'b') => 2,
            _ => 10,
        };
        if radix != 10 {
            self.at += 2;
            let start = self.at;
            self.skip_while(|c| c == '_' || if radix == 16 { c.is_ascii_hexdigit() } else { c.is_ascii_digit() });
            let digits = &self.text[start..self.at];
            let fits = digits.bytes().all(|byte| byte == b'_' || (byte as char).is_digit(radix));
            let sound = fits && digits.bytes().any(|byte| byte != b'_');
            self.suffix();
            return if sound { Kind::Token(TokenKind::Literal) } else { Kind::Fault(Fault::Number) };
        }
        let digit = |c: char| c == '_' || c.is_ascii_digit();
        self.skip_while(digit);
        // `1..2` is a range and `1.foo()` a call; `1.` and `1.5` are numbers.
        if self.byte(0) == b'.' && !self.second().is_some_and(|c| c == '.' || is_ident_start(c)) {
            self.at += 1;
            if self.byte(0).is_ascii_digit() {
                self.skip_while(digit);
            } else {
                return self.literal();
            }
        }
        if matches!(self.byte(0), b'e' | b'E') {
            self.at += 1;
            if matches!(self.byte(0), b'+' | b'-') {
                self.at += 1;
            }
            let start = self.at;
            self.skip_while(digit);
            let sound = self.text[start..self.at].bytes().any(|byte| byte != b'_');
            self.suffix();
            return if sound { Kind::Token(TokenKind::Literal) } else { Kind::Fault(Fault::Number) };
        }
        self.literal()
    }
}

impl Iterator for Lexer<'_> {
    type Item = Lexeme;

    fn next(&mut self) -> Option<Lexeme> {
        self.skip_while(is_space);
        let start = self.at;
        let kind = self.lexeme(self.ascii().or_else(|| self.first())?);
        Some(Lexeme { kind, start, end: self.at })
    }
}

/// Rust's white space.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

pub(crate) fn is_ident_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || (!c.is_ascii() && XID_START(c))
}

pub(crate) fn is_ident_continue(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || (!c.is_ascii() && XID_CONTINUE(c))
}
