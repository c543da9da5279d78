//! Generated code has no panic path: nothing in the image of a board whose drivers have none either.
use firmware_tests::{Firmware, Result, symbols};

/// Functions of `core::panicking`, and what leads there.
fn panics(features: &[&str]) -> Result<Vec<String>> {
    let symbols = symbols(&Firmware::build("tests/firmware/bare", features)?)?;
    let is_panic = |name: &String| name.contains("panicking") || name.contains("panic_");
    Ok(symbols.into_iter().filter(is_panic).collect())
}

#[test]
fn boot_code_cannot_panic() -> Result<()> {
    assert_eq!(panics(&[])?, Vec::<String>::new());
    Ok(())
}

#[test]
fn run_time_control_cannot_panic() -> Result<()> {
    assert_eq!(panics(&["control"])?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_panic_path_would_be_seen() -> Result<()> {
    assert!(!panics(&["panic-path"])?.is_empty());
    Ok(())
}

#[test]
fn the_image_that_was_looked_at_boots() -> Result<()> {
    assert!(Firmware::build("tests/firmware/bare", &[])?.run().finish()?.success);
    assert!(!Firmware::build("tests/firmware/bare", &["absent"])?.run().finish()?.success);
    assert!(Firmware::build("tests/firmware/bare", &["control"])?.run().finish()?.success);
    Ok(())
}
