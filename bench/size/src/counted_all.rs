//! Every node at run time, as an expert writes it who counts bytes: by its number, with a count for each that is asked for, and
//! one table of what it takes. What is not held is not given up, and no count overflows.
use crate::by_hand::Node;
use core::cell::Cell;
use core::num::NonZeroU8;
use size_firmware::{
    Error, Failure, clocks, codec, delay_us, eeprom, gpio, i2c0, imu, lcd, spi0, touch, uart, v3v3, vlcd,
};

struct Part {
    init: fn() -> Result<(), Error>,
    deinit: fn(),
    /// It and all that it needs, a bit each.
    closure: u32,
}

const NODES: usize = 12;

const fn all(nodes: &[Node]) -> u32 {
    let (mut set, mut at) = (0, 0);
    while at < nodes.len() {
        set |= 1 << nodes[at] as u32;
        at += 1;
    }
    set
}

static PARTS: [Part; NODES] = {
    use Node::*;
    [
        Part { init: clocks::init, deinit: clocks::deinit, closure: all(&[Clocks]) },
        Part { init: gpio::init, deinit: gpio::deinit, closure: all(&[Clocks, Gpio]) },
        Part { init: vlcd::init, deinit: vlcd::deinit, closure: all(&[Clocks, Gpio, Vlcd]) },
        Part { init: v3v3::init, deinit: v3v3::deinit, closure: all(&[Clocks, Gpio, V3v3]) },
        Part { init: uart::init, deinit: uart::deinit, closure: all(&[Clocks, Gpio, Uart]) },
        Part { init: i2c0::init, deinit: i2c0::deinit, closure: all(&[Clocks, Gpio, I2c0]) },
        Part { init: spi0::init, deinit: spi0::deinit, closure: all(&[Clocks, Gpio, Spi0]) },
        Part { init: imu::init, deinit: imu::deinit, closure: all(&[Clocks, Gpio, V3v3, I2c0, Imu]) },
        Part { init: eeprom::init, deinit: eeprom::deinit, closure: all(&[Clocks, Gpio, V3v3, I2c0, Eeprom]) },
        Part { init: lcd::init, deinit: lcd::deinit, closure: all(&[Clocks, Gpio, Vlcd, Spi0, Lcd]) },
        Part { init: touch::init, deinit: touch::deinit, closure: all(&[Clocks, Gpio, Vlcd, I2c0, Touch]) },
        Part { init: codec::init, deinit: codec::deinit, closure: all(&[Clocks, Gpio, V3v3, I2c0, Codec]) },
    ]
};

/// What settles, and how long that takes.
static RAILS: [(u32, u32); 2] = [(all(&[Node::Vlcd]), 10_000), (all(&[Node::V3v3]), 5_000)];

struct State {
    up: Cell<u32>,
    holds: [Cell<u8>; NODES],
}

// SAFETY: there is one context.
unsafe impl Sync for State {}

static STATE: State = State { up: Cell::new(0), holds: [const { Cell::new(0) }; NODES] };

/// Waits for those of the rails that rise and are among `of`. What else rises.
#[inline(never)]
fn settle(mut rising: u32, of: u32) -> u32 {
    for (rail, us) in &RAILS {
        if rising & of & rail != 0 {
            delay_us(*us);
            rising &= !rail;
        }
    }
    rising
}

#[inline(never)]
fn down(nodes: u32) {
    for at in (0..NODES).rev() {
        if nodes >> at & 1 != 0 {
            STATE.up.set(STATE.up.get() & !(1 << at));
            (PARTS[at].deinit)();
        }
    }
}

pub enum AcquireError {
    Failed(Failure<Node>),
    TooManyHolds,
}

#[expect(clippy::needless_range_loop, reason = "iterators take more bytes here")]
pub fn acquire_node(node: Node) -> Result<(), AcquireError> {
    let holds = &STATE.holds[node as usize];
    let Some(more) = holds.get().checked_add(1) else { return Err(AcquireError::TooManyHolds) };
    let (before, mut rising) = (STATE.up.get(), 0);
    let missing = PARTS[node as usize].closure & !before;
    for at in 0..NODES {
        if missing >> at & 1 == 0 {
            continue;
        }
        rising = settle(rising, PARTS[at].closure);
        if let Err(cause) = (PARTS[at].init)() {
            down(STATE.up.get() & !before);
            // SAFETY: `at` is less than the number of nodes, which are named in this order.
            let node = unsafe { core::mem::transmute::<u8, Node>(at as u8) };
            return Err(AcquireError::Failed(Failure { node, cause }));
        }
        STATE.up.set(STATE.up.get() | 1 << at);
        rising |= 1 << at;
    }
    settle(rising, u32::MAX);
    holds.set(more);
    Ok(())
}

pub struct NotHeld;

pub fn release_node(node: Node) -> Result<(), NotHeld> {
    let holds = &STATE.holds[node as usize];
    let Some(less) = holds.get().checked_sub(1) else { return Err(NotHeld) };
    holds.set(less);
    down_what_is_not_needed();
    Ok(())
}

#[expect(clippy::needless_range_loop, reason = "iterators take more bytes here")]
#[inline(never)]
fn down_what_is_not_needed() {
    let mut needed = 0;
    for at in 0..NODES {
        if STATE.holds[at].get() != 0 {
            needed |= PARTS[at].closure;
        }
    }
    down(STATE.up.get() & !needed);
}

#[inline(never)]
pub fn acquire() -> Result<(), Failure<Node>> {
    acquire_node(Node::Codec).map_err(|error| match error {
        AcquireError::Failed(failure) => failure,
        // Nothing that this firmware does leads here.
        AcquireError::TooManyHolds => Failure { node: Node::Codec, cause: Error(NonZeroU8::MAX) },
    })
}

#[inline(never)]
pub fn release() {
    let _ = release_node(Node::Codec);
}

/// What the boot has brought up is held until [`deinit_all`].
#[allow(dead_code)] // where nothing boots
#[inline(never)]
pub fn hold_booted() {
    STATE.up.set(0x7ff);
    for holds in &STATE.holds[..Node::Codec as usize] {
        holds.set(1);
    }
}

#[allow(dead_code)] // where nothing boots
#[inline(never)]
pub fn deinit_all() {
    for holds in &STATE.holds[..Node::Codec as usize] {
        holds.set(holds.get().saturating_sub(1));
    }
    down_what_is_not_needed();
}
