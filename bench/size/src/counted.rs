//! The codec at run time, as an expert writes it: a count for each node that it needs, and for no other. In the style of
//! the boot by hand, with values that are dropped when `?` leaves early.
use crate::by_hand::Node;
use core::cell::Cell;
use size_firmware::{Error, Failure, clocks, codec, delay_us, gpio, i2c0, v3v3};

/// How many need a node. Nobody here counts beyond 255, or gives up what he does not hold.
struct Users(Cell<u8>);

// SAFETY: there is one context.
unsafe impl Sync for Users {}

static CLOCKS: Users = Users(Cell::new(0));
static GPIO: Users = Users(Cell::new(0));
static V3V3: Users = Users(Cell::new(0));
static I2C0: Users = Users(Cell::new(0));
static CODEC: Users = Users(Cell::new(0));

impl Users {
    #[inline(never)]
    fn up(&self, node: Node, init: fn() -> Result<(), Error>) -> Result<(), Failure<Node>> {
        if self.0.get() == 0 {
            init().map_err(|cause| Failure { node, cause })?;
        }
        self.0.set(self.0.get() + 1);
        Ok(())
    }

    #[inline(never)]
    fn down(&self, deinit: fn()) {
        self.0.set(self.0.get() - 1);
        if self.0.get() == 0 {
            deinit();
        }
    }
}

/// One more user of a node, until it is dropped.
struct Hold(&'static Users, fn());

impl Hold {
    #[inline(always)]
    fn new(
        users: &'static Users,
        node: Node,
        init: fn() -> Result<(), Error>,
        deinit: fn(),
    ) -> Result<Self, Failure<Node>> {
        users.up(node, init)?;
        Ok(Hold(users, deinit))
    }
}

impl Drop for Hold {
    #[inline(always)]
    fn drop(&mut self) {
        self.0.down(self.1);
    }
}

#[inline(never)]
pub fn acquire() -> Result<(), Failure<Node>> {
    let clocks = Hold::new(&CLOCKS, Node::Clocks, clocks::init, clocks::deinit)?;
    let gpio = Hold::new(&GPIO, Node::Gpio, gpio::init, gpio::deinit)?;
    let rises = V3V3.0.get() == 0;
    let v3v3 = Hold::new(&V3V3, Node::V3v3, v3v3::init, v3v3::deinit)?;
    let i2c0 = Hold::new(&I2C0, Node::I2c0, i2c0::init, i2c0::deinit)?;
    if rises {
        delay_us(5_000);
    }
    let codec = Hold::new(&CODEC, Node::Codec, codec::init, codec::deinit)?;
    core::mem::forget((clocks, gpio, v3v3, i2c0, codec));
    Ok(())
}

#[inline(never)]
pub fn release() {
    CODEC.down(codec::deinit);
    I2C0.down(i2c0::deinit);
    V3V3.down(v3v3::deinit);
    GPIO.down(gpio::deinit);
    CLOCKS.down(clocks::deinit);
}

/// What the boot has brought up is held until [`deinit_all`].
#[allow(dead_code)] // where nothing boots
#[inline(never)]
pub fn hold_booted() {
    for users in [&CLOCKS, &GPIO, &V3V3, &I2C0] {
        users.0.set(1);
    }
}

#[allow(dead_code)] // where nothing boots
#[inline(never)]
pub fn deinit_all() {
    use size_firmware::{eeprom, imu, lcd, spi0, touch, uart, vlcd};
    touch::deinit();
    lcd::deinit();
    eeprom::deinit();
    imu::deinit();
    spi0::deinit();
    I2C0.down(i2c0::deinit);
    uart::deinit();
    V3V3.down(v3v3::deinit);
    vlcd::deinit();
    GPIO.down(gpio::deinit);
    CLOCKS.down(clocks::deinit);
}
