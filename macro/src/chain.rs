//! One error with many places.
//!
//! A `compile_error!` has one place. But when the value of a constant cannot be computed, rustc shows the call that led
//! there, and the one before, each at its own place. So an error with several places becomes
//!
//! ```text
//! const vsens_is_switched_by_pmic: () = pmic_sits_on_bus_i2c1();          // span: the first place
//! const fn pmic_sits_on_bus_i2c1() { i2c1_needs_vsens() }                 // span of the call: the second
//! const fn i2c1_needs_vsens() { ::core::panic!("…") }                     // the third
//! ```
//!
//! and the names are what there is to say. Tried on rustc 1.95 and 1.96: such an error (E0080) comes besides errors of
//! every other kind, from `compile_error!`, unresolved names and missing crates to type and borrow errors, once for each
//! constant, in their order. Only what stops rustc before it expands macros hides it, and that hides all our errors.
//! So it never needs a second, plain error by its side. Two cases do not evaluate constants and get a plain one:
//! rustdoc, which sets `cfg(doc)`, and places that rustc cannot see.
//!
//! How rustc words this is its own affair, and may change. All that depends on it is in this file.

use crate::emit::{compile_error, headline, invocation, message, push_facts};
use crate::places::Places;
use bringup_dsl::Diagnostic;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use std::collections::HashSet;

/// More calls than this inside each other might be too many for rustc, and are too many to read.
const MAX_PLACES: usize = 60;

/// The error as a chain of calls. `None` if it has only one place, or if rustc cannot show them all.
pub(crate) fn error(diagnostic: &Diagnostic, places: &Places) -> Option<TokenStream> {
    let labels: Vec<_> = std::iter::once(&diagnostic.primary).chain(&diagnostic.related).collect();
    let fits = (2..=MAX_PLACES).contains(&labels.len()) && labels.iter().all(|label| places.visible(label.span));
    fits.then(|| {
        let mut names = Names::default();
        let names: Vec<String> = labels.iter().map(|label| names.of(&label.text)).collect();
        let ends: Vec<_> = labels.iter().map(|label| places.ends(label.span)).collect();
        let mut words = headline(diagnostic);
        push_facts(&mut words, diagnostic);
        let plain = compile_error(ends[0], &message(diagnostic, places));
        let chain = chain(&names, &ends, &words);
        quote! {
            #[cfg(not(doc))]
            #[allow(non_upper_case_globals)]
            const _: () = { #chain };
            #[cfg(doc)]
            #plain
        }
    })
}

fn chain(names: &[String], ends: &[(Span, Span)], words: &str) -> TokenStream {
    let mut items = TokenStream::new();
    for (at, (name, (first, last))) in names.iter().zip(ends).enumerate() {
        let name = Ident::new(name, *first);
        let body = match names.get(at + 1) {
            Some(next) => call(&Ident::new(next, *first), *last),
            None => invocation("panic", (*first, *last), quote!("{}", #words)),
        };
        items.extend(match at {
            0 => quote!(const #name: () = #body;),
            _ => quote!(const fn #name() { #body }),
        });
    }
    items
}

/// A call that reaches from the span of its name to `last`.
fn call(name: &Ident, last: Span) -> TokenStream {
    let mut arguments = Group::new(Delimiter::Parenthesis, TokenStream::new());
    arguments.set_span(last);
    [TokenTree::Ident(name.clone()), TokenTree::Group(arguments)].into_iter().collect()
}

/// Distinct identifiers that read like the labels they are made from.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    fn of(&mut self, label: &str) -> String {
        let mut name = String::new();
        for word in label.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty()) {
            let separator = if name.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "_" };
            name.push_str(separator);
            name.push_str(word);
        }
        // Every keyword is one word.
        if !name.trim_matches('_').contains('_') {
            name.push_str(if name.is_empty() { "this_place" } else { "_here" });
        }
        let mut distinct = name.clone();
        let mut count = 1;
        while !self.0.insert(distinct.clone()) {
            count += 1;
            distinct = format!("{name}_{count}");
        }
        distinct
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_like_labels() {
        let mut names = Names::default();
        assert_eq!(names.of("`vsens` is switched by `pmic`"), "vsens_is_switched_by_pmic");
        assert_eq!(names.of("`low_power` needs 3.3V"), "low_power_needs_3_3V");
        assert_eq!(names.of("0x68 is used here"), "_0x68_is_used_here");
        assert_eq!(names.of("`type`"), "type_here");
        assert_eq!(names.of("é µ"), "this_place");
        assert_eq!(names.of(""), "this_place_2");
    }

    #[test]
    fn equal_labels_get_distinct_names() {
        let mut names = Names::default();
        let found: HashSet<String> = (0..5).map(|_| names.of("declared here")).collect();
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn names_are_identifiers() {
        let mut names = Names::default();
        for label in ["fn", "self", "_", "__", "1", "a-b", "crate::x", "r#type", "'a", "x\ny"] {
            let name = names.of(label);
            assert!(!["fn", "self", "_", "Self", "crate"].contains(&name.as_str()));
            assert_eq!(Ident::new(&name, Span::call_site()).to_string(), name, "{label}");
        }
    }

    #[test]
    fn each_place_calls_the_next() {
        let here = (Span::call_site(), Span::call_site());
        let names = ["a_needs_b", "b_needs_c", "c_needs_a"].map(String::from);
        let expected = "const a_needs_b : () = b_needs_c () ; const fn b_needs_c () { c_needs_a () } \
                        const fn c_needs_a () { :: core :: panic ! { \"{}\" , \"words\" } }";
        assert_eq!(chain(&names, &[here; 3], "words").to_string(), expected);
    }
}
