//! Blocks, and what stands in them.

use super::Scanner;
use crate::ast::TokenKind;

impl Scanner<'_> {
    /// A block, if there is one.
    pub(super) fn block(&mut self) {
        if !self.is("{") {
            return;
        }
        let (scope, inner, depth) = (self.order.len(), self.inner, std::mem::take(&mut self.depth));
        self.skip(1);
        self.until_closed(Self::statement);
        self.unbind(scope);
        (self.inner, self.depth) = (inner, depth);
    }

    fn statement(&mut self) {
        self.attributes();
        let second = self.word(1);
        match self.word(0) {
            "let" => {
                self.skip(1);
                let names = self.pattern(&[":", "=", ";"]);
                if self.accept(":") {
                    self.type_until(&["=", ";"]);
                }
                if self.accept("=") {
                    self.expression(false);
                }
                self.bind(names);
            }
            "use" => self.import(),
            "fn" | "struct" | "enum" | "impl" | "mod" | "trait" | "type" | "extern" | "pub" | "static" => {
                self.item();
            }
            "const" if second != "{" => self.item(),
            "unsafe" if matches!(second, "fn" | "impl" | "trait" | "extern") => self.item(),
            "async" if second == "fn" => self.item(),
            "macro_rules" if second == "!" => self.item(),
            _ => self.expression_statement(),
        }
    }

    /// An expression that ends with its block, if it starts with one.
    pub(super) fn expression_statement(&mut self) {
        let starts_with_block = matches!(self.word(0), "{" | "if" | "match" | "while" | "loop" | "for" | "unsafe");
        if !starts_with_block {
            return self.expression(false);
        }
        let (scope, inner) = (self.order.len(), self.inner);
        let complete = self.operand(false);
        if !complete || matches!(self.word(0), "." | "?") {
            self.run(false, !complete);
        }
        self.unbind(scope);
        self.inner = inner;
    }

    /// Skips `#[…]`.
    pub(super) fn attributes(&mut self) {
        while self.is("#") {
            self.skip(1);
            self.accept("!");
            self.plain_group();
        }
    }

    /// An item: plain Rust, and so is its name from here on.
    fn item(&mut self) {
        let (mut ends_at_brace, mut named) = (true, false);
        while !self.is_closed() {
            let word = self.word(0);
            match word {
                ";" => return self.skip(1),
                "use" if !named => return self.import(),
                // A `const fn` ends with its body all the same.
                "const" | "static" | "type" if !named => ends_at_brace = false,
                "fn" => ends_at_brace = true,
                _ => {}
            }
            if self.is_name(0) && !named {
                named = true;
                self.bind([word]);
            }
            if self.kind(0) == Some(TokenKind::Open) {
                self.plain_group();
                if word == "{" && ends_at_brace {
                    return;
                }
            } else {
                self.plain();
            }
        }
    }

    /// All names of a `use`, up to its `;`.
    fn import(&mut self) {
        let mut depth = 0usize;
        while let Some(kind) = self.kind(0) {
            match kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close if depth == 0 => return,
                TokenKind::Close => depth -= 1,
                TokenKind::Ident if self.is_name(0) => self.bind([self.word(0)]),
                _ if self.is(";") => return self.skip(1),
                _ => {}
            }
            self.plain();
        }
    }
}
