//! The harness can fail.
use firmware_tests::{Firmware, Result, compare, difference};
use std::time::Duration;

#[test]
fn a_wrong_line_is_shown_with_its_number() {
    let found = difference("up    i2c1\nup    tmp\n", "up    i2c1\nup    rtc\n");
    let found = found.as_deref().unwrap_or_default();
    assert!(found.starts_with("line 2: expected `up    tmp`, found `up    rtc`\n"), "{found}");
    assert!(found.ends_with("up    i2c1\nup    rtc\n"), "{found}");
}

#[test]
fn missing_and_extra_lines_are_shown() {
    let missing = difference("up\ndown\n", "up\n").unwrap_or_default();
    assert!(missing.starts_with("line 2: expected `down`, found the end\n"), "{missing}");
    let extra = difference("up\n", "up\ndown\n").unwrap_or_default();
    assert!(extra.starts_with("line 2: expected the end, found `down`\n"), "{extra}");
    assert!(difference("up\n", "up").is_some());
    assert_eq!(difference("up\n", "up\n"), None);
}

#[test]
fn a_transcript_is_compared_with_its_file() {
    if std::env::var_os("BLESS").is_none() {
        assert!(compare("lm3s6965", "up    something else\n").is_err());
    }
    assert!(compare("no-such-folder/no-such-file", "").is_err());
}

#[test]
fn the_exit_status_of_the_firmware_arrives() -> Result<()> {
    let firmware = Firmware::build("examples/lm3s6965", &[])?;
    assert!(firmware.run().finish()?.success);
    assert!(!firmware.run().without_device("ds1338")?.finish()?.success);
    Ok(())
}

#[test]
fn a_run_that_does_not_end_is_stopped() -> Result<()> {
    let run = Firmware::build("examples/lm3s6965", &[])?.run().limit(Duration::from_millis(1));
    let error = run.finish().expect_err("QEMU cannot be that fast");
    assert!(error.says("still running after 1ms"), "{error:?}");
    Ok(())
}

#[test]
fn only_a_device_that_is_there_can_be_left_out() -> Result<()> {
    let error = Firmware::build("examples/lm3s6965", &[])?.run().without_device("tmp421");
    assert!(error.is_err_and(|error| error.says("there 0 times")));
    Ok(())
}

#[test]
fn an_argument_that_is_added_reaches_qemu() -> Result<()> {
    let run = Firmware::build("examples/lm3s6965", &[])?.run().with(&["-no-such-argument"]);
    let error = run.finish().expect_err("QEMU does not know that");
    assert!(error.says("QEMU complains") && error.says("no-such-argument"), "{error:?}");
    Ok(())
}

#[test]
fn firmware_that_does_not_build_is_an_error_with_the_reason() {
    let error = Firmware::build("examples/lm3s6965", &["no-such-feature"]);
    assert!(error.is_err_and(|error| error.says("no-such-feature")));
    let error = Firmware::build("examples/no-such-board", &[]);
    assert!(error.is_err_and(|error| error.says("config.toml")));
}
