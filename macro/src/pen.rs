//! From tokens to text that reads back as the same tokens.

use proc_macro2::Span;

/// Writes tokens where they stand in the source: `line` from 1 and `column` from 0, in characters, as `proc_macro2`
/// counts.
pub(crate) struct Pen {
    text: String,
    line: usize,
    column: usize,
    /// The last token is punctuation that the next belongs to.
    joint: bool,
}

impl Pen {
    pub(crate) fn new() -> Pen {
        Pen { text: String::new(), line: 1, column: 0, joint: false }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Returns where `token` begins and ends in the text.
    pub(crate) fn write(&mut self, token: &str, span: Span, joint: bool) -> (usize, usize) {
        if token.is_empty() {
            return (self.text.len(), self.text.len());
        }
        self.advance(span);
        if !self.joint && self.would_merge(token) {
            self.push(" ");
        }
        let start = self.text.len();
        self.push(token);
        self.joint = joint;
        (start, self.text.len())
    }

    /// Goes to the place of `span`, unless that is behind: then the token comes from somewhere else, and any place will do.
    fn advance(&mut self, span: Span) {
        let target = span.start();
        if target.line > self.line {
            self.text.extend(std::iter::repeat_n('\n', target.line - self.line));
            (self.line, self.column, self.joint) = (target.line, 0, false);
        }
        if target.line == self.line && target.column > self.column {
            self.text.extend(std::iter::repeat_n(' ', target.column - self.column));
            (self.column, self.joint) = (target.column, false);
        }
    }

    /// Whether `token` written right here would become one with the token before it.
    fn would_merge(&self, token: &str) -> bool {
        let word = |c: char| c.is_alphanumeric() || c == '_' || c == '"' || c == '\'';
        let mark = |c: char| c == '\'' || (!word(c) && !c.is_whitespace() && !"()[]{}".contains(c));
        match (self.text.chars().next_back(), token.chars().next()) {
            (Some(last), Some(first)) => (word(last) && word(first)) || (mark(last) && mark(first)),
            _ => false,
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        match text.rsplit_once('\n') {
            Some((before, last)) => {
                self.line += before.matches('\n').count() + 1;
                self.column = last.chars().count();
            }
            None => self.column += text.chars().count(),
        }
    }
}
