//! The mechanism of ESP-IDF's board manager, modelled from its documentation, without its logging and its heap: devices have
//! names, each names what it needs and what powers it, and whoever asks for a device by its name is counted.
use crate::descriptions::{DESCRIPTIONS, DEVICES};
use core::cell::Cell;
use core::num::NonZeroU8;
use size_support::{Error, Failure};

pub struct Description {
    pub name: &'static str,
    pub init: fn() -> Result<(), Error>,
    pub deinit: fn(),
    pub depends_on: &'static [&'static str],
    pub power: Option<&'static str>,
    pub init_skip: bool,
}

struct Handle {
    users: Cell<u32>,
    is_up: Cell<bool>,
}

// SAFETY: there is one context.
unsafe impl Sync for Handle {}

static HANDLES: [Handle; DEVICES] = [const { Handle { users: Cell::new(0), is_up: Cell::new(false) } }; DEVICES];

/// `NAME INIT, needs [NAMES] POWER, init_skip BOOL;` for each of `DEVICES`.
macro_rules! describe {
    ($($name:ident $init:expr, needs [$($need:literal),*] $power:expr, init_skip $skip:literal;)*) => {
        pub static DESCRIPTIONS: [$crate::manager::Description; DEVICES] = [$($crate::manager::Description {
            name: stringify!($name),
            init: $init,
            deinit: $name::deinit,
            depends_on: &[$($need),*],
            power: $power,
            init_skip: $skip,
        }),*];
    }
}

pub(crate) use describe;

fn find(name: &str) -> Option<usize> {
    DESCRIPTIONS.iter().position(|device| device.name == name)
}

/// One user more of a device.
#[inline(never)]
pub fn init(name: &str) -> Result<(), Failure<u8>> {
    const UNKNOWN: Failure<u8> = Failure { node: u8::MAX, cause: Error(NonZeroU8::MAX) };
    let number = find(name).ok_or(UNKNOWN)?;
    let (device, handle) = (&DESCRIPTIONS[number], &HANDLES[number]);
    if !handle.is_up.get() {
        bring_up(number as u8, device)?;
        handle.is_up.set(true);
    }
    handle.users.set(handle.users.get() + 1);
    Ok(())
}

fn bring_up(node: u8, device: &Description) -> Result<(), Failure<u8>> {
    if let Some(power) = device.power {
        init(power)?;
    }
    let mut needs = 0;
    let result = loop {
        let Some(need) = device.depends_on.get(needs) else {
            break (device.init)().map_err(|cause| Failure { node, cause });
        };
        if let Err(failure) = init(need) {
            break Err(failure);
        }
        needs += 1;
    };
    if result.is_err() {
        give_back(device, needs);
    }
    result
}

/// One user less of what a device needs: the first so many, and its power.
fn give_back(device: &Description, needs: usize) {
    for need in device.depends_on.iter().take(needs).rev() {
        deinit(need);
    }
    if let Some(power) = device.power {
        deinit(power);
    }
}

/// One user less of a device.
#[inline(never)]
pub fn deinit(name: &str) {
    let Some(number) = find(name) else { return };
    let (device, handle) = (&DESCRIPTIONS[number], &HANDLES[number]);
    let Some(users) = handle.users.get().checked_sub(1) else { return };
    handle.users.set(users);
    if users == 0 {
        (device.deinit)();
        handle.is_up.set(false);
        give_back(device, device.depends_on.len());
    }
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn init_all() -> Result<(), Failure<u8>> {
    for (number, device) in DESCRIPTIONS.iter().enumerate().filter(|(_, device)| !device.init_skip) {
        if let Err(failure) = init(device.name) {
            deinit_first(number);
            return Err(failure);
        }
    }
    Ok(())
}

/// What the boot holds of the first so many.
#[inline(never)]
pub fn deinit_first(count: usize) {
    for device in DESCRIPTIONS.iter().take(count).rev().filter(|device| !device.init_skip) {
        deinit(device.name);
    }
}

#[allow(dead_code)] // where nothing but the boot is measured
#[inline(never)]
pub fn deinit_all() {
    deinit_first(DEVICES);
}
