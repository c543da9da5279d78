//! The parts of expressions that mean something are found, and nothing else.

mod common;

use common::inline;

#[track_caller]
fn check(expression: &str, expected: &[&str]) {
    let parsed = inline(&format!("board x; n {{ init = {expression}; }}"));
    assert_eq!(parsed.errors(), Vec::<String>::new());
    assert_eq!(parsed.marks(parsed.first_rust()), expected, "in {expression}");
}

#[test]
fn references() {
    check("f(&a, &mut b)", &["shared a", "lent b"]);
    check("f(& a, & mut b)", &["shared a", "lent b"]);
    check("(&mut a).go(&b)", &["lent a", "shared b"]);
    check("&a as *const _", &["shared a"]);
    check("&a == &b && &a != &c", &["shared a", "shared b", "shared a", "shared c"]);
    check("&&a", &["shared a"]);
    check("&a..&b", &["shared a", "shared b"]);
    check("*&a", &["shared a"]);
}

#[test]
fn other_ampersands() {
    check("x::A & x::B", &[]);
    check("a & b && c", &["name a", "name b", "name c"]);
    check("a &b", &["name a", "name b"]);
    check("a &&b", &["name a", "name b"]);
    check("a &&&b", &["name a", "shared b"]);
    check("f(a) & b", &["name a", "name b"]);
    check("&crate::TABLE", &[]);
    check("&soc::TABLE", &[]);
    check("&mut soc::TABLE", &[]);
    check("&::soc::TABLE", &[]);
    check("&f(1)", &[]);
    check("&vec![1]", &[]);
    check("&Config { a: 1 }", &[]);
    check("&a.b()", &["name a"]);
    check("&p.FIELD", &["field p.FIELD"]);
    check("&mut p.FIELD", &["field p.FIELD"]);
    check("&a[0]", &["name a"]);
    check("&raw const a", &["name a"]);
    check("&raw", &["shared raw"]);
    check("&[a, &b]", &["name a", "shared b"]);
    check("&self.a", &["self.a"]);
    check("&this", &["this"]);
    check("&mut this", &["this"]);
    check("&*a", &["name a"]);
    check("&'a'", &[]);
    check("&true", &[]);
}

#[test]
fn claims() {
    check("f(p.A, p.B)", &["field p.A", "field p.B"]);
    check("f(p . A)", &["field p.A"]);
    check("p.A.into_pin()", &["field p.A"]);
    check("p.into_parts()", &["name p"]);
    check("p.get::<u8>()", &["name p"]);
    check("p.0", &["name p"]);
    check("p.0.1", &["name p"]);
    check("(p).A", &["name p"]);
    check("p.await", &["name p", "await"]);
    check("cam", &["name cam"]);
    check("f(cam)", &["name cam"]);
    check("f(Mode::A, MODE)", &["name MODE"]);
    check("-cam + !cam * cam", &["name cam", "name cam", "name cam"]);
    check("p.A..p.B", &["field p.A", "field p.B"]);
    check("..p", &["name p"]);
    check("x.y = z", &["field x.y", "name z"]);
    check("[p; 3]", &["name p"]);
}

#[test]
fn what_is_no_claim() {
    check("f(1)", &[]);
    check("f::<p>(1)", &[]);
    check("p::A", &[]);
    check("a::p", &[]);
    check("Config { p: 1, ..Default::default() }", &[]);
    check("Config { p, q: r, ..s }", &["name r", "name s"]);
    check("p!(1)", &[]);
    check("p![a]", &["name a"]);
    check("m::p!{a}", &["name a"]);
    check("a.p", &["field a.p"]);
    check("f(1).p", &[]);
    check("1 as p", &[]);
    check("<p as q>::r(1)", &[]);
    check("Vec::<[u8; 4]>::new()", &[]);
    check("'p'", &[]);
    check("\"p\"", &[]);
    check("crate", &[]);
}

#[test]
fn bindings_are_plain() {
    check("{ let p = 1; f(p, &p, p.A) }", &[]);
    check("{ let p = p; p }", &["name p"]);
    check("{ let (p, A { q, r: s, .. }) = t; p + q + r + s }", &["name t", "name r"]);
    check("{ let p: [u8; 4] = q; p }", &["name q"]);
    check("{ let Some(p) = q else { return r }; p }", &["name q", "name r"]);
    check("{ { let p = 1; p } p }", &["name p"]);
    check("|p| p.A", &[]);
    check("f(|p| p, p)", &["name p"]);
    check("f(|p: &u8, q| -> u8 { p + q }, p)", &["name p"]);
    check("|| p", &["name p"]);
    check("move |p| q", &["name q"]);
    check("f(|&p| p | q)", &["name q"]);
    check(
        "match a { p => p, q @ 1..=2 => q + p, Some(r) if r > p => r, A::B | C => d }",
        &["name a", "name p", "name p", "name d"],
    );
    check("match a { Some(p) => { p } None => p, }", &["name a", "name p"]);
    check("match a { x => if x { y } else { z } w => w }", &["name a", "name y", "name z"]);
    check("for p in p { p }", &["name p"]);
    check("{ for p in 0..3 { f(p) } p }", &["name p"]);
    check("if let Some(p) = p { p } else { p }", &["name p", "name p"]);
    check("if let Some(p) = q && p > r && let Some(s) = p { p + s } else { s }", &["name q", "name r", "name s"]);
    check("while let Some(p) = q { p }", &["name q"]);
    check("{ const P: u8 = 1; static mut Q: u8 = 2; fn r(a: u8) -> u8 { a } f(P, &mut Q, r) }", &[]);
    check("{ use a::{b, c as d}; f(b, d, e) }", &["name e"]);
    check("|this| this.x", &[]);
}

#[test]
fn heads_of_blocks() {
    check("match &a { _ => 1 }", &["shared a"]);
    check(
        "if a == b { c } else if d { e } else { f }",
        &["name a", "name b", "name c", "name d", "name e", "name f"],
    );
    check("while a { b }", &["name a", "name b"]);
    check("for x in &a { }", &["shared a"]);
    check("match (A { p: 1 }) { _ => 1 }", &[]);
    check("match f(A { p: 1 }) { _ => 1 }", &[]);
    check("unsafe { f(p) }", &["name p"]);
    check("{ if a { } &b; *c }", &["name a", "shared b", "name c"]);
    check("{ match a { } -b }", &["name a", "name b"]);
    check("{ match a { x => x }.y(b)? }", &["name a", "name b", "?"]);
    check("'outer: loop { break 'outer p }", &["name p"]);
    check("return p", &["name p"]);
}

#[test]
fn questions_and_awaits() {
    check("f()?", &["?"]);
    check("f().await?.g()?", &["await", "?", "?"]);
    check("a?", &["name a", "?"]);
    check("f()?[0]", &["?"]);
    check("f()? + g()?", &["?", "?"]);
    check("f::<dyn A + ?Sized>()", &[]);
    check("f(|x| x?)", &[]);
    check("f(|x| x?)?", &["?"]);
    check("f(async { g().await? }).await?", &["await", "?"]);
    check("f(async move |x| { x.await })", &[]);
    check("{ let f = |x| x?; f(1)? }", &["?"]);
    check("{ fn g() -> R { h()? } g()? }", &["?"]);
    check("(f() .\n await) ?", &["await", "?"]);
}

#[test]
fn own_constants() {
    check("f(self.reg, self . odr)", &["self.reg", "self.odr"]);
    check("self.reg.into()", &["self.reg"]);
    check("this.release()", &["this"]);
    check("this", &["this"]);
    check("x.this", &["field x.this"]);
    check("x.self_test()", &["name x"]);
}

#[test]
fn leading_self_and_super() {
    check("self::f(super::g(1))", &["self::", "super::"]);
    check("super::super::f()", &["super::"]);
    check("crate::f()", &[]);
    check("&self::TABLE", &["self::"]);
    check("Vec::<super::T>::new()", &["super::"]);
    check("1 as self::T", &["self::"]);
    check("|x: super::T| x", &["super::"]);
    check("{ let x: super::T<self::U> = y; use self::z; x }", &["super::", "self::", "name y", "self::"]);
    check("<self::A as super::B>::c()", &["self::", "super::"]);
    check("a::self::b", &[]);
}

#[test]
fn quantities() {
    check("f(400kHz, 3.3V, 1_000uA, 5µs)", &["400000Hz", "3300000uV", "1000uA", "5000ns"]);
    check("f(1u8, 1.0f32, 0xFFusize, 1e3, 1e-3f64, 0b11, 1)", &[]);
    check("-5mV", &["5000uV"]);
    check("m!(5mV)", &["5000uV"]);
    check("x.0.1", &["name x"]);
    check("1V..=2V", &["1000000uV", "2000000uV"]);
    check("b\"5V\"", &[]);
}

#[test]
fn types_and_paths() {
    let parsed = inline("board x; a: super::T<self::U, { super::N }, p> { } ");
    let bringup_dsl::ast::ItemKind::Node(node) = &parsed.file.items[0].kind else { panic!() };
    assert_eq!(parsed.marks(node.ty.as_ref().unwrap()), ["super::", "self::", "super::"]);
    let parsed = inline("board x; error = super::Error;");
    assert_eq!(parsed.marks(parsed.first_rust()), ["super::"]);
    let parsed = inline("board x; n { deinit (p.A) = this.free(&a); }");
    assert_eq!(parsed.marks(parsed.first_rust()), ["this", "shared a"]);
}

#[test]
fn unknown_units_are_errors() {
    let parsed = inline("board x; n { init = f(3kV, 4.5v, |x| 1parsec); }");
    assert_eq!(
        parsed.errors(),
        ["B0208 1:23 unknown unit `kV`", "B0208 1:28 unknown unit `v`", "B0208 1:38 unknown unit `parsec`"]
    );
}
