//! Errors and lints as values. How they look is decided elsewhere.

use crate::{Code, Span};

/// A place and what is to be said about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// Lower case, no full stop, names in backticks.
    pub text: String,
}

/// One error or lint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// Stable identity; decides severity.
    pub code: Code,
    /// Lower case, no full stop, names in backticks.
    pub title: String,
    /// The place to look at first.
    pub primary: Label,
    /// Every other place that has to do with it, in the order to be read.
    pub related: Vec<Label>,
    /// Facts that belong to no place.
    pub notes: Vec<String>,
    /// What to change.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic at one place.
    pub fn new(code: Code, title: impl Into<String>, span: Span, label: impl Into<String>) -> Self {
        let primary = Label { span, text: label.into() };
        Diagnostic { code, title: title.into(), primary, related: Vec::new(), notes: Vec::new(), help: None }
    }

    /// Adds a related place.
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label { span, text: text.into() });
        self
    }

    /// Adds a fact.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Says what to change.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Says what to change, if there is anything to say.
    pub fn maybe_help(mut self, text: Option<String>) -> Self {
        self.help = text.or(self.help);
        self
    }
}

/// What all stages push into.
#[derive(Default, Debug)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Whether any is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| !diagnostic.code.is_lint())
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All, as they stand.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Keeps those for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(keep);
    }

    /// Orders by place, then code, and drops exact repetitions.
    pub fn sort(&mut self) {
        self.0.sort_by_key(|diagnostic| (diagnostic.primary.span, diagnostic.code));
        self.0.dedup();
    }
}
