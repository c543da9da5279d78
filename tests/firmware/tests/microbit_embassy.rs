//! The micro:bit on embassy, as it is and with a noise source that is too slow.
use firmware_tests::{Firmware, Result, compare};

fn microbit() -> Result<Firmware> {
    Firmware::build("examples/microbit-embassy", &[])
}

#[test]
fn boots_gives_up_and_tries_again() -> Result<()> {
    let outcome = microbit()?.run().finish()?;
    compare("microbit-embassy", &outcome.transcript)?;
    assert!(outcome.success);
    Ok(())
}

/// 60 ms to the byte: the driver gives up on the first one, and the lease fails.
#[test]
fn does_without_a_speaker_that_gets_no_noise() -> Result<()> {
    let slow = ["-global", "driver=nrf51_soc.rng,property=period_unfiltered_us,value=60000"];
    let outcome = microbit()?.run().with(&slow).finish()?;
    compare("microbit-embassy-without-noise", &outcome.transcript)?;
    assert!(!outcome.success);
    Ok(())
}
