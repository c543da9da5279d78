//! Whole files become the right tree. `BLESS=1` writes the trees as they are now.

mod common;

use common::{file, inline};

#[track_caller]
fn check(name: &str) {
    let sample = |kind: &str| format!("{}/tests/samples/{name}.{kind}", env!("CARGO_MANIFEST_DIR"));
    let parsed = file(&std::fs::read_to_string(sample("board")).unwrap());
    assert_eq!(parsed.errors(), Vec::<String>::new());
    assert_eq!(parsed.file.lost_names, Vec::<String>::new());
    let tree = parsed.dump();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(sample("tree"), &tree).unwrap();
    }
    assert_eq!(tree, std::fs::read_to_string(sample("tree")).unwrap());
}

#[test]
fn sensor_hub() {
    check("sensor_hub");
}

#[test]
fn everything() {
    check("everything");
}

#[test]
fn fragment() {
    check("fragment");
}

#[test]
fn rendered_tokens() {
    check("rendered");
}

#[test]
fn inline_is_what_stands_inside() {
    let parsed = inline("board x; a: T { b = 1; }");
    assert_eq!(parsed.errors(), Vec::<String>::new());
    assert_eq!(parsed.dump(), "board x\nnode a: «T»\n  b = 1\n");
}

#[test]
fn windows_text() {
    let parsed = file("\u{feff}board! {\r\n    board x;\r\n    /// Docs.\r\n    a { b = 1; }\r\n}\r\n");
    assert_eq!(parsed.errors(), Vec::<String>::new());
    assert_eq!(parsed.dump(), "board x\ndoc \" Docs.\" node a\n  b = 1\n");
}

#[test]
fn words_of_the_language_can_be_labels() {
    let parsed = inline("board x; rail: A { power: B { } deinit: C @ 1 { } } input @ 3 { } init { enable { } }");
    assert_eq!(parsed.errors(), Vec::<String>::new());
    let tree = "board x\nnode rail: «A»\n  node power: «B»\n  node deinit: «C» @ 1\nnode input @ 3\nnode init\n  node enable\n";
    assert_eq!(parsed.dump(), tree);
}

#[test]
fn spans_are_exact() {
    let parsed = inline("board x;\n/// Docs.\na: T<u8> @ 0x1F /* c */ {\n  init = f( 1 ) // end\n  ;\n}");
    assert_eq!(parsed.errors(), Vec::<String>::new());
    let item = &parsed.file.items[0];
    assert!(parsed.text(item.span).starts_with("a: T") && parsed.text(item.span).ends_with('}'));
    assert_eq!(parsed.text(parsed.first_rust().span), "f( 1 )");
    let bringup_dsl::ast::ItemKind::Node(node) = &item.kind else { panic!("{item:?}") };
    assert_eq!(parsed.text(node.label.span), "a");
    assert_eq!(parsed.text(node.ty.as_ref().unwrap().span), "T<u8>");
    assert_eq!(parsed.text(node.address.unwrap().span), "0x1F");
    assert_eq!(parsed.text(node.body[0].span), "init = f( 1 ) // end\n  ;");
}
