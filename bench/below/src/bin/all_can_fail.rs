//! By hand: all drivers have the same signature, also those that cannot fail.
#![no_std]
#![no_main]

#[path = "../../../size/src/ways/guard.rs"]
mod guard;

use below_firmware::{
    Failure, Node, STEPS, camera, clocks, entry, gpio, i2c, imu, report, span, spi, vcam, vio, watchdog,
};
use guard::Up;

entry!(STEPS, {
    report!(&span!(init_all()));
});

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all() -> Result<(), Failure<Node>> {
    let clocks = Up::new(Node::Clocks, clocks::init, clocks::deinit)?;
    let gpio = Up::new(Node::Gpio, gpio::init, gpio::deinit)?;
    let watchdog = Up::new(Node::Watchdog, watchdog::init, watchdog::deinit)?;
    let vio = Up::new(Node::Vio, vio::init, vio::deinit)?;
    let vcam = Up::new(Node::Vcam, vcam::init, vcam::deinit)?;
    let i2c = Up::new(Node::I2c, i2c::init, i2c::deinit)?;
    let spi = Up::new(Node::Spi, spi::init, spi::deinit)?;
    let imu = Up::new(Node::Imu, imu::init, imu::deinit)?;
    let camera = Up::new(Node::Camera, camera::init, camera::deinit)?;
    core::mem::forget((clocks, gpio, watchdog, vio, vcam, i2c, spi, imu, camera));
    Ok(())
}
