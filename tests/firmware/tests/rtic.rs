//! The RTIC board with both chips, and with each one missing.
use firmware_tests::{Firmware, Result, compare};

fn rtic() -> Result<Firmware> {
    Firmware::build("examples/rtic", &[])
}

#[test]
fn tasks_share_the_board() -> Result<()> {
    let outcome = rtic()?.run().finish()?;
    compare("rtic", &outcome.transcript)?;
    assert!(outcome.success);
    Ok(())
}

#[test]
fn does_not_boot_without_the_thermometer() -> Result<()> {
    let outcome = rtic()?.run().without_device("tmp105")?.finish()?;
    compare("rtic-without-tmp", &outcome.transcript)?;
    assert!(!outcome.success);
    Ok(())
}

/// It fails on demand, is rolled back, and the firmware goes on.
#[test]
fn does_without_the_eeprom() -> Result<()> {
    let outcome = rtic()?.run().without_device("at24c-eeprom")?.finish()?;
    compare("rtic-without-eeprom", &outcome.transcript)?;
    assert!(outcome.success);
    Ok(())
}
