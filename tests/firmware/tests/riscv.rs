//! The HiFive1 board.
use firmware_tests::{Firmware, Result, compare};

#[test]
fn boots_and_shows_its_colours() -> Result<()> {
    let outcome = Firmware::build("examples/riscv", &[])?.run().finish()?;
    compare("riscv", &outcome.transcript)?;
    assert!(outcome.success);
    Ok(())
}
