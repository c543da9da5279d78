//! The statements of an inline board as text, and which token stands where in it.
//!
//! The text is made from the tokens alone, each at the line and column where it really is. So no file is read, the
//! positions in messages are right, and it also works for tokens that a `macro_rules` put together.

use crate::pen::Pen;
use proc_macro2::{Delimiter, Group, Spacing, Span, TokenStream, TokenTree, token_stream};
use std::ops::Range;

/// Tokens with their places in a text.
pub(crate) struct Text {
    pub(crate) text: String,
    /// In the order of the text.
    lexemes: Vec<Lexeme>,
}

struct Lexeme {
    start: usize,
    end: usize,
    kind: Kind,
}

enum Kind {
    Token(TokenTree),
    /// A bracket, with the index of the lexeme that closes it. A group without delimiters has brackets of no width.
    Open(Group, usize),
    Close(Span),
}

impl Text {
    /// Writes `stream` as text.
    pub(crate) fn new(stream: TokenStream) -> Text {
        let mut pen = Pen::new();
        let mut lexemes: Vec<Lexeme> = Vec::new();
        // Explicit, because only the parser bounds nesting.
        let mut open: Vec<(token_stream::IntoIter, usize)> = vec![(stream.into_iter(), usize::MAX)];
        while let Some((tokens, opener)) = open.last_mut() {
            match tokens.next() {
                Some(TokenTree::Group(group)) => {
                    let (start, end) = pen.write(brackets(&group).0, group.span_open(), false);
                    open.push((group.stream().into_iter(), lexemes.len()));
                    lexemes.push(Lexeme { start, end, kind: Kind::Open(group, usize::MAX) });
                }
                Some(token) => {
                    let joint = matches!(&token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
                    let (start, end) = pen.write(&token.to_string(), token.span(), joint);
                    lexemes.push(Lexeme { start, end, kind: Kind::Token(token) });
                }
                None => {
                    let (opener, closer) = (*opener, lexemes.len());
                    open.pop();
                    if let Some(Lexeme { kind: Kind::Open(group, mate), .. }) = lexemes.get_mut(opener) {
                        *mate = closer;
                        let span = group.span_close();
                        let (start, end) = pen.write(brackets(group).1, span, false);
                        lexemes.push(Lexeme { start, end, kind: Kind::Close(span) });
                    }
                }
            }
        }
        Text { text: pen.into_text(), lexemes }
    }

    /// The tokens that lie wholly in `range`.
    pub(crate) fn tokens(&self, range: Range<usize>) -> TokenStream {
        let mut at = self.lexemes.partition_point(|lexeme| lexeme.start < range.start);
        let mut tokens = Vec::new();
        while let Some(lexeme) = self.lexemes.get(at).filter(|lexeme| lexeme.end <= range.end) {
            match &lexeme.kind {
                Kind::Token(token) => tokens.push(token.clone()),
                Kind::Open(group, close) if self.lexemes[*close].end <= range.end => {
                    tokens.push(TokenTree::Group(group.clone()));
                    at = *close;
                }
                Kind::Open(..) | Kind::Close(_) => {}
            }
            at += 1;
        }
        tokens.into_iter().collect()
    }

    /// The spans of the first and the last token that `range` touches. If it is empty: of the token before it, because
    /// something is missing there.
    pub(crate) fn ends(&self, range: Range<usize>) -> Option<(Span, Span)> {
        let visible = |lexeme: &&Lexeme| lexeme.start < lexeme.end;
        let before = |offset: usize| self.lexemes[..offset].iter().rev().find(visible);
        let stop = self.lexemes.partition_point(|lexeme| lexeme.start < range.end.max(1));
        let last = before(stop).or_else(|| self.lexemes.iter().find(visible))?;
        let start = self.lexemes.partition_point(|lexeme| lexeme.end <= range.start);
        let first = match range.is_empty() {
            true => last,
            false => self.lexemes[start..stop.max(start)].iter().find(visible).unwrap_or(last),
        };
        Some((first.span(), last.span()))
    }

    /// The statement `include "path"`.
    pub(crate) fn include(&self, path: &str) -> Option<Span> {
        self.lexemes.windows(2).find_map(|pair| match (&pair[0].kind, &pair[1].kind) {
            (Kind::Token(TokenTree::Ident(word)), Kind::Token(TokenTree::Literal(literal)))
                if word == "include" && literal.to_string().trim_matches('"') == path =>
            {
                Some(literal.span())
            }
            _ => None,
        })
    }
}

impl Lexeme {
    fn span(&self) -> Span {
        match &self.kind {
            Kind::Token(token) => token.span(),
            Kind::Open(group, _) => group.span_open(),
            Kind::Close(span) => *span,
        }
    }
}

fn brackets(group: &Group) -> (&'static str, &'static str) {
    match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(text: &str) -> TokenStream {
        text.parse().unwrap()
    }

    fn strings(tokens: TokenStream) -> Vec<String> {
        tokens.into_iter().map(|token| token.to_string()).collect()
    }

    /// The same tokens as if a macro had made them.
    fn placeless(tokens: TokenStream) -> TokenStream {
        tokens
            .into_iter()
            .map(|token| match token {
                TokenTree::Group(group) => TokenTree::Group(Group::new(group.delimiter(), placeless(group.stream()))),
                mut token => {
                    token.set_span(Span::call_site());
                    token
                }
            })
            .collect()
    }

    #[test]
    fn every_token_keeps_its_place() {
        let source = "\n  board hub;\n    imu: Imu<'static> @ 0x68 {\n\tv = 1.71V..=3.6V; /* µ */ µ = \"é\"; x }\n";
        let expected = source.replace("/* µ */", "       ").replace('\t', " ");
        assert_eq!(Text::new(stream(source)).text, expected.trim_end());
    }

    #[test]
    fn text_of_placeless_tokens_reads_back_as_the_same_tokens() {
        let source = "a::b(&mut x, 'a', 3.3V)?.await; 'l: loop {} &&y; -1; r#type \"s\" b\"q\" 1..=2 x=&y";
        let tokens = placeless(stream(source));
        assert_eq!(stream(&Text::new(tokens).text).to_string(), stream(source).to_string());
    }

    #[test]
    fn tokens_are_found_by_place_at_every_depth() {
        let text = Text::new(stream("init = f(a, g[&b.c], { d })?;"));
        let at = |part: &str| {
            let start = text.text.find(part).unwrap();
            strings(text.tokens(start..start + part.len()))
        };
        assert_eq!(at("f(a, g[&b.c], { d })?"), ["f", "(a , g [& b . c] , { d })", "?"]);
        assert_eq!(at("a, g[&b.c]"), ["a", ",", "g", "[& b . c]"]);
        assert_eq!(at("&b.c"), ["&", "b", ".", "c"]);
        assert_eq!(at("(a"), ["a"]);
        assert_eq!(strings(text.tokens(0..0)), Vec::<String>::new());
        assert_eq!(strings(text.tokens(500..600)), Vec::<String>::new());
    }

    #[test]
    fn a_group_without_brackets_stays_one() {
        let group = Group::new(Delimiter::None, stream("1 + 1"));
        let mut tokens = stream("x =");
        tokens.extend([TokenTree::Group(group)]);
        tokens.extend(stream(". y"));
        let text = Text::new(tokens);
        let found: Vec<_> = text.tokens(0..text.text.len()).into_iter().collect();
        assert!(matches!(&found[2], TokenTree::Group(group) if group.stream().to_string() == "1 + 1"));
        let start = text.text.find('+').unwrap();
        assert_eq!(strings(text.tokens(start..start + 1)), ["+"]);
    }

    #[test]
    fn ends_are_the_first_and_last_token_and_a_gap_is_its_left_neighbour() {
        let source = "aa bb(cc) dd";
        let text = Text::new(stream(source));
        let ends = |range: Range<usize>| {
            let (first, last) = text.ends(range).unwrap();
            (first.start().column, last.end().column)
        };
        assert_eq!(ends(0..2), (0, 2));
        assert_eq!(ends(0..9), (0, 9));
        assert_eq!(ends(3..12), (3, 12));
        assert_eq!(ends(2..2), (0, 2));
        assert_eq!(ends(9..9), (8, 9));
        assert_eq!(ends(12..12), (10, 12));
        assert_eq!(ends(0..0), (0, 2));
        assert_eq!(ends(99..120), (10, 12));
        assert!(Text::new(TokenStream::new()).ends(0..0).is_none());
    }

    #[test]
    fn an_include_is_found_by_its_path() {
        let text = Text::new(stream("include \"a.board\"; include\n \"b.board\";"));
        assert_eq!(text.include("b.board").unwrap().start().line, 2);
        assert!(text.include("c.board").is_none());
    }

    #[test]
    fn deep_nesting_is_no_problem() {
        let mut tokens = stream("x");
        for _ in 0..2_000 {
            tokens = TokenTree::Group(Group::new(Delimiter::Parenthesis, tokens)).into();
        }
        assert_eq!(Text::new(tokens).text.matches('(').count(), 2_000);
    }
}
