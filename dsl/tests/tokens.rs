//! Our tokens are those of `proc_macro`, one by one: the macro pairs the two by order.

use bringup_dsl::ast::TokenKind;
use bringup_dsl::{NoFiles, SourceMap, tokens};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

fn ours(text: &str) -> Vec<(TokenKind, String)> {
    let mut map = SourceMap::new(NoFiles);
    let id = map.add("test.board", text).unwrap();
    let tokens = tokens(map.file(id));
    tokens.iter().map(|token| (token.kind, map.text(token.span).to_owned())).collect()
}

fn theirs(stream: TokenStream, out: &mut Vec<(TokenKind, String)>) {
    for tree in stream {
        match tree {
            TokenTree::Ident(ident) => out.push((TokenKind::Ident, ident.to_string())),
            TokenTree::Literal(literal) => out.push((TokenKind::Literal, literal.to_string())),
            TokenTree::Punct(punct) => out.push((TokenKind::Punct, punct.as_char().to_string())),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                out.push((TokenKind::Open, open.to_owned()));
                theirs(group.stream(), out);
                out.push((TokenKind::Close, close.to_owned()));
            }
        }
    }
}

#[track_caller]
fn check(text: &str) {
    let mut expected = Vec::new();
    theirs(text.parse().unwrap_or_else(|error| panic!("{text}: {error}")), &mut expected);
    let found = ours(text);
    for (index, (found, expected)) in found.iter().zip(&expected).enumerate() {
        // The six tokens of a doc comment are only written out on their side.
        let is_doc = found.1.starts_with("//") || found.1.starts_with("/*");
        assert!(
            found.0 == expected.0 && (is_doc || found.1 == expected.1),
            "token {index} of {text}: {found:?}, {expected:?}"
        );
    }
    assert_eq!(found.len(), expected.len(), "{text}");
}

#[test]
fn numbers() {
    for text in [
        "0 1 12 1_000 1_ 0x1F 0xFF_u8 0b10_10 0o17 0b1u8 1u8 1i128 1usize 1f32 1.0f64 1e3 1E3 1e+3 1e-3 1e_3 1.5e10f32",
        "x.0 x.0.1 x.0.1.2 x.1.0.foo x.0.0.0.0 (x.0).1 1.foo() 1.0.foo() 1.e() 1._5 1..2 1..=2 1.0..2.0 1. ..2 .. 1.. ..1 ...",
        "1. 2. (1.) [1.,2.] 1.+2. 3.3V 500mA 400kHz 4.7kOhm 5µs 16KiB 0x10 10B 0xB -1 - 1 1-1 1e3-1 3V..=4V",
        "1.0 1.0.0 1.max(2) 1.0f32.max(2.) 0.5_f32 0_u8 1__0 0x_f 1.5E-2",
    ] {
        check(text);
    }
}

#[test]
fn strings_and_characters() {
    for text in [
        r####" "a" "\"" "\\" "a\
        b" "{}" "// no" "/* no */" "a"suffix b"x" b"\"" c"x" c"\"" r"\" r#"""# r"a" r##"#"## br"\" br#"""# cr"\" cr#"""# "####,
        r####"r##"a"#b"## r#"a"b"# r"" b"" x"####,
        r"'a' '\'' '\\' '\n' '\u{1F600}' '\x41' b'a' b'\'' b'\\' '(' ')' '/' '*' ' ' 'é' '_' '1'",
        "'a 'b 'static '_ &'a str <'a, 'b> 'a: loop { break 'a; } f::<'a>('b', 'c') 'ab 'r 'b",
        "\"multi\nline\" r\"multi\nline\"",
        "r#type r#match x.r#type r#a::r#b",
    ] {
        check(text);
    }
}

#[test]
fn comments_and_docs() {
    for text in [
        "a // b ' \" {\n c",
        "a /* b ' \" { */ c",
        "a /* b /* c */ d */ e /**/ f /***/ g //// h\n i /*** j */ k",
        "/// doc\nfn a() {}",
        "/** doc */ fn a() {} /// \" ' {\nfn b() {}",
        "///\na /***b*/ c //\nd ///e",
        "a /* // */ b // /*\n c",
    ] {
        check(text);
    }
}

#[test]
fn punctuation_and_words() {
    for text in [
        "a+b-c*d/e%f^g!h&i|j&&k||l<<m>>n+=o-=p*=q/=r%=s^=t&=u|=v<<=w>>=x==y!=z>=a<=b@c.d,e;f:g::h->i=>j#k$l?m~n",
        "& & && &mut &&mut a & b &a &&&b *a **a -a !a ..a ..=a",
        "<T as A<B<C>>>::d::<E>(f)? .await? |a, b: &u8| -> u8 { a } || a",
        "_ __ _a a_ Ünïcode 变量 a1 self Self super crate async await dyn raw union",
        "a\u{200e}b\u{85}c\u{2028}d\u{0b}e\u{0c}f",
        "matches!(a, Some(b) if b > c) vec![a; 3] asm!(\"nop\") $crate::a!{b}",
        "#[cfg(a)] #![b] a",
        "{[()]} ({}) [[]] ()()",
    ] {
        check(text);
    }
}

#[test]
fn samples() {
    for name in ["sensor_hub", "everything", "fragment", "rendered"] {
        let path = format!("{}/tests/samples/{name}.board", env!("CARGO_MANIFEST_DIR"));
        check(&std::fs::read_to_string(path).unwrap());
    }
}

#[test]
fn what_rustc_refuses_is_left_out() {
    let kinds: Vec<_> = ours("a 'bc' 0x 1e \\ ` “ b").into_iter().map(|(_, text)| text).collect();
    assert_eq!(kinds, ["a", "b"]);
}
