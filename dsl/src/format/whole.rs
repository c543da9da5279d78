//! Which statements are understood, and which stand on one line.

use super::WIDTH;
use super::blocks::Printer;
use super::outline::Statement;
use super::statements::Own;
use crate::lexer::Kind;

impl Printer<'_> {
    /// All of a statement on one line, if it is written so. That it fits is not known.
    pub(super) fn flat(&self, statement: &Statement) -> Option<String> {
        let words = self.words;
        let all = words.at(statement.place.start)..words.at(statement.place.end);
        if all.len() > WIDTH || !self.is_sound(statement) {
            return None;
        }
        let Some((open, close)) = self.braces(statement) else { return Own::new(words, statement, all).flat() };
        let mut text = Own::new(words, statement, all.start..open + 1).flat()?;
        if close > open + 1 && words.all[open + 1].breaks > 0 {
            return None;
        }
        let (mut next, mut inside) = (open + 1, statement.body.as_deref().unwrap_or_default());
        while next < close {
            match inside {
                [first, rest @ ..] if first.place.start == words.all[next].start => {
                    if words.all[next].breaks > 1 {
                        return None;
                    }
                    text = text + " " + &self.flat(first)?;
                    next = words.at(first.place.end);
                    inside = rest;
                }
                _ if words.is(next, b';') => {
                    text += if next == open + 1 { " ;" } else { ";" };
                    next += 1;
                }
                _ => return None,
            }
        }
        Some(text + " }")
    }

    /// Whether all that stands between the braces of a statement is understood.
    pub(super) fn is_sound_inside(&self, statement: &Statement) -> bool {
        let words = self.words;
        let Some((open, close)) = self.braces(statement) else { return true };
        let (mut next, inside) = (open + 1, statement.body.as_deref().unwrap_or_default());
        for inner in inside {
            let start = words.at(inner.place.start);
            if !words.is_plain(next..start) || !self.is_sound(inner) || !self.is_sound_inside(inner) {
                return false;
            }
            next = words.at(inner.place.end);
        }
        words.is_plain(next..close)
    }

    /// The braces of a statement that has some.
    pub(super) fn braces(&self, statement: &Statement) -> Option<(usize, usize)> {
        let words = self.words;
        statement.body.as_ref()?;
        let close = words.at(statement.place.end).checked_sub(1).filter(|close| words.is(*close, b'}'))?;
        let open = words.all[close].partner.map(|open| open as usize).filter(|open| words.is(*open, b'{'))?;
        let inside = words.all[open].start > statement.place.start && words.all[close].end == statement.place.end;
        inside.then_some((open, close))
    }

    /// Whether a statement is understood, apart from what stands between its braces.
    pub(super) fn is_sound(&self, statement: &Statement) -> bool {
        let words = self.words;
        let first = words.at(statement.place.start);
        let end = match (&statement.body, self.braces(statement)) {
            (Some(_), braces) => braces.map(|(open, _)| open + 1),
            (None, _) => Some(words.at(statement.place.end)).filter(|end| *end > first && words.is(*end - 1, b';')),
        };
        let Some(end) = end.filter(|_| !statement.broken) else { return false };
        let is_word = |index: usize| words.all[index].sound && !matches!(words.all[index].kind, Kind::Fault(_));
        !self.errors.any(words.all[first].start..words.all[end - 1].end) && (first..end).all(is_word)
    }
}
