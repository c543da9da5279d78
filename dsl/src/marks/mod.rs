//! Finds the parts of Rust that mean something to this language.
//!
//! It knows just enough Rust to tell an operand from an operator and a name from a binding. What is not Rust is left
//! to rustc: nothing here fails, and every loop moves on.

mod expressions;
mod patterns;
mod statements;
mod types;

use crate::ast::{Ident, Mark, MarkKind, Token, TokenKind};
use crate::numbers::Literal;
use crate::{Diagnostic, Span};
use std::borrow::Cow;
use std::collections::HashMap;

/// The marks of an expression, and units that do not exist. `start` is where `text` lies in the offset space.
pub(crate) fn in_expression<'a>(tokens: &'a [Token], text: &'a str, start: u32) -> (Vec<Mark>, Vec<Diagnostic>) {
    let mut scanner = Scanner::new(tokens, text, start);
    while !scanner.is_done() {
        scanner.expression(false);
        // A `,` or `;` out here: not Rust.
        if !scanner.is_done() {
            scanner.plain();
        }
    }
    (scanner.marks, scanner.errors)
}

/// The marks of a type or a path.
pub(crate) fn in_type<'a>(tokens: &'a [Token], text: &'a str, start: u32) -> Vec<Mark> {
    let mut scanner = Scanner::new(tokens, text, start);
    while !scanner.is_done() {
        scanner.plain();
    }
    scanner.marks
}

struct Scanner<'a> {
    /// The tokens. Docs are left out: they may stand anywhere and mean nothing.
    tokens: Cow<'a, [Token]>,
    /// Their indices, if any are left out.
    indices: Vec<usize>,
    text: &'a str,
    start: u32,
    at: usize,
    marks: Vec<Mark>,
    errors: Vec<Diagnostic>,
    /// How often each name is bound here, and the names in the order they were bound.
    bound: HashMap<&'a str, usize>,
    order: Vec<&'a str>,
    /// How many closures and `async` blocks are around: `?` and `.await` belong to them.
    inner: usize,
    /// How many `if`, `while`, `match` and `for` are around, as far as no bracket limits them.
    depth: usize,
}

impl<'a> Scanner<'a> {
    fn new(tokens: &'a [Token], text: &'a str, start: u32) -> Self {
        let mut scanner = Scanner {
            tokens: Cow::Borrowed(tokens),
            indices: Vec::new(),
            text,
            start,
            at: 0,
            marks: Vec::new(),
            errors: Vec::new(),
            bound: HashMap::new(),
            order: Vec::new(),
            inner: 0,
            depth: 0,
        };
        let is_doc = |token: &Token| {
            let text = if token.span.end - token.span.start > 2 { scanner.slice(token.span) } else { "" };
            text.starts_with("//") || text.starts_with("/*")
        };
        if tokens.iter().any(is_doc) {
            let kept: Vec<_> = (0..).zip(tokens).filter(|(_, token)| !is_doc(token)).collect();
            scanner.indices = kept.iter().map(|(index, _)| *index).collect();
            scanner.tokens = kept.into_iter().map(|(_, token)| *token).collect();
        }
        scanner
    }

    fn slice(&self, span: Span) -> &'a str {
        self.text.get((span.start - self.start) as usize..(span.end - self.start) as usize).unwrap_or_default()
    }

    fn token(&self, ahead: usize) -> Option<Token> {
        self.tokens.get(self.at + ahead).copied()
    }

    fn kind(&self, ahead: usize) -> Option<TokenKind> {
        self.token(ahead).map(|token| token.kind)
    }

    fn word(&self, ahead: usize) -> &'a str {
        self.token(ahead).map_or("", |token| self.slice(token.span))
    }

    fn is(&self, word: &str) -> bool {
        self.word(0) == word
    }

    /// Whether the tokens from `ahead` on spell `operator`, without space between.
    fn spells(&self, ahead: usize, operator: &str) -> bool {
        operator.char_indices().all(|(index, c)| {
            let (Some(token), ahead) = (self.token(ahead + index), ahead + index) else { return false };
            let joined =
                index == 0 || self.token(ahead - 1).is_some_and(|before| before.span.end == token.span.start);
            joined && token.kind == TokenKind::Punct && self.word(ahead).starts_with(c)
        })
    }

    /// Whether the next token follows the current one without space between.
    fn is_joined(&self) -> bool {
        let end = self.token(0).map(|token| token.span.end);
        self.token(1).map(|next| next.span.start) == end
    }

    fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Whether the group around ends here.
    fn is_closed(&self) -> bool {
        matches!(self.kind(0), None | Some(TokenKind::Close))
    }

    fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Skips the current token if it is `word`.
    fn accept(&mut self, word: &str) -> bool {
        let accepted = self.is(word);
        self.skip(accepted.into());
        accepted
    }

    /// Calls `part` until the group around ends. Each call moves on by at least one token.
    fn until_closed(&mut self, mut part: impl FnMut(&mut Self)) {
        while !self.is_closed() {
            let before = self.at;
            part(self);
            if self.at == before {
                self.skip(1);
            }
        }
        self.skip(1);
    }

    /// Skips one token of a type, a path or an item: only a leading `self` or `super` matters there.
    fn plain(&mut self) {
        let kind = match self.word(0) {
            "self" => Some(MarkKind::SelfPath),
            "super" => Some(MarkKind::SuperPath),
            _ => None,
        };
        let leads = self.at < 2
            || !{
                self.at -= 2;
                let follows = self.spells(0, "::");
                self.at += 2;
                follows
            };
        match kind.filter(|_| leads && self.spells(1, "::")) {
            Some(kind) => self.mark(1, kind),
            None => self.skip(1),
        }
    }

    /// Skips a group, if there is one.
    fn plain_group(&mut self) {
        let mut depth = 0usize;
        while !self.is_done() {
            match self.kind(0) {
                Some(TokenKind::Open) => depth += 1,
                Some(TokenKind::Close) => depth = depth.saturating_sub(1),
                _ if depth == 0 => return,
                _ => {}
            }
            self.plain();
            if depth == 0 {
                return;
            }
        }
    }

    /// Marks the next `count` tokens and skips them.
    fn mark(&mut self, count: usize, kind: MarkKind) {
        let marked = &self.tokens[self.at..self.at + count];
        if let [first, ..] = marked
            && let [.., last] = marked
        {
            let index = |at: usize| self.indices.get(at).copied().unwrap_or(at);
            let tokens = index(self.at)..index(self.at + count - 1) + 1;
            self.marks.push(Mark { tokens, span: first.span.to(last.span), kind });
        }
        self.skip(count);
    }

    fn ident(&self, ahead: usize) -> Ident {
        let span = self.token(ahead).map(|token| token.span).unwrap_or_default();
        Ident { name: self.word(ahead).into(), span }
    }

    /// Whether the token is an identifier that may name something.
    fn is_name(&self, ahead: usize) -> bool {
        match self.word(ahead) {
            "_" | "abstract" | "as" | "async" | "await" | "become" | "box" | "break" | "const" | "continue"
            | "crate" | "do" | "dyn" | "else" | "enum" | "extern" | "false" | "final" | "fn" | "for" | "if"
            | "impl" | "in" | "let" | "loop" | "macro" | "match" | "mod" | "move" | "mut" | "override" | "priv"
            | "pub" | "ref" | "return" | "self" | "Self" | "static" | "struct" | "super" | "trait" | "true"
            | "try" | "type" | "typeof" | "unsafe" | "unsized" | "use" | "virtual" | "where" | "while" | "yield" => {
                false
            }
            _ => self.kind(ahead) == Some(TokenKind::Ident),
        }
    }

    fn is_bound(&self, name: &str) -> bool {
        self.bound.get(name).is_some_and(|count| *count > 0)
    }

    fn bind(&mut self, names: impl IntoIterator<Item = &'a str>) {
        for name in names {
            *self.bound.entry(name).or_default() += 1;
            self.order.push(name);
        }
    }

    /// Forgets all but the first `scope` bindings.
    fn unbind(&mut self, scope: usize) {
        for name in self.order.drain(scope..) {
            if let Some(count) = self.bound.get_mut(name) {
                *count -= 1;
            }
        }
    }

    /// A literal. Numbers with one of our units are not Rust.
    fn literal(&mut self) {
        let Some(token) = self.token(0) else { return };
        let text = self.word(0);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.skip(1);
        }
        let literal = Literal::new(text);
        if literal.suffix.is_empty() || literal.is_rust() {
            return self.skip(1);
        }
        match literal.read(false, token.span) {
            Ok(number) => self.mark(1, MarkKind::Quantity(number)),
            Err(error) => {
                self.errors.push(*error);
                self.skip(1);
            }
        }
    }
}
