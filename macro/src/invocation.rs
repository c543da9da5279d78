//! The ways to write `board!`.

use crate::emit::compile_error;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote;

/// `board! { … }`, taken apart.
pub(crate) struct Invocation {
    /// The crate `bringup` as the user's crate knows it.
    pub(crate) krate: TokenStream,
    /// Whether this is the `board!` that stands in a file of its own.
    pub(crate) in_file: bool,
    /// What stands between the braces.
    pub(crate) form: Form,
}

/// What stands between the braces.
pub(crate) enum Form {
    /// `include_str!("hub.board")`
    File(Included),
    /// Statements.
    Statements(TokenStream),
}

/// `include_str!(PATH)`
pub(crate) struct Included {
    /// What stands between the parentheses.
    pub(crate) path: TokenStream,
    /// The spans of the first and the last token.
    pub(crate) ends: (Span, Span),
}

impl Invocation {
    /// Reads `[CRATE] [root] TOKENS`, which is what the `macro_rules` in front of this macro passes.
    pub(crate) fn parse(input: TokenStream) -> Result<Invocation, TokenStream> {
        let mut input = input.into_iter();
        let (Some(TokenTree::Group(krate)), Some(TokenTree::Group(place))) = (input.next(), input.next()) else {
            let here = Span::call_site();
            return Err(compile_error((here, here), "use `bringup::board!`, which calls this macro"));
        };
        let in_file = place.stream().to_string() == "file";
        let tokens: Vec<TokenTree> = peel(input.collect());
        let mut invocation =
            Invocation { krate: krate.stream(), in_file, form: Form::Statements(TokenStream::new()) };
        let arguments = tokens.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','));
        let mut file = None;
        for argument in arguments.clone() {
            file = file.or_else(|| included(peel(argument.to_vec())));
        }
        let Some(file) = file else {
            if let [TokenTree::Literal(literal)] = &tokens[..] {
                let help =
                    format!("a string alone is no board [B0109]\nhelp: write `board!(include_str!({literal}));`");
                return Err(compile_error((literal.span(), literal.span()), &help));
            }
            invocation.form = Form::Statements(tokens.into_iter().collect());
            return Ok(invocation);
        };
        invocation.form = Form::File(file);
        for argument in arguments {
            match argument {
                [] => {}
                [TokenTree::Ident(word), TokenTree::Punct(equals), path @ ..]
                    if word == "crate" && equals.as_char() == '=' && !path.is_empty() =>
                {
                    invocation.krate = path.iter().cloned().collect();
                }
                other if included(peel(other.to_vec())).is_some() => {}
                [first, .., last] | [first @ last] => {
                    let message =
                        "expected `crate = PATH`, or nothing more: a board in a file has its settings there";
                    return Err(compile_error((first.span(), last.span()), message));
                }
            }
        }
        Ok(invocation)
    }
}

/// What `include_str!(…)`, perhaps with `core::` or `std::` in front, has between its parentheses.
fn included(tokens: Vec<TokenTree>) -> Option<Included> {
    let [path @ .., TokenTree::Ident(word), TokenTree::Punct(bang), TokenTree::Group(argument)] = &tokens[..] else {
        return None;
    };
    let prefix = path.iter().all(|token| match token {
        TokenTree::Ident(name) => name == "core" || name == "std",
        TokenTree::Punct(colon) => colon.as_char() == ':',
        _ => false,
    });
    let hit = prefix && word == "include_str" && bang.as_char() == '!';
    hit.then(|| Included {
        path: peel(argument.stream().into_iter().collect()).into_iter().collect(),
        ends: (tokens[0].span(), argument.span_close()),
    })
}

/// Takes away groups without delimiters around the whole: `macro_rules` puts them around `$file:literal` and the like.
fn peel(mut tokens: Vec<TokenTree>) -> Vec<TokenTree> {
    while let [TokenTree::Group(group)] = &tokens[..] {
        if group.delimiter() != Delimiter::None {
            break;
        }
        tokens = group.stream().into_iter().collect();
    }
    tokens
}

/// What the file form becomes: rustc reads the file itself and meets `board! { … }` in it. So the places of all tokens
/// are those in the file, for our errors and for rustc's own, and a change of the file is seen.
///
/// `include!` stands where `include_str!` stood: the path means the same, and a missing file is reported there. The
/// private module holds nothing but the name `board`; a glob import next to it would make that name ambiguous.
pub(crate) fn include(Included { path, ends }: &Included, krate: &TokenStream) -> TokenStream {
    let words: String = path.to_string().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let module = quote::format_ident!("__bringup_{}", words.trim_matches('_').to_lowercase());
    let include = crate::emit::invocation("include", *ends, path.clone());
    quote! {
        #[doc(hidden)]
        mod #module {
            use #krate::__private::board_in_file as board;
            #include
        }
        #[allow(unused_imports)]
        pub use #module::*;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::Group;

    fn parse(text: &str) -> Result<Invocation, String> {
        Invocation::parse(text.parse().unwrap()).map_err(|tokens| tokens.to_string())
    }

    fn file(text: &str) -> (String, String) {
        let invocation = parse(text).ok().unwrap();
        let Form::File(file) = invocation.form else { panic!("not the file form: {text}") };
        (file.path.to_string(), invocation.krate.to_string())
    }

    #[test]
    fn the_file_form_in_all_spellings() {
        for spelling in [
            "include_str!(\"x.board\")",
            "include_str![\"x.board\"],",
            "core::include_str!(\"x.board\")",
            "::std::include_str!(\"x.board\")",
        ] {
            assert_eq!(file(&format!("[$crate] [root] {spelling}")), ("\"x.board\"".into(), "$ crate".into()));
        }
        for spelling in ["include_str!(\"x.board\"), crate = a::b", "crate = a::b, include_str!(\"x.board\"),"] {
            assert_eq!(file(&format!("[$crate] [root] {spelling}")), ("\"x.board\"".into(), "a :: b".into()));
        }
    }

    #[test]
    fn a_file_that_comes_through_another_macro() {
        let group = |tokens: &str| TokenTree::Group(Group::new(Delimiter::None, tokens.parse().unwrap()));
        let mut literal = TokenStream::from(group("\"x.board\""));
        literal = TokenTree::Group(Group::new(Delimiter::Parenthesis, literal)).into();
        let mut tokens: TokenStream = "[$crate] [root] include_str!".parse().unwrap();
        tokens.extend(literal);
        let Ok(Invocation { form: Form::File(file), .. }) = Invocation::parse(tokens) else { panic!() };
        assert_eq!(file.path.to_string(), "\"x.board\"");

        let mut tokens: TokenStream = "[$crate] [root]".parse().unwrap();
        tokens.extend([group("include_str!(\"x.board\")")]);
        assert!(matches!(Invocation::parse(tokens), Ok(Invocation { form: Form::File(_), .. })));
    }

    #[test]
    fn everything_else_is_statements() {
        for (text, in_file) in [("[root]", false), ("[file]", true)] {
            let invocation = parse(&format!("[$crate] {text} board x; include \"include_str!\"; a: B<C, D> {{}}"));
            let Ok(Invocation { form: Form::Statements(tokens), in_file: found, .. }) = invocation else { panic!() };
            assert_eq!(found, in_file);
            assert!(tokens.to_string().starts_with("board x ;"));
        }
        assert!(parse("[$crate] [root]").is_ok());
    }

    #[test]
    fn mistakes_are_explained() {
        let error = |text| parse(text).err().unwrap();
        assert!(error("[$crate] [root] \"x.board\"").contains("include_str!"));
        assert!(error("[$crate] [root] include_str!(\"x.board\"), level = 3").contains("expected `crate = PATH`"));
        assert!(error("board x;").contains("use `bringup::board!`"));
    }
}
