//! By hand: each user of a rail gets it and puts it back, and the rail counts them.
#![no_std]
#![no_main]

#[path = "../counted.rs"]
mod counted;
#[path = "../../../size/src/ways/guard.rs"]
mod guard;

use below_firmware::{
    Failure, Node, STEPS, camera, clocks, entry, gpio, i2c, imu, report, span, spi, vcam, vio, watchdog,
};
use counted::{Used, Users};
use guard::Up;

entry!(STEPS, {
    report!(&span!(init_all()));
});

static VIO: Users = Users::new(vio::init, vio::deinit);
static VCAM: Users = Users::new(vcam::init, vcam::deinit);

#[unsafe(no_mangle)]
#[inline(never)]
fn init_all() -> Result<(), Failure<Node>> {
    let clocks = Up::new(Node::Clocks, clocks::init, clocks::deinit)?;
    let gpio = Up::new(Node::Gpio, gpio::init, gpio::deinit)?;
    let watchdog = Up::new(Node::Watchdog, watchdog::init, watchdog::deinit)?;
    let i2c = Up::new(Node::I2c, i2c::init, i2c::deinit)?;
    let spi = Up::new(Node::Spi, spi::init, spi::deinit)?;
    let vio_of_imu = Used::new(Node::Vio, &VIO)?;
    let vcam_of_imu = Used::new(Node::Vcam, &VCAM)?;
    let imu = Up::new(Node::Imu, imu::init, imu::deinit)?;
    let vio_of_camera = Used::new(Node::Vio, &VIO)?;
    let vcam_of_camera = Used::new(Node::Vcam, &VCAM)?;
    let camera = Up::new(Node::Camera, camera::init, camera::deinit)?;
    core::mem::forget((clocks, gpio, watchdog, i2c, spi, imu, camera));
    core::mem::forget((vio_of_imu, vcam_of_imu, vio_of_camera, vcam_of_camera));
    Ok(())
}
