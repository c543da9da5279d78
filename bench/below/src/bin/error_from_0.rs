//! The `.board` file with an error type that starts at 0.
#![no_std]
#![no_main]

use below_firmware::zero::Failure;
use below_firmware::{
    Delay, STEPS, camera, clocks, entry, gpio, i2c, imu, report, span, spi, vcam, vio, watchdog, zero,
};
use board::{Fresh, Inputs, Node};

entry!(STEPS, {
    report!(&span!(init_all()));
});

bringup::board! {
    board board;
    levels core, bus, device;
    error = below_firmware::zero::Error;
    clock = Delay;

    clocks { level = core; init = zero::clocks()?; deinit = clocks::deinit(); }
    gpio { level = core; init = zero::gpio()?; deinit = gpio::deinit(); }
    watchdog { level = core; init = zero::watchdog()?; deinit = watchdog::deinit(); }
    vio { level = bus; init = zero::vio()?; deinit = vio::deinit(); }
    vcam { level = bus; init = zero::vcam()?; deinit = vcam::deinit(); }
    i2c { level = bus; init = zero::i2c()?; deinit = i2c::deinit(); }
    spi { level = bus; init = zero::spi()?; deinit = spi::deinit(); }
    imu { level = device; init = zero::imu()?; deinit = imu::deinit(); }
    camera { level = device; init = zero::camera()?; deinit = camera::deinit(); }
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
