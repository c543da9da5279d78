//! The LM3S6965 board with all its chips, and with each one missing.
use firmware_tests::{Firmware, Result, compare};

fn lm3s6965() -> Result<Firmware> {
    Firmware::build("examples/lm3s6965", &[])
}

#[test]
fn boots_with_all_chips() -> Result<()> {
    let outcome = lm3s6965()?.run().finish()?;
    compare("lm3s6965", &outcome.transcript)?;
    assert!(outcome.success);
    Ok(())
}

/// The boot must stop at `node` and take everything down again, the rail included.
fn fails_without(model: &str, node: &str) -> Result<()> {
    let outcome = lm3s6965()?.run().without_device(model)?.finish()?;
    compare(&format!("lm3s6965-without-{node}"), &outcome.transcript)?;
    assert!(!outcome.success);
    Ok(())
}

#[test]
fn rolls_back_without_the_thermometer() -> Result<()> {
    fails_without("tmp105", "tmp")
}

#[test]
fn rolls_back_without_the_clock_chip() -> Result<()> {
    fails_without("ds1338", "rtc")
}

#[test]
fn rolls_back_without_the_eeprom() -> Result<()> {
    fails_without("at24c-eeprom", "eeprom")
}
