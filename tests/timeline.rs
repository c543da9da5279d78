//! The timeline against simulations of random boards, and as text.
//!
//! `BLESS=1 cargo test -p bringup-tests --test timeline` writes what is there now; read the difference before you commit.

#[path = "timeline/polls.rs"]
mod polls;
#[allow(dead_code)] // the model test reads more of it
mod random;
#[path = "timeline/reference.rs"]
mod reference;
#[path = "timeline/rules.rs"]
mod rules;

use bringup_compiler::timeline::BarKind;
use bringup_compiler::view;
use bringup_dsl::{Code, Diagnostic};
use bringup_tests::{Compiled, compile_text};
use polls::{blocks, poll_by_poll};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use random::Raw;
use reference::{Grown, by_operations, step_by_step};
use rules::{check, check_slack};
use std::path::Path;

/// A random board. With `concurrent`, whether each expression that brings something up awaits.
fn board(raw: &[Raw], levels: usize, concurrent: Option<&[bool]>) -> (Compiled, String) {
    let mut text = random::board(&random::vertices(raw.to_vec(), levels), levels);
    if let Some(awaits) = concurrent {
        text = text.replacen("    clock", "    concurrent;\n    clock", 1);
        let mut awaits = awaits.iter().cycle();
        for start in [" = up(", " = on("] {
            let mut parts = text.split(start);
            let mut written = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                let awaits = if awaits.next() == Some(&true) { ").await?;" } else { ")?;" };
                written += &format!("{start}{}", part.replacen(")?;", awaits, 1));
            }
            text = written;
        }
    }
    (compile_text(&text), text)
}

fn boards(settling: f64) -> impl Strategy<Value = (Vec<Raw>, usize)> {
    (prop::collection::vec(random::raw(0.35, 0.2, settling), 1..20), 1..5usize)
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn one_thing_at_a_time((raw, levels) in boards(0.8)) {
        let (compiled, text) = board(&raw, levels, None);
        let plan = compiled.plan.as_ref();
        prop_assert!(plan.is_some(), "{}\n{text}", compiled.rendered());
        let Some(plan) = plan else { return Ok(()) };
        let checked = (|| {
            check(plan)?;
            prop_assert_eq!(plan.timeline.total, by_operations(plan));
            prop_assert_eq!(plan.timeline.total, step_by_step(plan, None));
            check_slack(plan, |grown| step_by_step(plan, grown))
        })();
        prop_assert!(checked.is_ok(), "{}\n{}\n{text}", checked.unwrap_err(), view::timeline(plan));
    }

    #[test]
    fn at_the_same_time((mut raw, levels) in boards(0.8), await_some in prop::collection::vec(any::<bool>(), 1..20)) {
        // What holds handles keeps others waiting, which the reference does not know.
        raw.iter_mut().for_each(|raw| (raw.parts.typed, raw.parts.irq) = (false, false));
        let (compiled, text) = board(&raw, levels, Some(&await_some));
        prop_assert!(compiled.plan.is_some(), "{}\n{text}", compiled.rendered());
        let Some(plan) = &compiled.plan else { return Ok(()) };
        let checked = check(plan).and_then(|()| {
            prop_assert_eq!(plan.timeline.total, poll_by_poll(plan, None));
            Ok(())
        });
        prop_assert!(checked.is_ok(), "{}\n{}\n{text}", checked.unwrap_err(), view::timeline(plan));
    }

    #[test]
    fn slack_where_nothing_blocks((mut raw, levels) in boards(0.8)) {
        raw.iter_mut().for_each(|raw| (raw.parts.typed, raw.parts.irq) = (false, false));
        let (compiled, text) = board(&raw, levels, Some(&[true]));
        prop_assert!(compiled.plan.is_some(), "{}\n{text}", compiled.rendered());
        let Some(plan) = &compiled.plan else { return Ok(()) };
        prop_assert!(plan.steps.iter().all(|step| !blocks(plan.model.node(step.node))));
        let checked = check_slack(plan, |grown| poll_by_poll(plan, grown));
        prop_assert!(checked.is_ok(), "{}\n{}\n{text}", checked.unwrap_err(), view::timeline(plan));
    }

    #[test]
    fn at_the_same_time_with_handles((raw, levels) in boards(0.5), await_some in prop::collection::vec(any::<bool>(), 1..20)) {
        let (compiled, text) = board(&raw, levels, Some(&await_some));
        prop_assert!(compiled.plan.is_some(), "{}\n{text}", compiled.rendered());
        let Some(plan) = &compiled.plan else { return Ok(()) };
        let checked = check(plan);
        prop_assert!(checked.is_ok(), "{}\n{}\n{text}", checked.unwrap_err(), view::timeline(plan));
    }
}

/// What the help of B0410 promises comes true.
#[test]
fn a_level_helps_as_promised() {
    let mut promises = 0;
    let mut runner = TestRunner::new_with_rng(cases(1_000), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for _ in 0..1_000 {
        let (raw, levels) = boards(0.8).new_tree(&mut runner).expect("a board").current();
        let (_, text) = board(&raw, levels, None);
        let text = text.replacen("    clock", "    budget { boot = 1ns; }\n    clock", 1);
        let compiled = compile_text(&text);
        let help =
            compiled.diagnostics.iter().find(|found| found.code == Code::B0410).and_then(|found| found.help.clone());
        let words: Vec<&str> = help.iter().flat_map(|help| help.split(['`', '=', ';'])).map(str::trim).collect();
        let ["", "level", level, "", "in rail", rail, promise] = words[..] else { continue };
        promises += 1;
        let (_, total) = promise.split_once("boot would take ").expect("how long it would take");
        let better = compile_text(&text.replace("\n}\n", &format!("\n    &{rail} {{ level = {level}; }}\n}}\n")));
        let errors: Vec<&Diagnostic> = better.diagnostics.iter().filter(|found| !found.code.is_lint()).collect();
        let kept = matches!(errors[..], [error] if error.title.starts_with(&format!("boot takes {total} and")));
        assert!(kept, "{help:?}\n{text}\n{}", better.rendered());
    }
    assert!(promises >= 50, "only {promises}");
}

/// A reference that always agrees tests nothing.
#[test]
fn the_references_wait_and_overlap() {
    let text = |more: &str| {
        format!(
            "board! {{ board b; clock = C; {more} rail v {{ enable = on(); disable = off(); time = 1ms; ramp = 5ms; }}
            a {{ power = &v; init = a().await; time = 3ms; }} b {{ init = b().await; time = 2ms; }} }}"
        )
    };
    let compiled = compile_text(&text(""));
    let plan = compiled.plan.as_ref().expect("no errors");
    assert_eq!((by_operations(plan), step_by_step(plan, None)), (9_000_000, 9_000_000));
    let grown = Grown { node: plan.steps[0].node, kind: BarKind::Ramp, by: 1 };
    assert_eq!(step_by_step(plan, Some(grown)), 9_000_001);
    let compiled = compile_text(&text("concurrent;"));
    let plan = compiled.plan.as_ref().expect("no errors");
    assert_eq!(poll_by_poll(plan, None), 9_000_000);
    assert_eq!(poll_by_poll(plan, Some(Grown { kind: BarKind::Enable, ..grown })), 9_000_001);
}

/// `c` and `b` end at the same time. Polled from the first task on, `x` gets its turn before `y`.
#[test]
fn who_is_polled_first() {
    let compiled = compile_text(
        "board! { board b; clock = C; concurrent;
        d { init = d().await; time = 500us; } c { depends = [&d]; init = c().await; time = 500us; }
        b { init = b().await; time = 1ms; } x { depends = [&c]; init = x(); time = 2ms; }
        z { depends = [&x]; init = z().await; time = 10ms; } y { depends = [&b]; init = y(); time = 3ms; } }",
    );
    let plan = compiled.plan.as_ref().expect("no errors");
    assert_eq!((plan.timeline.total, poll_by_poll(plan, None)), (13_000_000, 13_000_000));
}

#[test]
fn no_time_is_too_long() {
    let most = u64::MAX;
    for concurrent in ["", "concurrent;"] {
        let compiled = compile_text(&format!(
            "board! {{ board b; clock = C; {concurrent} budget {{ boot = {most}ns; }}
            a {{ init = a(); time = {most}ns; }} b {{ init = b(); depends = [&a]; time = {most}ns; }} }}"
        ));
        let title = "boot takes 36893488147419103.23 us and may take 18446744073709551.615 us";
        assert!(compiled.rendered().contains(title), "{}", compiled.rendered());
    }
}

/// Not a measurement: what grew faster than the board would not come to an end here.
#[test]
fn ten_thousand_nodes() {
    for concurrent in ["", "concurrent;"] {
        let mut text = format!("board! {{ board b; clock = C; levels x, y; {concurrent}");
        for at in 0..5_000 {
            let level = if at < 2_500 { "x" } else { "y" };
            text += &format!(
                "rail r{at} {{ enable = on(); disable = off(); ramp = 1ms; }}
                n{at} {{ level = {level}; power = &r{at}; init = up().await; time = 1ms; depends = [&n{}]; }}",
                if at == 0 { 4_999 } else { at - 1 }
            );
        }
        let text = text.replace(" depends = [&n4999];", "");
        let compiled = compile_text(&(text + "}"));
        let plan = compiled.plan.as_ref().unwrap_or_else(|| panic!("{}", compiled.rendered()));
        assert_eq!(plan.timeline.total, 5_002_000_000, "{concurrent}");
        assert_eq!((plan.timeline.lower_bound, plan.timeline.critical.len()), (5_002_000_000, 5_002));
    }
}

#[test]
fn as_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("timeline/boards");
    let bless = std::env::var_os("BLESS").is_some();
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("the boards") {
        let path = entry.expect("a board").path();
        if path.extension().is_none_or(|extension| extension != "board") {
            continue;
        }
        seen += 1;
        let compiled = compile_text(&std::fs::read_to_string(&path).expect("a board is text"));
        let plan = compiled.plan.as_ref().unwrap_or_else(|| panic!("{}\n{}", path.display(), compiled.rendered()));
        let (found, file) = (view::timeline(plan), path.with_extension("txt"));
        if bless {
            std::fs::write(file, found).expect("the text can be written");
        } else {
            assert_eq!(
                found,
                std::fs::read_to_string(&file).unwrap_or_default(),
                "{} (BLESS=1 accepts)",
                file.display()
            );
        }
    }
    assert!(seen >= 4);
}
