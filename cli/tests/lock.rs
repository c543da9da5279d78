//! `bringup order --lock` and `--locked`: a change of order shows.

mod common;

use common::{run, with_files};
use std::path::Path;

const BOARD: &str = "\
board! {
    board hub;
    levels core, device;

    rail v3v3 { enable = on(); disable = off(); }
    clocks { level = core; init = clocks(); }
    imu { level = device; power = &v3v3; init = imu(); }
    led { level = device; init = led(); }
    camera { level = device; init_skip; init = camera(); }
}
";

fn locked(folder: &Path) -> (i32, String) {
    let ran = run(folder, &["order", "hub.board", "--locked"]);
    (ran.code, ran.out)
}

fn rewrite(folder: &Path, from: &str, to: &str) {
    assert!(BOARD.contains(from));
    std::fs::write(folder.join("hub.board"), BOARD.replace(from, to)).expect("the board");
}

#[test]
fn what_changes_the_order_fails_and_what_does_not_passes() {
    let folder = with_files("lock", &[("hub.board", BOARD)]);
    assert_eq!(locked(&folder).0, 2, "there is nothing to compare with");
    let wrote = run(&folder, &["order", "--lock", "hub.board"]);
    assert_eq!((wrote.code, wrote.out.as_str(), wrote.err.as_str()), (0, "", "wrote hub.board.lock\n"));
    let lock = std::fs::read_to_string(folder.join("hub.board.lock")).expect("the lock");
    assert_eq!(
        lock,
        "# The order in which `hub` boots, written by `bringup order --lock`.\n\n[core]\nclocks\n\n[device]\nrail v3v3\n\
         imu\nled\n\n# not at boot\ncamera\n"
    );
    assert_eq!(locked(&folder), (0, String::new()));

    for (what, from, to) in [
        ("a comment", "levels core", "/* here */ levels core"),
        ("a priority that moves nothing", "imu { level = device;", "imu { level = device; priority = 10;"),
        ("an edge that was there anyway", "led { level = device;", "led { level = device; after = [&imu];"),
        ("a type", "clocks {", "clocks: Clocks {"),
    ] {
        rewrite(&folder, from, to);
        assert_eq!(locked(&folder), (0, String::new()), "{what}");
    }
    for (what, from, to, shows) in [
        ("a node moved by priority", "led { level = device;", "led { level = device; priority = 10;", "-led\n"),
        ("a node in another level", "led { level = device;", "led { level = core;", "+led\n"),
        ("a new node", "led {", "key { level = core; init = key(); } led {", "+key\n"),
        ("a node that is gone", "    led { level = device; init = led(); }\n", "", "-led\n"),
        ("a node that does not boot any more", "led { level", "led { init_skip; level", "+led\n"),
        ("one that is disabled", "camera { level", "camera { disabled; level", "+camera, disabled\n"),
        ("a level that is renamed", "levels core, device;", "levels core, device, late;", ""),
    ] {
        rewrite(&folder, from, to);
        let (code, diff) = locked(&folder);
        if shows.is_empty() {
            assert_eq!(code, 0, "{what}: an empty level comes up in no order");
            continue;
        }
        assert_eq!(code, 1, "{what}");
        assert!(diff.starts_with("--- hub.board.lock\n+++ now\n@@ ") && diff.contains(shows), "{what}: {diff}");
    }
}

#[test]
fn a_lock_with_the_line_ends_of_another_system_is_the_same() {
    let folder = with_files("lock-crlf", &[("hub.board", BOARD)]);
    assert_eq!(run(&folder, &["order", "--lock", "hub.board"]).code, 0);
    let lock = std::fs::read_to_string(folder.join("hub.board.lock")).expect("the lock");
    std::fs::write(folder.join("hub.board.lock"), lock.replace('\n', "\r\n")).expect("the lock");
    assert_eq!(locked(&folder), (0, String::new()));
}

#[test]
fn a_board_with_errors_has_no_order() {
    let folder = with_files("lock-broken", &[("hub.board", &BOARD.replace("&v3v3", "&v5"))]);
    let ran = run(&folder, &["order", "--lock", "hub.board"]);
    assert!(ran.code == 1 && ran.err.contains("B0201"), "{}", ran.err);
    assert!(!folder.join("hub.board.lock").exists(), "nothing is written");
}
