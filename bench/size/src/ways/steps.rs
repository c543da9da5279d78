//! How an expert writes a boot who counts bytes: a table and one loop.
use crate::table::STEPS;
use size_support::{Error, Failure};

pub struct Step {
    pub up: fn() -> Result<(), Error>,
    pub down: fn(),
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn init_all() -> Result<(), Failure<u8>> {
    let mut at = 0;
    while let Some(step) = STEPS.get(at) {
        if let Err(cause) = (step.up)() {
            let failure = Failure { node: at as u8, cause };
            while let Some(step) = at.checked_sub(1).and_then(|below| STEPS.get(below)) {
                (step.down)();
                at -= 1;
            }
            return Err(failure);
        }
        at += 1;
    }
    Ok(())
}
