//! The soft resets on a Cortex-M3. The program on the host is held to the same transcript by its own tests.
use firmware_tests::{Firmware, Result, compare};

#[test]
fn ten_soft_resets_leave_nothing_behind() -> Result<()> {
    let outcome = Firmware::build("examples/soft-reset/firmware", &[])?.run().finish()?;
    compare("soft-reset", &outcome.transcript)?;
    assert!(outcome.success);
    Ok(())
}
