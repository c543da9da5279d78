//! Patterns: the names they bind are plain Rust.

use super::Scanner;
use crate::ast::TokenKind;

impl<'a> Scanner<'a> {
    /// A pattern up to one of `stops`. Returns the names it binds.
    pub(super) fn pattern(&mut self, stops: &[&str]) -> Vec<&'a str> {
        let mut names = Vec::new();
        while !self.is_closed() && !stops.contains(&self.word(0)) {
            self.pattern_piece(&mut names, false);
        }
        names
    }

    fn pattern_piece(&mut self, names: &mut Vec<&'a str>, is_field: bool) {
        match self.kind(0) {
            Some(TokenKind::Open) => {
                let fields = self.is("{");
                self.skip(1);
                self.until_closed(|scanner| scanner.pattern_piece(names, fields));
            }
            Some(TokenKind::Literal) => self.literal(),
            _ if self.is_name(0) => self.pattern_name(names, is_field),
            // `..=` holds no `=` at which a pattern could end.
            _ if self.spells(0, "..=") => self.skip(3),
            _ if self.spells(0, "::") => {
                self.skip(2);
                self.path_tail();
            }
            _ if self.is("<") => self.angles(),
            _ => self.plain(),
        }
    }

    fn pattern_name(&mut self, names: &mut Vec<&'a str>, is_field: bool) {
        let name = self.word(0);
        self.skip(1);
        if self.spells(0, "::") {
            self.skip(2);
            self.path_tail();
        } else if self.is("!") {
            self.skip(1);
            self.plain_group();
        } else if !(matches!(self.word(0), "(" | "{") || is_field && self.is(":")) {
            names.push(name);
        }
    }

    /// What follows the `::` of a path.
    pub(super) fn path_tail(&mut self) {
        loop {
            if self.is("<") {
                self.angles();
            } else if self.kind(0) == Some(TokenKind::Ident) {
                self.skip(1);
            } else {
                return;
            }
            if !self.spells(0, "::") {
                return;
            }
            self.skip(2);
        }
    }
}
