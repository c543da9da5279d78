//! Each syntax error is reported once, at its place, and the rest of the file is still read.

mod common;

use bringup_dsl::{Code, Diagnostics, NoFiles, SourceMap, within_limits};
use common::{Parsed, file, inline};

/// `text` as the inside of a board, from line 2 on, gives `expected`.
#[track_caller]
fn check(text: &str, expected: &[&str]) -> Parsed {
    let parsed = inline(&format!("board x;\n{text}"));
    assert_eq!(parsed.errors(), expected, "{text}");
    parsed
}

#[track_caller]
fn check_file(text: &str, expected: &[&str]) -> Parsed {
    let parsed = file(text);
    assert_eq!(parsed.errors(), expected, "{text}");
    parsed
}

#[test]
fn missing_semicolons_of_properties() {
    let parsed = check(
        "n {\n level = bus\n init = f()?\n time = 3ms\n irq\n}",
        &[
            "B0104 3:13 expected `;` after the value of `level`",
            "B0104 4:13 expected `;` after the value of `init`",
            "B0104 5:12 expected `;` after the value of `time`",
            "B0104 6:5 expected `;` after `irq`",
        ],
    );
    let tree = "board x\nnode n\n  level = word bus\n  init = «f ( ) ?»\n  time = 3000000ns\n  flag irq\n";
    assert_eq!(parsed.dump(), tree);
}

#[test]
fn missing_semicolons_in_front_of_anything() {
    for next in [
        "irq;",
        "a = 1;",
        "m: T { }",
        "m @ 1 { }",
        "m { }",
        "/// Docs.\nirq;",
        "#[allow(L0901)] irq;",
        "power = &v;",
        "power vdd = &v;",
        "deinit (p) = f();",
        "init = g();",
        "init (p) = g()?;",
    ] {
        let parsed = check(
            &format!("n {{ init = f(a, b)? // comment\n{next} }}"),
            &["B0104 2:20 expected `;` after the value of `init`"],
        );
        assert_eq!(parsed.dump().lines().filter(|line| line.starts_with("  ")).count(), 2, "{next}");
    }
    for next in [
        "input q: T;",
        "rail v { }",
        "include \"a\";",
        "levels a;",
        "delete &a;",
        "&a { }",
        "variant v { }",
        "defaults { }",
        "m: T { }",
        "m { }",
        "error = E;",
        "crate = c;",
        "flag;",
        "budget { }",
    ] {
        let parsed = check(&format!("input p: A<B>\n{next}"), &["B0104 2:14 expected `;` after the type of `p`"]);
        assert_eq!(parsed.file.items.len(), 2, "{next}");
        let parsed = check(&format!("error = a::B\n{next}"), &["B0104 2:13 expected `;` after the value of `error`"]);
        assert_eq!(parsed.file.items.len(), 2, "{next}");
    }
}

#[test]
fn missing_semicolons_of_statements() {
    check(
        "include \"a\"\nlevels a, b\ndelete &a.b\nflag\nn {\n power = &v\n deinit = f()\n init (p) = f()?\n}",
        &[
            "B0104 2:12 expected `;` after the path",
            "B0104 3:12 expected `;` after the last level",
            "B0104 4:12 expected `;` after what is deleted",
            "B0104 5:5 expected `;` after `flag`",
            "B0104 7:12 expected `;` after the rail",
            "B0104 8:14 expected `;` after the value of `deinit`",
            "B0104 9:17 expected `;` after the value of `init`",
        ],
    );
    assert_eq!(inline("board x\nn { }").errors(), ["B0104 1:8 expected `;` after this name"]);
    check("n { a = 1 b = 2; }", &["B0104 2:10 expected `;` after the value of `a`"]);
    check("n { init = a() b = 2; }", &["B0104 2:15 expected `;` after the value of `init`"]);
}

#[test]
fn expressions_go_on_over_lines() {
    for expression in [
        "a\n + b",
        "a\n .b()\n .c",
        "a +\n b",
        "if a\n { b }\n else\n { c }",
        "f(a\n b = 3)",
        "a\n as u8",
        "a\n as\n u8",
        "match a\n { b => c }",
        "{ a = 1\n b: u8 }",
        "move |x|\n x",
        "a\n ?",
        "&\n a",
        "\"a\"\n",
        "a /* ; */ + b",
        "x::\n y",
    ] {
        check(&format!("n {{ init = {expression}; }}"), &[]);
    }
}

#[test]
fn semicolons_after_braces_are_empty_statements() {
    check("n { power = &a { }; m { }; }; rail v { };", &[]);
}

#[test]
fn missing_values() {
    let parsed = check(
        "n {\n a = ;\n init =\n time = 3ms;\n b = }\nerror = ;",
        &[
            "B0101 3:5 `a` has no value",
            "B0101 4:8 `init` has no value",
            "B0101 6:5 `b` has no value",
            "B0101 7:8 `error` has no value",
        ],
    );
    assert!(parsed.dump().contains("time = 3000000ns"));
    check("n { deinit = ; }", &["B0101 2:13 `deinit` has no value"]);
    check("n { init (p.A) = ; }", &["B0101 2:17 `init` has no value"]);
    let parsed = check("n {\n deinit =\n init (p) = f()?; }", &["B0101 3:10 `deinit` has no value"]);
    assert_eq!(parsed.dump(), "board x\nnode n\n  init (p) = «f ( ) ?»\n");
}

#[test]
fn what_was_expected() {
    for (text, error) in [
        ("imu drivers::Imu { }", "B0101 2:5 expected `:`, `@`, `{`, `=` or `;` after `imu`, found `drivers`"),
        ("rail { }", "B0101 2:6 expected a name after `rail`, found `{`"),
        ("rail a b { }", "B0101 2:8 expected `{` after `a`, found `b`"),
        ("input p;", "B0101 2:8 expected `:` after `p`, found `;`"),
        ("input p: ;", "B0101 2:10 expected a type after `:`, found `;`"),
        ("n: { }", "B0101 2:4 expected a type after `:`, found `{`"),
        ("n: A = 3;", "B0101 2:6 expected `@` or `{` after `A`, found `=`"),
        ("include soc.board;", "B0101 2:9 expected a text in double quotes after `include`, found `soc`"),
        ("delete a;", "B0101 2:8 expected a reference such as `&label` after `delete`, found `a`"),
        ("levels ;", "B0101 2:8 expected a name after `levels`, found `;`"),
        ("levels a b;", "B0101 2:10 expected `,` or `;` after `a`, found `b`"),
        ("variant a when b { }", "B0101 2:16 expected `feature` after `when`, found `b`"),
        ("n { power = 3V; }", "B0101 2:13 expected a reference such as `&label` after `=`, found `3V`"),
        ("n { level = a b; }", "B0101 2:15 expected `;` after `a`, found `b`"),
        ("n { deinit p = a(); }", "B0101 2:12 expected `=` or `(` after `deinit`, found `p`"),
        ("n { init () = a()?; }", "B0101 2:11 expected a name after `(`, found `)`"),
        ("n { init (p.A p.B) = a()?; }", "B0101 2:15 expected `)` or `,` after `A`, found `p`"),
        ("n { init (p.A); }", "B0101 2:15 expected `=` after `)`, found `;`"),
        ("n { init (&p.A) = a()?; }", "B0101 2:11 expected a name after `(`, found `&`"),
        ("n { 3 = a; }", "B0101 2:5 expected a property or a node, found `3`"),
        ("= 3;", "B0101 2:1 expected a statement, found `=`"),
        ("let x = 3;", "B0101 2:1 expected a statement, found `let`"),
        ("n @ a { }", "B0101 2:5 expected an address after `@`"),
        ("n { a = 1V..2V; }", "B0101 2:9 a range includes both ends"),
    ] {
        check(text, &[error]);
    }
}

#[test]
fn words_in_the_wrong_place() {
    for (text, error) in [
        ("type: A { }", "B0101 2:1 `type` is a Rust keyword and cannot be a name"),
        ("n { loop = 3; }", "B0101 2:5 `loop` is a Rust keyword and cannot be a name"),
        ("r#type: A { }", "B0101 2:1 `r#type` cannot be a name here"),
        ("n { rail v { } }", "B0101 2:5 `rail` cannot stand inside another statement"),
        ("n { &m { } }", "B0101 2:5 an overlay cannot stand inside another statement"),
        ("power = &v;", "B0101 2:1 `power` belongs to a node"),
        ("init (p) = f()?;", "B0101 2:1 `init` belongs to a node"),
        ("levels = a;", "B0101 2:1 `levels` is not a setting"),
        ("/// Docs.", "B0101 2:1 expected a statement after this"),
        ("n { a = 1; /// Docs.\n}", "B0101 2:12 expected a statement after this"),
        ("//! Docs.\nn { }", "B0101 2:1 an inner doc comment has no place here"),
        ("#[a = 3] n { }", "B0112 2:1 an attribute of unknown form"),
        ("n { a = 1 \u{201c}; }", "B0101 2:11 unexpected character `\u{201c}`"),
    ] {
        check(text, &[error]);
    }
}

#[test]
fn the_rest_is_read_and_names_are_kept() {
    let parsed = check(
        "a b c;\nd: D { }\ne f g { h: I; }\nn { j k; l = 1; %%% m { o } }",
        &[
            "B0101 2:3 expected `:`, `@`, `{`, `=` or `;` after `a`, found `b`",
            "B0101 4:3 expected `:`, `@`, `{`, `=` or `;` after `e`, found `f`",
            "B0101 5:7 expected `:`, `@`, `{`, `=` or `;` after `j`, found `k`",
            "B0101 5:17 expected a property or a node, found `%`",
        ],
    );
    assert_eq!(parsed.dump(), "board x\nnode d: «D»\nnode n\n  l = 1\n");
    assert_eq!(parsed.file.lost_names, ["I", "a", "b", "c", "e", "f", "g", "h", "j", "k", "m", "o"]);
}

#[test]
fn unclosed_brackets() {
    check("n { init = f(1; time = 3ms; }\nm { }", &["B0102 2:13 this `(` is never closed"]);
    check(
        "n { init = f([1; time = 3ms; }\nm { }",
        &["B0102 2:13 this `(` is never closed", "B0102 2:14 this `[` is never closed"],
    );
    check("n {", &["B0102 2:3 this `{` is never closed"]);
    let parsed = check_file(
        "board! {\n    board x;\n    a {\n        b = 1;\n    c {\n    }\n}\n",
        &["B0102 3:7 this `{` is never closed"],
    );
    assert_eq!(parsed.dump(), "board x\nnode a\n  b = 1\nnode c\n");
    let parsed = check_file(
        "board! {\n    board x;\n    a { b = 1;\n    c { d = 1;\n}\n",
        &["B0102 3:7 this `{` is never closed", "B0102 4:7 this `{` is never closed"],
    );
    assert_eq!(parsed.dump(), "board x\nnode a\n  b = 1\nnode c\n  d = 1\n");
    let parsed = check("  n { a = 1;\n  µ { }", &["B0102 2:5 this `{` is never closed"]);
    assert_eq!(parsed.text(parsed.diagnostics.iter().next().unwrap().related[0].span), "µ");
    check_file("board! {\nboard x;\na { }\n// end", &["B0102 1:8 this `{` is never closed"]);
    check_file("board! {\nboard x;\na {\nb = 1;\n// comment\n}", &["B0102 1:8 this `{` is never closed"]);
}

#[test]
fn wrong_brackets() {
    let parsed = check("n { init = f[1); time = 3ms; }", &["B0103 2:15 `)` does not close `[`"]);
    assert!(parsed.dump().contains("time = 3000000ns"));
    check("n { init = f(1)); time = 3ms; }\nm { }", &["B0103 2:16 this `)` closes nothing"]);
    check("n { } }\nm { }", &["B0103 2:7 this `}` closes nothing"]);
    let parsed = check_file("board! { board x;\n a { } }\n b { }\n}", &["B0103 2:8 one `}` too many"]);
    assert_eq!(parsed.dump(), "board x\nnode a\nnode b\n");
    let diagnostic = parsed.diagnostics.iter().next().unwrap();
    assert_eq!(parsed.text(diagnostic.related[0].span), "{");
}

#[test]
fn nesting_has_a_limit() {
    let nested =
        |depth: usize| inline(&format!("board x; n {{ init = {}1{}; }}", "(".repeat(depth), ")".repeat(depth)));
    assert_eq!(nested(63).errors(), Vec::<String>::new());
    assert_eq!(nested(64).errors(), ["B0107 1:84 brackets nest too deep"]);
    let nodes = |depth: usize| inline(&format!("board x; {}{}", "n { ".repeat(depth), "} ".repeat(depth)));
    assert_eq!(nodes(64).errors(), Vec::<String>::new());
    assert_eq!(nodes(65).errors(), ["B0107 1:268 brackets nest too deep"]);
    assert_eq!(nodes(65).file.lost_names, ["board", "n", "x"]);
}

#[test]
fn size_has_a_limit() {
    let text = |length: usize| format!("board x; /*{}*/", "a".repeat(length - 13));
    assert_eq!(inline(&text(1 << 20)).errors(), Vec::<String>::new());
    assert_eq!(inline(&text((1 << 20) + 1)).errors(), ["B0106 1:1 `test.board` is too large"]);
}

#[test]
fn bytes_to_text() {
    use bringup_dsl::{Code, Span, decode};
    assert_eq!(decode("a.board", "µ".into(), Span::default()).unwrap(), "µ");
    let error = decode("a.board", b"a\nb\xff".to_vec(), Span::new(3, 5)).unwrap_err();
    assert_eq!((error.code, error.primary.span), (Code::B0105, Span::new(3, 5)));
    assert_eq!(error.notes, ["the first bad byte is at offset 3, in line 2"]);
    assert_eq!(decode("a.board", vec![b' '; (1 << 20) + 1], Span::default()).unwrap_err().code, Code::B0106);
    assert!(decode("a.board", vec![b' '; 1 << 20], Span::default()).is_ok());
}

#[test]
fn malformed_tokens() {
    check("n { a = \"b; }", &["B0108 2:9 a string is never closed"]);
    let parsed = check("include \"b;\nn { }", &["B0108 2:9 a string is never closed"]);
    assert_eq!(parsed.dump(), "board x\nnode n\n");
    check("n { a = r#\"b\"; }", &["B0108 2:9 a string is never closed"]);
    check("n { a = 1; /* b }\nm { }", &["B0108 2:12 a comment is never closed"]);
    check(
        "n { a = 'bc'; b = ''; c = 'd'; }",
        &["B0108 2:9 a character literal is malformed", "B0108 2:19 a character literal is malformed"],
    );
    check(
        "n { a = 0x; b = 1e; c = 0b12; d = 1; }",
        &[
            "B0108 2:9 the number `0x` is malformed",
            "B0108 2:17 the number `1e` is malformed",
            "B0108 2:25 the number `0b12` is malformed",
        ],
    );
    check(
        "n { a = \"\\q\"; b = \"\\u{110000}\"; c = \"\\x41\\u{41}\\\n  d\"; }",
        &["B0108 2:9 an escape in this string is malformed", "B0108 2:19 an escape in this string is malformed"],
    );
}

#[test]
fn the_first_statement() {
    assert_eq!(inline("").errors(), ["B0109 1:1 the name of the board is missing"]);
    assert_eq!(inline("n { }").errors(), ["B0109 1:1 the name of the board is missing"]);
    check("board y;", &["B0109 2:1 a file has one name"]);
    assert_eq!(inline("n { }\nboard x;").errors(), ["B0109 2:1 the name of the board comes first"]);
    assert_eq!(inline("pub fragment x;").errors(), ["B0109 1:1 a fragment has no visibility"]);
    check("variant v { board y; }", &["B0109 2:13 the name of the board comes first in the file"]);
    assert_eq!(inline("board ;\nn { }").errors(), ["B0101 1:7 expected a name after `board`, found `;`"]);
}

#[test]
fn the_shell() {
    check_file("", &["B0109 1:1 a board file is one `board! { … }`"]);
    check_file("board x;\nn { }", &["B0109 1:1 a board file is one `board! { … }`"]);
    check_file("board!(board x;);", &["B0109 1:7 a board file is one `board! { … }`"]);
    check_file("board![board x;]", &["B0109 1:7 a board file is one `board! { … }`"]);
    check_file("use a::board;\nboard! { board x; }", &["B0109 1:1 nothing can stand in front of `board! { … }`"]);
    check_file("board! { board x; }\nn { }", &["B0101 2:1 nothing can follow `board! { … }`"]);
    check_file("// comment\nboard ! /* c */ { board x; } // end", &[]);
    check_file("board! { }", &["B0109 1:8 the name of the board is missing"]);
}

#[test]
fn not_more_errors_than_anyone_reads() {
    let parsed = inline(&format!("board x; {}", "a b; ".repeat(500)));
    assert_eq!(parsed.errors().len(), 100);
    let last = parsed.diagnostics.iter().last().unwrap();
    assert_eq!(last.notes, ["400 further errors in this file are not shown"]);
}

#[test]
fn the_limits_are_told_without_reading_the_statements() {
    let within = |text: &str| {
        let mut sources = SourceMap::new(NoFiles);
        let file = sources.add("x.board", text).expect("it fits");
        let mut diagnostics = Diagnostics::new();
        let within = within_limits(sources.file(file), &mut diagnostics);
        (within, diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>())
    };
    assert_eq!(within("board! { nothing that parses, ( not even brackets"), (true, vec![]));
    let tower = format!("board! {{ board b; a: A {{ init = {}1{}; }} }}", "(".repeat(99), ")".repeat(99));
    assert_eq!(within(&tower), (false, vec![Code::B0107]));
    let long = format!("board! {{ board b; {} }}", " ".repeat(1 << 20));
    assert_eq!(within(&long), (false, vec![Code::B0106]));
}
