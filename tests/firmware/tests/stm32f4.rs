//! The STM32F4 board as it is, and with a flash that QEMU's machine does not have.
use firmware_tests::{Firmware, Result, compare};

#[test]
fn boots_and_blinks() -> Result<()> {
    let outcome = Firmware::build("examples/stm32f4", &[])?.run().finish()?;
    compare("stm32f4", &outcome.transcript)?;
    assert!(outcome.success);
    Ok(())
}

#[test]
fn gives_the_console_back_when_the_flash_does_not_answer() -> Result<()> {
    let outcome = Firmware::build("examples/stm32f4", &["flash"])?.run().finish()?;
    compare("stm32f4-without-flash", &outcome.transcript)?;
    assert!(!outcome.success);
    Ok(())
}
