//! By hand: every failure takes down what is up, call by call.
#![no_std]
#![no_main]

use below_firmware::{
    Failure, Node, STEPS, camera, clocks, entry, gpio, i2c, imu, report, span, spi, vcam, vio, watchdog,
};

entry!(STEPS, {
    report!(&span!(init_all()));
});

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all() -> Result<(), Failure<Node>> {
    if let Err(cause) = clocks::init() {
        return Err(Failure { node: Node::Clocks, cause });
    }
    if let Err(cause) = gpio::init() {
        clocks::deinit();
        return Err(Failure { node: Node::Gpio, cause });
    }
    if let Err(cause) = watchdog::init() {
        gpio::deinit();
        clocks::deinit();
        return Err(Failure { node: Node::Watchdog, cause });
    }
    if let Err(cause) = vio::init() {
        watchdog::deinit();
        gpio::deinit();
        clocks::deinit();
        return Err(Failure { node: Node::Vio, cause });
    }
    if let Err(cause) = vcam::init() {
        vio::deinit();
        watchdog::deinit();
        gpio::deinit();
        clocks::deinit();
        return Err(Failure { node: Node::Vcam, cause });
    }
    if let Err(cause) = i2c::init() {
        vcam::deinit();
        vio::deinit();
        watchdog::deinit();
        gpio::deinit();
        clocks::deinit();
        return Err(Failure { node: Node::I2c, cause });
    }
    if let Err(cause) = spi::init() {
        i2c::deinit();
        vcam::deinit();
        vio::deinit();
        watchdog::deinit();
        gpio::deinit();
        clocks::deinit();
        return Err(Failure { node: Node::Spi, cause });
    }
    if let Err(cause) = imu::init() {
        spi::deinit();
        i2c::deinit();
        vcam::deinit();
        vio::deinit();
        watchdog::deinit();
        gpio::deinit();
        clocks::deinit();
        return Err(Failure { node: Node::Imu, cause });
    }
    if let Err(cause) = camera::init() {
        imu::deinit();
        spi::deinit();
        i2c::deinit();
        vcam::deinit();
        vio::deinit();
        watchdog::deinit();
        gpio::deinit();
        clocks::deinit();
        return Err(Failure { node: Node::Camera, cause });
    }
    Ok(())
}
