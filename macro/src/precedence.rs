//! Operands that a `macro_rules` put in.
//!
//! `$e:expr` arrives as a group without delimiters, and `$e * 2` means that group times two. But rustc forgets such
//! groups in what a procedural macro returns, so `1 + 1` would become `1 + 1 * 2`. Where an operator stands beside
//! one, it gets parentheses.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Brackets nest less deep than this in every board that is read.
const MAX_DEPTH: usize = 128;

/// `stream` with the parentheses that are needed.
pub(crate) fn explicit(stream: TokenStream) -> TokenStream {
    changed(&stream, 0).unwrap_or(stream)
}

/// `None` if nothing changes: a group that is made anew has lost the places of its brackets.
fn changed(stream: &TokenStream, depth: usize) -> Option<TokenStream> {
    if depth > MAX_DEPTH {
        return None;
    }
    let mut tokens: Vec<TokenTree> = stream.clone().into_iter().collect();
    let mut any = false;
    for at in 0..tokens.len() {
        let TokenTree::Group(group) = &tokens[at] else { continue };
        let operand = group.delimiter() == Delimiter::None && is_compound(group) && binds(&tokens, at);
        let inside = changed(&group.stream(), depth + 1);
        if operand || inside.is_some() {
            let delimiter = if operand { Delimiter::Parenthesis } else { group.delimiter() };
            let mut made = Group::new(delimiter, inside.unwrap_or_else(|| group.stream()));
            made.set_span(group.span());
            tokens[at] = made.into();
            any = true;
        }
    }
    any.then(|| tokens.into_iter().collect())
}

/// More than one token, and not just a path.
fn is_compound(group: &Group) -> bool {
    let path = |token: TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    group.stream().into_iter().nth(1).is_some() && !group.stream().into_iter().all(path)
}

/// Whether a neighbour could take a part of what stands at `at`. Parentheses too many do no harm, in a type neither.
fn binds(tokens: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|before| match &tokens[before] {
        TokenTree::Punct(punct) => "+-*/%^!&|.".contains(punct.as_char()),
        _ => false,
    });
    let after = tokens.get(at + 1).is_some_and(|after| match after {
        TokenTree::Punct(punct) => "+-*/%^&|.?".contains(punct.as_char()),
        TokenTree::Ident(word) => word == "as",
        TokenTree::Group(group) => matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::Bracket),
        TokenTree::Literal(_) => false,
    });
    before || after || compares(tokens, at)
}

/// `==`, `<=`, `<<` and the like beside it. What stands beside a lone `<` or `>` is most likely a type.
fn compares(tokens: &[TokenTree], at: usize) -> bool {
    let mark =
        |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if "=<>".contains(punct.as_char()));
    let doubled = |first: usize| mark(tokens.get(first)) && mark(tokens.get(first + 1));
    doubled(at + 1) || at.checked_sub(2).is_some_and(doubled)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `before ⟦group⟧ after`, as text without spaces.
    fn with(before: &str, group: &str, after: &str) -> String {
        let mut tokens: TokenStream = before.parse().unwrap();
        tokens.extend([TokenTree::Group(Group::new(Delimiter::None, group.parse().unwrap()))]);
        tokens.extend(after.parse::<TokenStream>().unwrap());
        let outer = TokenTree::Group(Group::new(Delimiter::Brace, tokens));
        explicit(outer.into()).to_string().replace(' ', "")
    }

    #[test]
    fn operands_get_parentheses() {
        assert_eq!(with("", "1 + 1", "* 2"), "{(1+1)*2}");
        assert_eq!(with("2 -", "1 - 1", ""), "{2-(1-1)}");
        assert_eq!(with("", "-1", ".abs()"), "{(-1).abs()}");
        assert_eq!(with("", "a + b", "as u8"), "{(a+b)asu8}");
        assert_eq!(with("", "|x| x", "(1)"), "{(|x|x)(1)}");
        assert_eq!(with("", "a + b", "?"), "{(a+b)?}");
        assert_eq!(with("", "a || b", "== c"), "{(a||b)==c}");
        assert_eq!(with("c >=", "a | b", ""), "{c>=(a|b)}");
    }

    #[test]
    fn everything_else_stays() {
        assert_eq!(with("1,", "1 + 1", ", 2"), "{1,1+1,2}");
        assert_eq!(with("x =", "1 + 1", "; y"), "{x=1+1;y}");
        assert_eq!(with("", "a::b", ".c()"), "{a::b.c()}");
        assert_eq!(with("&", "label", ""), "{&label}");
        assert_eq!(with("Vec<", "Vec<u8>", "> :: new()"), "{Vec<Vec<u8>>::new()}");
        assert_eq!(with("", "Vec<u8>", "::new()"), "{Vec<u8>::new()}");
    }
}
