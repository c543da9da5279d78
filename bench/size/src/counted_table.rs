//! The codec at run time, as an expert writes it who counts bytes: a count for each node that it needs, and one table of
//! what it takes.
use crate::by_hand::Node;
use core::cell::Cell;
use size_firmware::{Error, Failure, clocks, codec, delay_us, gpio, i2c0, v3v3};

struct Part {
    node: Node,
    init: fn() -> Result<(), Error>,
    deinit: fn(),
}

const PARTS: usize = 5;
const CLOCKS: usize = 0;
const GPIO: usize = 1;
const V3V3: usize = 2;
const I2C0: usize = 3;
const CODEC: usize = 4;

static PATH: [Part; PARTS] = [
    Part { node: Node::Clocks, init: clocks::init, deinit: clocks::deinit },
    Part { node: Node::Gpio, init: gpio::init, deinit: gpio::deinit },
    Part { node: Node::V3v3, init: v3v3::init, deinit: v3v3::deinit },
    Part { node: Node::I2c0, init: i2c0::init, deinit: i2c0::deinit },
    Part { node: Node::Codec, init: codec::init, deinit: codec::deinit },
];

/// How many need each. Nobody here counts beyond 255, or gives up what he does not hold.
struct Users([Cell<u8>; PARTS]);

// SAFETY: there is one context.
unsafe impl Sync for Users {}

static USERS: Users = Users([const { Cell::new(0) }; PARTS]);

/// One user less of the first so many.
#[inline(never)]
fn down(count: usize) {
    for (users, part) in USERS.0.iter().zip(&PATH).take(count).rev() {
        put(users, part);
    }
}

#[inline(always)]
fn put(users: &Cell<u8>, part: &Part) {
    users.set(users.get() - 1);
    if users.get() == 0 {
        (part.deinit)();
    }
}

#[inline(never)]
pub fn acquire() -> Result<(), Failure<Node>> {
    let rises = USERS.0[V3V3].get() == 0;
    for (at, (users, part)) in USERS.0.iter().zip(&PATH).enumerate() {
        if users.get() == 0 {
            if at == CODEC && rises {
                delay_us(5_000);
            }
            if let Err(cause) = (part.init)() {
                down(at);
                return Err(Failure { node: part.node, cause });
            }
        }
        users.set(users.get() + 1);
    }
    Ok(())
}

#[inline(never)]
pub fn release() {
    down(PARTS);
}

/// What the boot has brought up is held until [`deinit_all`].
#[allow(dead_code)] // where nothing boots
#[inline(never)]
pub fn hold_booted() {
    for users in &USERS.0[..CODEC] {
        users.set(1);
    }
}

#[allow(dead_code)] // where nothing boots
#[inline(never)]
pub fn deinit_all() {
    use size_firmware::{eeprom, imu, lcd, spi0, touch, uart, vlcd};
    let put = |part: usize| put(&USERS.0[part], &PATH[part]);
    touch::deinit();
    lcd::deinit();
    eeprom::deinit();
    imu::deinit();
    spi0::deinit();
    put(I2C0);
    uart::deinit();
    put(V3V3);
    vlcd::deinit();
    put(GPIO);
    put(CLOCKS);
}
