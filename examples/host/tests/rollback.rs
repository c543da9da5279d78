//! The example as its users run it.
#![allow(missing_docs)]

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_host-example")).args(arguments).output().expect("the example starts");
    (status.code(), String::from_utf8_lossy(&stdout).into(), String::from_utf8_lossy(&stderr).into())
}

/// The parts of all lines like `  [imu]     up    200 Hz` that say one of these words.
fn parts(output: &str, words: [&str; 2]) -> Vec<String> {
    let events = output.lines().filter_map(|line| line.trim().strip_prefix('[')?.split_once(']'));
    let matching =
        events.filter(|(_, what)| what.split_whitespace().next().is_some_and(|word| words.contains(&word)));
    matching.map(|(part, _)| part.to_string()).collect()
}

const ORDER: [&str; 13] =
    ["clocks", "gpio", "uart", "i2c1", "pmic", "spi1", "v3v3", "vlcd", "imu", "baro", "eeprom", "lcd", "touch"];

#[test]
fn boots_in_the_planned_order() {
    let (status, output, _) = run(&["--boot"]);
    assert_eq!(status, Some(0), "{output}");
    assert_eq!(parts(&output, ["up", "on"]), ORDER);
    assert!(output.contains("board is up"), "{output}");
}

#[test]
fn whatever_fails_takes_down_in_reverse_what_was_up() {
    for (index, node) in ORDER.iter().enumerate() {
        let (status, output, _) = run(&["--fail", node]);
        assert_eq!(status, Some(1), "{output}");
        let up = parts(&output, ["up", "on"]);
        assert_eq!(up, ORDER[..index], "{output}");
        let mut down = parts(&output, ["down", "off"]);
        down.reverse();
        assert_eq!(down, up, "{output}");
        assert!(output.contains(&format!("boot failed at `{node}`: no answer")), "{output}");
        assert!(output.contains("down again, 0 failures"), "{output}");
    }
}

#[test]
fn without_arguments_it_shows_order_boot_and_rollback() {
    let (status, output, _) = run(&[]);
    assert_eq!(status, Some(0), "{output}");
    let at = |text: &str| output.find(text).unwrap_or_else(|| panic!("no `{text}` in:\n{output}"));
    assert!(at("planned order of `station`") < at("on demand: codec"));
    assert!(at("on demand: codec") < at("board is up"));
    assert!(at("board is up") < at("boot failed at `touch`"));
}

#[test]
fn wrong_arguments_get_the_usage_and_status_2() {
    for arguments in [&["--fail", "imo"][..], &["--fail", "codec"], &["--fail"], &["--boots"], &["--boot", "now"]] {
        let (status, output, errors) = run(arguments);
        assert_eq!((status, output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(errors.contains("usage: host-example"), "{errors}");
        assert!(errors.contains("clocks gpio uart i2c1"), "{errors}");
    }
    let (status, output, errors) = run(&["--help"]);
    assert_eq!((status, errors.as_str()), (Some(0), ""));
    assert!(output.starts_with("usage: host-example"), "{output}");
}
