//! Pictures of the boot: that they are the same every time, whole, and quick to draw.

mod common;

use common::{repository, run, with_files};
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const FORMS: [&str; 2] = ["svg", "html"];

fn boards() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/boards"))
}

/// So many nodes, every tenth with a rail of its own, on a board that is `concurrent` or not.
fn large(nodes: usize, setting: &str) -> String {
    let mut text = format!("board! {{ board large; levels a, b, c, d; clock = crate::Clock; {setting}\n");
    for at in 0..nodes {
        let level = ["a", "b", "c", "d"][at * 4 / nodes];
        let power = match at % 10 {
            0 => {
                // Writing into a String cannot fail.
                let _ = writeln!(text, "rail r{at} {{ enable = on(); disable = off(); time = 3us; ramp = {at}us; }}");
                format!("power = &r{at};")
            }
            _ => String::new(),
        };
        let needs = if at > 2 { format!("after = [&n{}];", at / 2) } else { String::new() };
        let _ = writeln!(text, "n{at} {{ level = {level}; init = up(); time = {}us; {power} {needs} }}", at % 7);
    }
    text + "}\n"
}

#[test]
fn same_board_same_bytes() {
    for board in ["hub/hub.board", "timeline/tracker.board", "rails/concurrent.board"] {
        for form in FORMS {
            let once = run(boards(), &["timeline", board, "--as", form]);
            assert!(once.code == 0 && once.err.is_empty() && !once.out.is_empty(), "{board}: {}", once.err);
            for _ in 0..20 {
                assert!(
                    run(boards(), &["timeline", board, "--as", form]).out == once.out,
                    "{board} as {form} differs"
                );
            }
        }
    }
}

#[test]
fn every_node_is_there() {
    let svg = run(boards(), &["timeline", "timeline/tracker.board", "--as", "svg"]).out;
    let order = run(boards(), &["order", "timeline/tracker.board", "--format", "json"]).out;
    let order: serde_json::Value = serde_json::from_str(&order).expect("JSON");
    let boot = order["boot"].as_array().expect("a list");
    assert!(boot.len() > 60);
    for step in boot {
        let label = step["label"].as_str().expect("a label");
        assert!(svg.contains(&format!(">{label}</text>")), "{label} is not in the picture");
    }
    for level in order["levels"].as_array().expect("a list") {
        assert!(
            svg.contains(&format!(">{}</text>", level.as_str().expect("a name"))),
            "{level} is not in the picture"
        );
    }
}

#[test]
fn examples_have_pictures() {
    let examples = run(&repository(), &["check", "examples", "--format", "json"]);
    assert!(examples.code == 0, "{}", examples.out);
    let found = [
        "pmic/src/pmic",
        "host/src/station",
        "lm3s6965/src/lm3s6965",
        "microbit-embassy/src/microbit",
        "rtic/src/evb",
    ];
    for example in found {
        for form in FORMS {
            let ran = run(&repository().join("examples"), &["timeline", &format!("{example}.board"), "--as", form]);
            assert!(ran.code == 0 && ran.out.contains("</svg>"), "{example}: {}", ran.err);
        }
    }
}

#[test]
fn what_is_wrong_is_no_picture() {
    for form in FORMS {
        let broken = run(boards(), &["timeline", "broken/broken.board", "--as", form]);
        assert!(broken.code == 1 && broken.out.is_empty() && broken.err.contains("error["), "{}", broken.err);
        let missing = run(boards(), &["timeline", "hub/none.board", "--as", form]);
        assert!(
            missing.code == 2 && missing.out.is_empty() && missing.err.contains("no such file"),
            "{}",
            missing.err
        );
        let both = run(boards(), &["timeline", "hub/hub.board", "--as", form, "--format", "json"]);
        assert!(both.code == 2 && both.out.is_empty() && both.err.contains("no picture"), "{}", both.err);
    }
    assert_eq!(run(boards(), &["timeline", "hub/hub.board", "--as", "png"]).code, 2);
}

/// A board has at most 1 MiB, which is about so many nodes. In seconds, also without optimisation.
#[test]
fn large_boards_have_pictures() {
    for (name, nodes, setting) in [("line", 9_000, ""), ("flow", 9_000, "concurrent;")] {
        let folder = with_files(&format!("timeline-large-{name}"), &[("large.board", &large(nodes, setting))]);
        for form in FORMS {
            let started = Instant::now();
            let ran = run(&folder, &["timeline", "large.board", "--as", form]);
            assert!(ran.code == 0, "{}", ran.err);
            let bars = ran.out.matches("class=\"bar ").count();
            assert!(bars >= nodes, "{bars} bars");
            let took = started.elapsed();
            assert!(took < Duration::from_secs(60), "{name} as {form}: {took:?}");
        }
    }
}
