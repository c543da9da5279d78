//! What each subcommand prints: `golden/NAME.txt` has the command, how it ends, and both streams.
//!
//! `BLESS=1 cargo test -p bringup-cli --test golden` writes what is there now; read the difference before you commit.

mod common;

use common::{run, run_with};
use std::path::Path;

/// A folder with nothing in it.
const EMPTY: &str = "";

/// Name, folder in `boards`, arguments.
const CASES: &[(&str, &str, &str)] = &[
    ("help", "hub", "--help"),
    ("help-check", "hub", "check --help"),
    ("help-explain", "hub", "explain --help"),
    ("help-order", "hub", "order --help"),
    ("help-power", "hub", "power --help"),
    ("help-graph", "hub", "graph --help"),
    ("help-timeline", "hub", "timeline --help"),
    ("help-expand", "hub", "expand --help"),
    ("help-fmt", "hub", "fmt --help"),
    ("help-new", "hub", "new --help"),
    ("help-completions", "hub", "completions --help"),
    ("help-man", "hub", "man --help"),
    ("check", "hub", "check hub.board"),
    ("check-here", "hub", "check"),
    ("check-folders", ".", "check hub lints"),
    ("check-nothing-here", EMPTY, "check"),
    ("check-fragment", "hub", "check soc.board"),
    ("check-broken", "broken", "check broken.board"),
    ("check-broken-json", "broken", "check broken.board --format json"),
    ("check-lints", "lints", "check lints.board"),
    ("check-lints-json", "lints", "check lints.board --format json"),
    ("check-deny", "lints", "check lints.board --deny L0906 --allow L0903"),
    ("check-deny-warnings", "lints", "check lints.board --deny warnings --allow l0903 --format json"),
    ("check-allow-warnings", "lints", "check lints.board --allow warnings"),
    ("check-unknown-lint", "lints", "check lints.board --allow L1234"),
    ("check-error-allowed", "lints", "check lints.board --allow B0301"),
    ("check-missing", "hub", "check no.board hub.board"),
    ("check-missing-json", "hub", "check no.board hub.board --format json"),
    ("explain", "hub", "explain L0905"),
    ("explain-json", "hub", "explain l0905 --format json"),
    ("explain-unknown", "hub", "explain B9999"),
    ("explain-one-node", "hub", "explain imu -f hub.board"),
    ("explain-two-nodes-of-no-board", "hub", "explain imu lcd"),
    ("explain-edge", "hub", "explain clocks uart -f hub.board"),
    ("explain-edges", "hub", "explain clocks lcd -f hub.board"),
    ("explain-edges-json", "hub", "explain clocks lcd -f hub.board --format json"),
    ("explain-the-other-way-round", "hub", "explain lcd vbat -f hub.board"),
    ("explain-after", "hub", "explain imu lcd -f hub.board"),
    ("explain-level", "hub", "explain uart led -f hub.board"),
    ("explain-level-of-another", "hub", "explain uart v3v3 -f hub.board"),
    ("explain-priority", "hub", "explain led baro -f hub.board"),
    ("explain-declaration", "hub", "explain imu baro -f hub.board"),
    ("explain-early", "hub", "explain vlcd baro -f hub.board"),
    ("explain-rails-last", "rails", "explain clocks v1 -f rails.board"),
    ("explain-not-at-boot", "hub", "explain camera led -f hub.board"),
    ("explain-edges-of-what-does-not-boot", "hub", "explain camera v3v3 -f hub.board"),
    ("explain-concurrent", "rails", "explain one two -f concurrent.board"),
    ("explain-misspelt", "hub", "explain imu camara -f hub.board"),
    ("explain-itself", "hub", "explain imu imu -f hub.board"),
    ("explain-broken", "broken", "explain i2c1 led -f broken.board"),
    ("order", "hub", "order hub.board"),
    ("order-json", "hub", "order hub.board --format json"),
    ("order-broken", "broken", "order broken.board"),
    ("order-broken-json", "broken", "order broken.board --format json"),
    ("order-locked-without-lock", "hub", "order --locked hub.board"),
    ("order-locked", "locked", "order --locked same.board"),
    ("order-locked-changed", "locked", "order --locked moved.board"),
    ("order-locked-changed-json", "locked", "order --locked moved.board --format json"),
    ("order-lock-of-stdin", "locked", "order --lock -"),
    ("power", "hub", "power hub.board"),
    ("power-json", "hub", "power hub.board --format json"),
    ("power-no-rails", "lints", "power lints.board"),
    ("power-broken", "broken", "power broken.board"),
    ("graph", "hub", "graph hub.board"),
    ("graph-dot", "hub", "graph hub.board --as dot"),
    ("graph-mermaid", "hub", "graph hub.board --as mermaid"),
    ("graph-json", "hub", "graph hub.board --format json"),
    ("graph-cycle", "graph", "graph cycle.board"),
    ("graph-cycle-mermaid", "graph", "graph cycle.board --as mermaid"),
    ("graph-cycle-json", "graph", "graph cycle.board --format json"),
    ("graph-early", "graph", "graph early.board --as dot"),
    ("graph-texts", "graph", "graph texts.board"),
    ("graph-texts-dot", "graph", "graph texts.board --as dot"),
    ("graph-texts-mermaid", "graph", "graph texts.board --as mermaid"),
    ("graph-empty", "graph", "graph empty.board"),
    ("graph-empty-mermaid", "graph", "graph empty.board --as mermaid"),
    ("graph-single", "graph", "graph single.board"),
    ("graph-fragment", "hub", "graph soc.board"),
    ("graph-missing", "hub", "graph no.board"),
    ("graph-form", "hub", "graph hub.board --as png"),
    ("graph-dot-json", "hub", "graph hub.board --as dot --format json"),
    ("timeline", "hub", "timeline hub.board"),
    ("timeline-json", "hub", "timeline hub.board --format json"),
    ("timeline-svg", "hub", "timeline hub.board --as svg"),
    ("timeline-svg-concurrent", "timeline", "timeline concurrent.board --as svg"),
    ("timeline-svg-of-nothing", "timeline", "timeline empty.board --as svg"),
    ("timeline-svg-json", "hub", "timeline hub.board --as svg --format json"),
    ("timeline-tracker", "timeline", "timeline tracker.board"),
    ("timeline-broken", "broken", "timeline broken.board"),
    ("expand-broken", "broken", "expand broken.board"),
    ("new-unknown", "hub", "new hub --mcu z80"),
    ("nothing", "hub", ""),
    ("unknown", "hub", "chekc hub.board"),
];

/// Cases that read a board from standard input.
const PIPED: &[(&str, &str, &str)] = &[
    ("stdin-check", "hub/hub.board", "check -"),
    ("stdin-check-broken", "broken/broken.board", "check - --format json"),
    ("stdin-order", "hub/hub.board", "order -"),
    ("stdin-explain", "hub/hub.board", "explain uart clocks -f -"),
];

fn here() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"))
}

fn shown(arguments: &str, ran: &common::Ran) -> String {
    let lines =
        |title: &str, text: &str| if text.is_empty() { String::new() } else { format!("---- {title}\n{text}") };
    format!(
        "$ bringup {arguments}\n---- exit {}\n{}{}",
        ran.code,
        lines("stdout", &ran.out),
        lines("stderr", &ran.err)
    )
}

fn difference(file: &Path, now: &str) -> Option<String> {
    let before = std::fs::read_to_string(file).unwrap_or_else(|_| "(no file)".to_owned());
    (before != now).then(|| format!("--- {}\n{before}\n+++ now\n{now}\n", file.display()))
}

#[test]
fn every_case_gives_what_it_gave() {
    let bless = std::env::var_os("BLESS").is_some();
    let boards = here().join("boards");
    let empty = common::scratch("golden-empty");
    let plain = CASES.iter().map(|(name, folder, arguments)| {
        let words: Vec<&str> = arguments.split_whitespace().collect();
        let folder = if *folder == EMPTY { empty.clone() } else { boards.join(folder) };
        (name, shown(arguments, &run(&folder, &words)))
    });
    let piped = PIPED.iter().map(|(name, board, arguments)| {
        let (words, board): (Vec<&str>, _) = (arguments.split_whitespace().collect(), boards.join(board));
        let text = std::fs::read(&board).expect("the board");
        (name, shown(arguments, &run_with(board.parent().expect("its folder"), &words, &text)))
    });
    let mut differences = String::new();
    let mut names = Vec::new();
    for (name, now) in plain.chain(piped) {
        let file = here().join("golden").join(name).with_extension("txt");
        names.push(format!("{name}.txt"));
        if bless {
            std::fs::create_dir_all(here().join("golden")).expect("a folder");
            std::fs::write(&file, &now).expect("a case can be written");
        }
        differences += &difference(&file, &now).unwrap_or_default();
    }
    assert!(differences.is_empty(), "{differences}\n(BLESS=1 accepts)");
    let files = std::fs::read_dir(here().join("golden")).expect("the folder");
    for file in files {
        let name = file.expect("a file").file_name().to_string_lossy().into_owned();
        assert!(names.contains(&name), "golden/{name} belongs to no case");
    }
}

#[test]
fn the_harness_can_fail() {
    let folder = common::with_files("golden-can-fail", &[("case.txt", "text")]);
    assert!(difference(&folder.join("case.txt"), "text").is_none());
    assert!(difference(&folder.join("case.txt"), "other").is_some());
    assert!(difference(&folder.join("none.txt"), "text").is_some());
}

#[test]
fn same_input_same_bytes() {
    let hub = here().join("boards/hub");
    for command in ["order", "graph", "power", "timeline", "expand"] {
        for format in ["text", "json"] {
            let once = run(&hub, &[command, "hub.board", "--format", format]);
            assert!(once.code == 0 && !once.out.is_empty(), "{command}: {}", once.err);
            assert!(once.out == run(&hub, &[command, "hub.board", "--format", format]).out, "{command} differs");
        }
    }
}
