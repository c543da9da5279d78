//! The `.board` file: both rails ramp at the same time, and the longer wait covers the other.
#![no_std]
#![no_main]

use below_firmware::{
    Delay, Error, Failure, STEPS, camera, clocks, entry, gpio, i2c, imu, report, span, spi, vcam, vio, watchdog,
};
use board::{Fresh, Inputs, Node};

entry!(STEPS, {
    report!(&span!(init_all()));
});

bringup::board! {
    board board;
    levels core, bus, device;
    error = Error;
    clock = Delay;

    clocks { level = core; init = clocks::init()?; deinit = clocks::deinit(); }
    gpio { level = core; init = gpio::init()?; deinit = gpio::deinit(); }
    watchdog { level = core; init = watchdog::init()?; deinit = watchdog::deinit(); }
    rail vio { level = core; control = &gpio; ramp = 5ms; enable = vio::init()?; disable = vio::deinit(); }
    rail vcam { level = core; control = &gpio; ramp = 10ms; enable = vcam::init()?; disable = vcam::deinit(); }
    i2c { level = bus; init = i2c::init()?; deinit = i2c::deinit(); }
    spi { level = bus; init = spi::init()?; deinit = spi::deinit(); }
    imu { level = device; power vio = &vio; power vcam = &vcam; init = imu::init()?; deinit = imu::deinit(); }
    camera { level = device; power vio = &vio; power vcam = &vcam; init = camera::init()?; deinit = camera::deinit(); }
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
