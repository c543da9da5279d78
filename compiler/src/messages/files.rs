//! Words about files and what they are for.

use bringup_dsl::{Code, Diagnostic, Span};

pub(crate) fn fragment_as_root(header: Span, name: &str) -> Diagnostic {
    Diagnostic::new(Code::B0109, "a fragment cannot be built on its own", header, "this file is meant for `include`")
        .help(format!("include it from a board, or start it with `board {name};`"))
}

pub(crate) fn board_as_fragment(header: Span, name: &str, include: Span) -> Diagnostic {
    Diagnostic::new(Code::B0109, "a board cannot be included", header, "this file is a board of its own")
        .related(include, "included here")
        .help(format!("move what both boards share into a file that starts with `fragment {name};`"))
}

pub(crate) fn unreadable_include(path: Span, name: &str, why: &str) -> Diagnostic {
    Diagnostic::new(Code::B0110, format!("cannot read `{name}`"), path, why.to_owned())
        .note("the path is relative to the file that includes it")
}

pub(crate) fn include_loop<'a>(path: Span, name: &str, steps: impl Iterator<Item = (Span, &'a str)>) -> Diagnostic {
    let title = format!("`{name}` includes itself");
    let mut diagnostic = Diagnostic::new(Code::B0111, title, path, format!("includes `{name}` again"));
    for (span, included) in steps {
        diagnostic = diagnostic.related(span, format!("includes `{included}`"));
    }
    diagnostic.help("move what both files need into a third")
}

pub(crate) fn includes_too_deep(path: Span, most: usize) -> Diagnostic {
    Diagnostic::new(Code::B0111, format!("files include each other more than {most} deep"), path, "not read")
}
