//! Pictures of the graph: whole, the same every time, and quick to draw; of boards with errors, too.

mod common;

use common::{Ran, run, with_files};
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const FORMS: [&str; 4] = ["svg", "dot", "mermaid", "html"];

fn boards() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/boards"))
}

fn drawn(board: &str, form: &str) -> Ran {
    run(boards(), &["graph", board, "--as", form])
}

fn json(board: &str) -> Value {
    serde_json::from_str(&run(boards(), &["graph", board, "--format", "json"]).out).expect("JSON")
}

/// Labels of all nodes.
fn labels(graph: &Value) -> Vec<String> {
    let nodes = graph["nodes"].as_array().expect("a list");
    nodes.iter().map(|node| node["label"].as_str().expect("a label").to_owned()).collect()
}

/// A file of XML, in which the text of every `<text>` is looked up.
fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("a picture is XML");
    let texts = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts.filter_map(|node| node.text().map(str::to_owned)).collect()
}

/// So many nodes on a bus for every ten of them, every fifth on a rail of its own.
fn large(nodes: usize) -> String {
    let mut text = "board! { board large; levels core, bus, device, app;\n".to_owned();
    for at in 0..nodes {
        let level = ["core", "bus", "device", "app"][at * 4 / nodes];
        let rail = if at % 5 == 0 { format!("power = &r{at};") } else { String::new() };
        let needs = match at {
            0 => "up()".to_owned(),
            _ => format!("up(&n{}, &mut n{})", at / 10, at * 3 / 4),
        };
        // Writing into a String cannot fail.
        let _ = writeln!(text, "n{at}: N {{ level = {level}; init = {needs}; {rail} }}");
        if at % 5 == 0 {
            let _ = writeln!(text, "rail r{at} {{ enable = on(); disable = off(); }}");
        }
    }
    text + "}\n"
}

#[test]
fn same_board_same_bytes() {
    for board in ["hub/hub.board", "graph/gateway.board", "graph/cycle.board"] {
        for form in FORMS {
            let once = drawn(board, form);
            assert!(once.code < 2 && !once.out.is_empty(), "{board}: {}", once.err);
            for _ in 0..20 {
                assert!(drawn(board, form).out == once.out, "{board} as {form} differs");
            }
        }
    }
}

#[test]
fn every_node_and_kind_is_there() {
    let graph = json("graph/gateway.board");
    let labels = labels(&graph);
    assert_eq!(labels.len(), 62);
    let svg = drawn("graph/gateway.board", "svg").out;
    let texts = texts(&svg);
    for label in &labels {
        assert_eq!(texts.iter().filter(|text| *text == label).count(), 1, "{label}");
    }
    let dot = drawn("graph/gateway.board", "dot").out;
    let mermaid = drawn("graph/gateway.board", "mermaid").out;
    for label in &labels {
        assert!(dot.contains(label.as_str()) && mermaid.contains(label.as_str()), "{label}");
    }
    for kind in ["bus", "lent", "held", "depends", "after", "power", "from", "control"] {
        assert!(svg.contains(&format!("class=\"line {kind}\"")), "{kind}");
    }
    // Two edges between the same nodes are one line.
    let lines = |text: &str, arrow: &str| text.lines().filter(|line| line.contains(arrow)).count();
    let pairs: std::collections::HashSet<(&str, &str)> = graph["edges"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|edge| (edge["from"].as_str().expect("a label"), edge["to"].as_str().expect("a label")))
        .collect();
    assert_eq!(lines(&dot, " -> n"), pairs.len());
}

#[test]
fn a_cycle_is_red_and_an_error() {
    for form in FORMS {
        let ran = drawn("graph/cycle.board", form);
        assert_eq!(ran.code, 1);
        assert_eq!(ran.err.matches("error[B0301]").count(), 2, "{}", ran.err);
        assert!(!ran.out.is_empty());
    }
    let graph = json("graph/cycle.board");
    let cycles = serde_json::json!([["vsens", "pmic", "i2c1"], ["chicken", "egg"]]);
    assert_eq!(graph["cycles"], cycles);
    assert!(graph["nodes"].as_array().expect("a list").iter().all(|node| node["position"].is_null()));
    let red = |edge: &&Value| edge["in_cycle"] == true;
    let edges = graph["edges"].as_array().expect("a list").iter().filter(red).map(|edge| edge["text"].clone());
    let edges: Vec<Value> = edges.collect();
    // What is said in more than one way is in the cycle each time.
    assert!(edges.contains(&"`vsens` is switched by `pmic`".into()), "{edges:?}");
    assert!(edges.contains(&"`chicken` comes after `egg`".into()), "{edges:?}");
    assert!(!edges.contains(&"`soup` depends on `egg`".into()), "{edges:?}");
    let svg = drawn("graph/cycle.board", "svg").out;
    assert_eq!(
        svg.matches("class=\"node device in-cycle\"").count() + svg.matches("class=\"node rail in-cycle\"").count(),
        5
    );
    assert!(drawn("graph/cycle.board", "dot").out.contains("#cf222e"));
    assert!(drawn("graph/cycle.board", "mermaid").out.contains(":::cycle"));
    assert!(!drawn("hub/hub.board", "svg").out.contains("part of a cycle"));
}

#[test]
fn other_errors_are_drawn_around() {
    for (board, code) in [("graph/early.board", "B0302"), ("broken/broken.board", "B0201")] {
        let ran = drawn(board, "svg");
        assert!(ran.code == 1 && ran.err.contains(code), "{}", ran.err);
        assert!(texts(&ran.out).contains(&"led".to_owned()), "{}", ran.out);
    }
    let folder =
        with_files("graph-unread", &[("x.board", "board! { nonsense"), ("y.board", "board! { fragment f; }")]);
    for file in ["x.board", "y.board"] {
        let ran = run(&folder, &["graph", file]);
        assert!(ran.code == 1 && ran.out.is_empty() && ran.err.starts_with("error["), "{}{}", ran.out, ran.err);
    }
}

#[test]
fn texts_stay_texts() {
    let svg = drawn("graph/texts.board", "svg").out;
    assert!(texts(&svg).iter().any(|text| text.contains("</script><svg onload=")), "{svg}");
    let html = drawn("graph/texts.board", "html").out;
    assert!(!html.contains("<svg onload"), "{html}");
    assert_eq!(html.matches("</script").count(), 2, "{html}");
    let dot = drawn("graph/texts.board", "dot").out;
    assert!(dot.contains(r#"x::Y<{ \"</script><svg onload=alert(1)>`${1}`\" }>"#), "{dot}");
    let mermaid = drawn("graph/texts.board", "mermaid").out;
    assert!(!mermaid.contains("onload=") && mermaid.contains("onload#61;"), "{mermaid}");
}

#[test]
fn large_boards_are_drawn_and_larger_ones_refused() {
    for (nodes, forms) in [(1_000, &FORMS[..]), (10_000, &FORMS[1..3])] {
        let folder = with_files(&format!("graph-large-{nodes}"), &[("x.board", &large(nodes))]);
        for form in forms {
            let started = Instant::now();
            let ran = run(&folder, &["graph", "x.board", "--as", form]);
            let took = started.elapsed();
            assert!(ran.code == 0 && ran.err.is_empty(), "{}", ran.err);
            assert!(took < Duration::from_secs(60), "{nodes} as {form} take {took:?}");
        }
    }
    // Each needs the one before and the first, so that a line passes every column.
    let chain = |nodes: usize| {
        let link = |at: usize| format!("n{at}: N {{ init = up(&n{}, &n0); }}\n", at.saturating_sub(1));
        let links: String = (1..nodes).map(link).collect();
        format!("board! {{ board chain;\nn0: N {{ init = up(); }}\n{links}}}\n")
    };
    let crossed = |nodes: usize| {
        let link = |at: usize| format!("n{at}: N {{ init = up(&n{}, &n{}); }}\n", at.saturating_sub(1), at / 2);
        let links: String = (1..nodes).map(link).collect();
        format!("board! {{ board chain;\nn0: N {{ init = up(); }}\n{links}}}\n")
    };
    let folder = with_files("graph-chain", &[("x.board", &chain(8_000)), ("y.board", &crossed(8_000))]);
    let ran = run(&folder, &["graph", "x.board"]);
    assert!(ran.code == 0 && ran.err.is_empty(), "{}", ran.err);
    for form in ["svg", "html"] {
        let ran = run(&folder, &["graph", "y.board", "--as", form]);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains("`--as dot`"), "{}", ran.err);
    }
    assert_eq!(run(&folder, &["graph", "y.board", "--as", "mermaid"]).code, 0);
}

#[test]
fn the_harness_can_fail() {
    assert!(std::panic::catch_unwind(|| texts("<svg><g></svg>")).is_err());
    assert!(std::panic::catch_unwind(|| json("graph/no.board")).is_err());
}
