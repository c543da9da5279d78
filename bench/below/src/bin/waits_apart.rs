//! By hand: each rail is waited for where it is switched on.
#![no_std]
#![no_main]

#[path = "../../../size/src/ways/guard.rs"]
mod guard;

use below_firmware::{
    Failure, Node, STEPS, camera, clocks, delay_us, entry, gpio, i2c, imu, report, span, spi, vcam, vio, watchdog,
};
use guard::Up;

entry!(STEPS, {
    report!(&span!(init_all()));
});

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all() -> Result<(), Failure<Node>> {
    let gpio = Up::new(Node::Gpio, gpio::init, gpio::deinit)?;
    let vcam = Up::new(Node::Vcam, vcam::init, vcam::deinit)?;
    delay_us(10_000);
    let vio = Up::new(Node::Vio, vio::init, vio::deinit)?;
    delay_us(5_000);
    let clocks = Up::new(Node::Clocks, clocks::init, clocks::deinit)?;
    let watchdog = Up::new(Node::Watchdog, watchdog::init, watchdog::deinit)?;
    let i2c = Up::new(Node::I2c, i2c::init, i2c::deinit)?;
    let spi = Up::new(Node::Spi, spi::init, spi::deinit)?;
    let imu = Up::new(Node::Imu, imu::init, imu::deinit)?;
    let camera = Up::new(Node::Camera, camera::init, camera::deinit)?;
    core::mem::forget((gpio, vcam, vio, clocks, watchdog, i2c, spi, imu, camera));
    Ok(())
}
