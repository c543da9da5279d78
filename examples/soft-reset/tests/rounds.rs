//! The story, and how it ends if a driver forgets something.
#![allow(missing_docs)]

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let program = env!("CARGO_BIN_EXE_soft-reset");
    let Output { status, stdout, stderr } = Command::new(program).args(arguments).output().expect("it starts");
    (status.code(), String::from_utf8_lossy(&stdout).into(), String::from_utf8_lossy(&stderr).into())
}

#[test]
fn it_prints_what_the_firmware_prints() {
    let (status, output, errors) = run(&[]);
    assert_eq!((status, errors.as_str()), (Some(0), ""), "{output}");
    assert_eq!(output, include_str!("../../../tests/firmware/transcripts/soft-reset.txt"));
}

#[test]
fn a_forgotten_handler_stops_the_first_soft_reset() {
    let (status, output, errors) = run(&["--forget", "handler"]);
    assert_eq!(status, Some(1), "{output}");
    assert!(output.ends_with("service up: Usb failed: Registered\n"), "{output}");
    assert_eq!(errors, "stopped: a driver does not come up or go down\n");
}

#[test]
fn forgotten_memory_is_seen_after_the_first_soft_reset() {
    let (status, output, errors) = run(&["--forget", "memory"]);
    assert_eq!(status, Some(1), "{output}");
    assert!(output.contains("soft reset  1 ") && !output.contains("soft reset  2 "), "{output}");
    assert_eq!(errors, "stopped: a soft reset leaves something behind\n");
}

#[test]
fn other_arguments_get_the_usage() {
    let (status, output, errors) = run(&["--forget", "everything"]);
    assert_eq!((status, output.as_str()), (Some(2), ""));
    assert!(errors.starts_with("usage: soft-reset"), "{errors}");
}
