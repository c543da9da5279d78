//! One level after the other, with rollback.
use crate::devices::LEVELS;
use crate::levels::init_level;
use size_support::Failure;

#[unsafe(no_mangle)]
#[inline(never)]
pub fn init_all() -> Result<(), Failure<u8>> {
    for level in &LEVELS {
        if let Err(failure) = init_level(level) {
            roll_back();
            return Err(failure);
        }
    }
    Ok(())
}

#[inline(never)]
fn roll_back() {
    let devices = LEVELS.iter().rev().flat_map(|level| level.iter().rev());
    for device in devices.filter(|device| device.state.initialized.replace(false)) {
        (device.deinit)();
    }
}
