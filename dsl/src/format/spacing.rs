//! Which of two neighbours have a space between them.

use super::words::Words;
use crate::ast::TokenKind;
use crate::lexer::Kind;

/// What two neighbours are a part of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// This language.
    Board,
    /// An attribute, whatever it says.
    Attribute,
    /// A type or an expression. What is not certainly only a matter of looks stays as it is.
    Rust,
}

impl Words<'_> {
    /// Whether there is a space between word `index` and the one before it.
    pub(super) fn spaced(&self, index: usize, zone: Zone) -> bool {
        let before = index - 1;
        let written = !self.all[index].touches();
        let is_comment = |index: usize| matches!(self.all[index].kind, Kind::Comment | Kind::Doc);
        if is_comment(before) || is_comment(index) {
            return !(self.is(index, b';') || self.is(index, b','));
        }
        let (left, right) = (self.mark(before), self.mark(index));
        match zone {
            Zone::Board => self.spaced_in_board(index, left, right),
            Zone::Attribute => match (left, right) {
                (b'#' | b'(' | b'[', _) | (_, b'(' | b')' | b']' | b',') => false,
                (b',', _) => true,
                (b'=', 0) | (0, b'=') => true,
                _ => written,
            },
            Zone::Rust => match (left, right) {
                // What joins the mark before could be seen by a macro.
                (_, b',' | b';') if !matches!(left, 0 | b')' | b']' | b'}' | b'?' | b'>') => written,
                (b',' | b';', b')' | b']') | (_, b',' | b';') => false,
                (b',' | b';', _) => true,
                (b'(' | b'[', _) | (_, b')' | b']') => false,
                _ => written,
            },
        }
    }

    fn spaced_in_board(&self, index: usize, left: u8, right: u8) -> bool {
        let before = index - 1;
        let touches = self.all[index].touches();
        match (left, right) {
            // `..=`, all of it and on both sides
            (b'.', b'.' | b'=') => !touches,
            (0, b'.') if self.slice(before).ends_with('.') => !touches,
            (b'=', _) if before > 0 && self.mark(before - 1) == b'.' && self.all[before].touches() => false,
            // `==`, `=>`, `::` where a value or a type starts with such a mark
            (b'=', b'=' | b'>') | (b':', b':') if touches => false,
            (b'.', _) | (_, b'.') | (0, b':') => false,
            (_, b';' | b',') => false,
            (b'(' | b'[', _) | (_, b')' | b']') => false,
            (b'&' | b'-', _) | (b'#', b'[') | (_, b'!') => false,
            (_, b'(') => self.slice(before) != "pub",
            _ => true,
        }
    }

    /// A bracket or mark; 0 for everything else.
    fn mark(&self, index: usize) -> u8 {
        match self.all[index].kind {
            Kind::Token(TokenKind::Punct | TokenKind::Open | TokenKind::Close) => self.byte(index),
            _ => 0,
        }
    }
}
