//! Rails that are switched by a chip on the bus of the devices they feed: all of it, and with each chip missing.
use firmware_tests::{Firmware, Result, compare};

fn pmic() -> Result<Firmware> {
    Firmware::build("examples/pmic", &[])
}

/// Of a transcript, the line that says this of the boot: its milliseconds.
fn at(transcript: &str, what: &str) -> Result<u32> {
    let boot = transcript.split("\n\n").next().unwrap_or_default();
    let mut lines = boot.lines().filter_map(|line| line.split_once(" ms  "));
    let line = lines.find(|(_, text)| text.starts_with(what));
    let ms = line.and_then(|(ms, _)| ms.trim().parse().ok());
    ms.ok_or_else(|| format!("`{what}` is not in\n{boot}").into())
}

#[test]
fn rails_go_up_and_down_with_their_users() -> Result<()> {
    let outcome = pmic()?.run().finish()?;
    compare("pmic", &outcome.transcript)?;
    assert!(outcome.success);
    Ok(())
}

#[test]
fn nothing_is_touched_before_what_it_needs_has_settled() -> Result<()> {
    let transcript = pmic()?.run().finish()?.transcript;
    let at = |what| at(&transcript, what);
    assert!(at("up    branch")? >= at("up    vsens")? + 15);
    assert!(at("up    tmp")? >= at("up    vsens")? + 15);
    assert!(at("up    xclk")? >= at("up    vcam")? + 10);
    assert!(at("up    reset")? >= at("up    xclk")? + 50);
    assert!(at("up    camera")? >= at("up    reset")? + 20);
    assert!(at("up    camera")? >= at("up    xclk")? + 70);
    Ok(())
}

#[test]
fn ramps_overlap() -> Result<()> {
    let transcript = pmic()?.run().finish()?.transcript;
    let (all, longest) = (15 + 10 + 50 + 20, 10 + 50 + 20);
    let took = at(&transcript, "board is up")?;
    assert!(took < all, "{took} ms, and one after the other the ramps are {all} ms");
    assert_eq!(took, longest, "the ramps of the camera, which wait for each other");
    Ok(())
}

/// The boot must stop at `node` and take everything down again, in reverse and each rail once.
fn fails_without(model: &str, node: &str) -> Result<()> {
    let outcome = pmic()?.run().without_device(model)?.finish()?;
    compare(&format!("pmic-without-{node}"), &outcome.transcript)?;
    assert!(!outcome.success);
    let boot: Vec<&str> =
        outcome.transcript.lines().filter_map(|line| line.split_once(" ms  ")).map(|line| line.1).collect();
    let of = |direction: &str| -> Vec<&str> {
        let lines = boot.iter().filter_map(|line| line.strip_prefix(direction));
        let names = lines.filter_map(|line| line.split_whitespace().next());
        names.filter(|name| ["vsens", "branch", "vcam", "xclk", "reset"].contains(name)).collect()
    };
    assert_eq!(of("up"), of("down").into_iter().rev().collect::<Vec<_>>());
    Ok(())
}

#[test]
fn without_the_thermometer_its_rail_goes_off_again() -> Result<()> {
    fails_without("tmp105", "tmp")
}

#[test]
fn without_the_camera_every_rail_goes_off_again() -> Result<()> {
    fails_without("tmp421", "camera")
}

#[test]
fn without_the_pmic_no_rail_goes_on() -> Result<()> {
    fails_without("axp209_pmu", "pmic")
}
