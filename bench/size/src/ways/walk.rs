//! One level after the other, no rollback.
use crate::devices::LEVELS;
use crate::levels::init_level;
use size_support::Failure;

#[unsafe(no_mangle)]
#[inline(never)]
pub fn init_all() -> Result<(), Failure<u8>> {
    for level in &LEVELS {
        init_level(level)?;
    }
    Ok(())
}
