//! Diagnostics as items that make rustc say them.

use crate::places::Places;
use crate::{chain, lints};
use bringup_compiler::render::render_one;
use bringup_dsl::{Diagnostic, Diagnostics};
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote_spanned;

/// One item per diagnostic.
pub(crate) fn emit(diagnostics: &Diagnostics, places: &Places) -> TokenStream {
    diagnostics.iter().map(|diagnostic| one(diagnostic, places)).collect()
}

fn one(diagnostic: &Diagnostic, places: &Places) -> TokenStream {
    if diagnostic.code.is_lint() {
        return lints::warning(diagnostic, places);
    }
    chain::error(diagnostic, places)
        .unwrap_or_else(|| compile_error(places.ends(diagnostic.primary.span), &message(diagnostic, places)))
}

/// An error at a place.
pub(crate) fn compile_error(ends: (Span, Span), message: &str) -> TokenStream {
    invocation("compile_error", ends, TokenTree::Literal(Literal::string(message)).into())
}

/// `::core::NAME! { ARGUMENT }`. rustc takes an invocation to reach from its first token to its last, so it underlines
/// everything between `ends`.
pub(crate) fn invocation(name: &str, (first, last): (Span, Span), argument: TokenStream) -> TokenStream {
    let name = Ident::new(name, first);
    let mut braces = Group::new(Delimiter::Brace, argument);
    braces.set_span(last);
    quote_spanned!(first=> ::core::#name! #braces)
}

/// Everything a diagnostic has to say, for one place. rustc shows the source there, and only there.
pub(crate) fn message(diagnostic: &Diagnostic, places: &Places) -> String {
    let mut message = headline(diagnostic);
    let related = diagnostic.related.iter();
    if std::iter::once(&diagnostic.primary).chain(related.clone()).all(|label| places.visible(label.span)) {
        push_line(&mut message, &diagnostic.primary.text);
        for label in related {
            let (line, column) = places.sources.line_column(label.span);
            let name = &places.sources.file(places.root).name;
            push_line(&mut message, &format!("{name}:{line}:{column}: {}", label.text));
        }
        push_facts(&mut message, diagnostic);
    } else {
        // The first line is the headline again.
        render_one(places.sources, diagnostic).lines().skip(1).for_each(|line| push_line(&mut message, line));
    }
    message.trim_end().into()
}

/// `dependency cycle [B0301]`
pub(crate) fn headline(diagnostic: &Diagnostic) -> String {
    format!("{} [{}]", diagnostic.title, diagnostic.code)
}

/// Notes and help.
pub(crate) fn push_facts(message: &mut String, diagnostic: &Diagnostic) {
    diagnostic.notes.iter().for_each(|note| push_line(message, &format!("note: {note}")));
    diagnostic.help.iter().for_each(|help| push_line(message, &format!("help: {help}")));
}

fn push_line(message: &mut String, line: &str) {
    message.push('\n');
    message.push_str(line);
}
