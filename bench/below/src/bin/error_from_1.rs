//! The same with one that starts at 1: a `Result` of it is one byte, and 0 is success.
#![no_std]
#![no_main]

use below_firmware::plain::Failure;
use below_firmware::{
    Delay, STEPS, camera, clocks, entry, gpio, i2c, imu, plain, report, span, spi, vcam, vio, watchdog,
};
use board::{Fresh, Inputs, Node};

entry!(STEPS, {
    report!(&span!(init_all()));
});

bringup::board! {
    board board;
    levels core, bus, device;
    error = below_firmware::plain::Error;
    clock = Delay;

    clocks { level = core; init = plain::clocks()?; deinit = clocks::deinit(); }
    gpio { level = core; init = plain::gpio()?; deinit = gpio::deinit(); }
    watchdog { level = core; init = plain::watchdog()?; deinit = watchdog::deinit(); }
    vio { level = bus; init = plain::vio()?; deinit = vio::deinit(); }
    vcam { level = bus; init = plain::vcam()?; deinit = vcam::deinit(); }
    i2c { level = bus; init = plain::i2c()?; deinit = i2c::deinit(); }
    spi { level = bus; init = plain::spi()?; deinit = spi::deinit(); }
    imu { level = device; init = plain::imu()?; deinit = imu::deinit(); }
    camera { level = device; init = plain::camera()?; deinit = camera::deinit(); }
}

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all() -> Result<(), Failure<Node>> {
    // SAFETY: the board is taken once per run, and each run starts as at reset.
    let fresh = unsafe { Fresh::steal(Inputs {}) };
    match fresh.boot() {
        Ok(_running) => Ok(()),
        Err(error) => Err(Failure { node: error.node, cause: error.cause }),
    }
}
