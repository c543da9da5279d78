//! Zephyr's mechanism, modelled: a structure for each device with its state in RAM, listed by level.
use core::cell::Cell;
use size_support::{Error, Failure};

pub struct State {
    error: Cell<u8>,
    pub initialized: Cell<bool>,
}

impl State {
    pub const fn new() -> Self {
        State { error: Cell::new(0), initialized: Cell::new(false) }
    }
}

// SAFETY: there is one context.
unsafe impl Sync for State {}

pub struct Device {
    /// By which firmware finds it.
    #[allow(dead_code)] // nobody looks for one
    pub name: &'static str,
    pub state: &'static State,
    pub init: fn() -> Result<(), Error>,
    #[allow(dead_code)] // without rollback
    pub deinit: fn(),
    pub number: u8,
    /// Comes up when it is asked for.
    pub deferred: bool,
}

/// `STATIC NAME NUMBER INIT, deferred BOOL;` for each.
macro_rules! devices {
    ($($device:ident $name:ident $number:literal $init:expr, deferred $deferred:literal;)*) => { $(
        static $device: Device = {
            static STATE: State = State::new();
            Device {
                name: stringify!($name),
                state: &STATE,
                init: $init,
                deinit: $name::deinit,
                number: $number,
                deferred: $deferred,
            }
        };
    )* }
}

pub(crate) use devices;

/// Brings up one level, and notes in the state of each device how that went.
#[inline(never)]
pub fn init_level(level: &[&Device]) -> Result<(), Failure<u8>> {
    for device in level.iter().filter(|device| !device.deferred) {
        let result = (device.init)();
        device.state.error.set(result.map_or_else(|error| error.0.get(), |()| 0));
        device.state.initialized.set(result.is_ok());
        result.map_err(|cause| Failure { node: device.number, cause })?;
    }
    Ok(())
}
