//! Types inside expressions.

use super::Scanner;
use crate::ast::TokenKind;

impl Scanner<'_> {
    /// A type up to one of `stops` outside of `<…>`.
    pub(super) fn type_until(&mut self, stops: &[&str]) {
        while !self.is_closed() && !stops.contains(&self.word(0)) {
            self.type_piece();
        }
    }

    /// The type behind `as` or `->`.
    pub(super) fn one_type(&mut self) {
        let mut takes_arguments = false;
        loop {
            match self.word(0) {
                "&" | "*" | "!" | "mut" | "const" | "unsafe" | "impl" | "dyn" | "fn" | "extern" | "for" | "<" => {
                    takes_arguments |= matches!(self.word(0), "impl" | "dyn" | "fn");
                    self.type_piece();
                }
                "'" => self.skip(2),
                "(" | "[" => {
                    self.plain_group();
                    if !(takes_arguments && self.spells(0, "->")) {
                        return;
                    }
                    self.skip(2);
                }
                _ if self.kind(0) == Some(TokenKind::Literal) => self.skip(1),
                _ => break,
            }
        }
        while self.kind(0) == Some(TokenKind::Ident) || self.spells(0, "::") {
            if self.spells(0, "::") {
                self.skip(2);
                if self.is("<") {
                    self.angles();
                }
                continue;
            }
            self.plain();
            if self.is("<") {
                self.angles();
            }
            if takes_arguments && self.is("(") {
                self.plain_group();
                if self.spells(0, "->") {
                    self.skip(2);
                    continue;
                }
            }
            if !self.spells(0, "::") {
                return;
            }
        }
    }

    fn type_piece(&mut self) {
        match self.kind(0) {
            Some(TokenKind::Open) => self.plain_group(),
            _ if self.is("<") => self.angles(),
            _ => self.plain(),
        }
    }

    /// From `<` to its `>`.
    pub(super) fn angles(&mut self) {
        let mut depth = 0usize;
        while !self.is_closed() {
            match self.word(0) {
                "<" => depth += 1,
                ">" => depth = depth.saturating_sub(1),
                "-" | "=" if self.spells(0, "->") || self.spells(0, "=>") => self.skip(1),
                _ => {}
            }
            match self.kind(0) {
                Some(TokenKind::Open) => self.plain_group(),
                _ => self.plain(),
            }
            if depth == 0 {
                return;
            }
        }
    }
}
