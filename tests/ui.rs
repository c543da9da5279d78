//! Boards as a user's crate sees them: what must compile without a warning, and what must not compile.
//!
//! `TRYBUILD=overwrite cargo test -p bringup-tests --test ui` writes the expected messages. Line numbers inside `.board`
//! files are not in them; `positions.rs` checks those.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/fail/*.rs");
    cases.compile_fail("ui/misuse/*.rs");
}
