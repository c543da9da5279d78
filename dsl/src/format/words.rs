//! A text as its tokens and comments, and what white space is between them.

use crate::ast::TokenKind;
use crate::lexer::{Fault, Kind, Lexeme, is_space};
use crate::repair::{self, Checked};
use crate::{Diagnostics, SourceFile};
use std::ops::Range;

/// Stands for whatever was wrong.
const DAMAGE: Fault = Fault::Stray(' ');

/// A token or comment, or something that is neither.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Line breaks in front of it.
    pub(super) breaks: u32,
    /// Columns of white space in front of it on its line.
    pub(super) space: u32,
    /// Columns of white space that its line starts with.
    pub(super) line: u32,
    /// The other bracket, if it is one.
    pub(super) partner: Option<u32>,
    /// Whether it is what the parser saw.
    pub(super) sound: bool,
}

impl Word {
    pub(super) fn is_comment(&self) -> bool {
        self.kind == Kind::Comment
    }

    /// Whether nothing at all stands in front of it.
    pub(super) fn touches(&self) -> bool {
        self.breaks == 0 && self.space == 0
    }
}

pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) all: Vec<Word>,
}

impl<'a> Words<'a> {
    /// `None` if the file is over a limit, or nobody knows which brackets belong together.
    pub(super) fn new(source: &'a SourceFile) -> Option<Words<'a>> {
        let Checked { text: repaired, lexemes, .. } = repair::check(source, true, &mut Diagnostics::new())?;
        let text = source.text.as_str();
        let partners = partners(&lexemes)?;
        let mut words = Words { text, all: Vec::with_capacity(lexemes.len()) };
        let damage = damage(text, &repaired);
        // By lexeme, the word it has become.
        let mut places = vec![None; lexemes.len()];
        let mut end = 0;
        for (index, lexeme) in lexemes.iter().enumerate() {
            // A missing bracket that is now there takes the place of white space, or of a part of something wrong.
            if text.get(lexeme.start..lexeme.end).is_none_or(|text| text.starts_with(is_space)) {
                continue;
            }
            within(&damage, end..lexeme.start).for_each(|range| words.push(Kind::Fault(DAMAGE), range, false));
            end = lexeme.end;
            places[index] = Some(words.all.len() as u32);
            let sound = within(&damage, lexeme.start..end).next().is_none();
            words.push(lexeme.kind, lexeme.start..end, sound);
        }
        within(&damage, end..text.len()).for_each(|range| words.push(Kind::Fault(DAMAGE), range, false));
        for (index, partner) in partners.into_iter().enumerate() {
            if let (Some(place), Some(partner)) = (places[index], partner) {
                words.all[place as usize].partner = places[partner as usize];
            }
        }
        Some(words)
    }

    fn push(&mut self, kind: Kind, range: Range<usize>, sound: bool) {
        let gap = &self.text[self.all.last().map_or(0, |last| last.end)..range.start];
        let breaks = gap.bytes().filter(|byte| *byte == b'\n').count() as u32;
        let last = gap.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}');
        let space = last.chars().map(|c| if c == '\t' { super::INDENT as u32 } else { 1 }).sum();
        let line = self.all.last().filter(|_| breaks == 0).map_or(space, |last| last.line);
        self.all.push(Word { kind, start: range.start, end: range.end, breaks, space, line, partner: None, sound });
    }

    pub(super) fn slice(&self, index: usize) -> &'a str {
        &self.text[self.all[index].start..self.all[index].end]
    }

    /// The first byte, of a sound word.
    pub(super) fn byte(&self, index: usize) -> u8 {
        let word = &self.all[index];
        if word.sound { self.text.as_bytes()[word.start] } else { 0 }
    }

    pub(super) fn is(&self, index: usize, byte: u8) -> bool {
        let is_one =
            matches!(self.all[index].kind, Kind::Token(TokenKind::Punct | TokenKind::Open | TokenKind::Close));
        is_one && self.byte(index) == byte
    }

    /// The first word that starts at `at` or later.
    pub(super) fn at(&self, at: usize) -> usize {
        self.all.partition_point(|word| word.start < at)
    }

    /// What stands in a word when it is printed.
    pub(super) fn printed(&self, index: usize) -> &'a str {
        let text = self.slice(index);
        match self.all[index].kind {
            Kind::Comment if text.starts_with("//") => text.trim_end(),
            Kind::Doc if text.starts_with("//") => text.trim_end_matches('\r'),
            _ => text,
        }
    }

    /// Whether a word needs a new line behind it, or has line breaks in it.
    pub(super) fn is_long(&self, index: usize) -> bool {
        match self.all[index].kind {
            Kind::Comment | Kind::Doc => {
                let text = self.slice(index);
                text.starts_with("//") || text.contains('\n')
            }
            _ => self.slice(index).contains('\n'),
        }
    }
}

/// By lexeme, the bracket that belongs to it. `None` if there are some left over.
fn partners(lexemes: &[Lexeme]) -> Option<Vec<Option<u32>>> {
    let mut partners = vec![None; lexemes.len()];
    let mut open = Vec::new();
    for (index, lexeme) in lexemes.iter().enumerate() {
        match lexeme.kind {
            Kind::Token(TokenKind::Open) => open.push(index),
            Kind::Token(TokenKind::Close) => {
                let opener: usize = open.pop()?;
                (partners[opener], partners[index]) = (Some(index as u32), Some(opener as u32));
            }
            _ => {}
        }
    }
    open.is_empty().then_some(partners)
}

/// The parts of the damage that are inside `range`.
fn within(damage: &[Range<usize>], range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let first = damage.partition_point(|part| part.end <= range.start);
    let parts = damage[first..].iter().take_while(move |part| part.start < range.end);
    parts.map(move |part| part.start.max(range.start)..part.end.min(range.end))
}

/// What stands where the repaired text says something else.
fn damage(text: &str, repaired: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let bytes = text.bytes().zip(repaired.bytes()).enumerate();
    for (at, _) in bytes.filter(|(_, (before, after))| before != after && !before.is_ascii_whitespace()) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => found.push(at..at + 1),
        }
    }
    // The mark at the start is no damage.
    found
        .into_iter()
        .filter_map(|range| {
            let start = if text.starts_with('\u{feff}') { range.start.max(3) } else { range.start };
            (start < range.end).then_some(start..range.end)
        })
        .collect()
}
