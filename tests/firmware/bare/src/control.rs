//! One use of everything that run-time control offers.

use crate::drivers::{FAILING, Peripherals};
use controlled::{AcquireError, Board, Fresh, Inputs, Level, Node, Rail, Refused, ReleaseError};
use core::sync::atomic::Ordering::Relaxed;

bringup::board!(include_str!("control.board"));

const IMU: u32 = 0x1000 + 0x68;

pub fn run() -> bool {
    let Some(fresh) = Fresh::take(Inputs { p: Peripherals { I2C: 0x1000, PIN: 0x2000 } }) else { return false };
    FAILING.store(IMU, Relaxed);
    let Ok(mut running) = fresh.boot() else { return false };
    let alone = running.imu().is_none() && running.failure(Node::Imu).is_some_and(|error| error.node == Node::Imu);
    alone && steps(&mut running.into_board()).is_some()
}

fn steps(board: &mut Board) -> Option<()> {
    let check = |good: bool| good.then_some(());
    check(!board.is_up(Node::V3v3) && board.acquire(Node::Imu).is_err())?;
    FAILING.store(0, Relaxed);
    board.acquire(Node::Imu).ok()?;
    check(board.is_up(Node::V3v3) && board.failure(Node::Imu).is_none())?;

    let node = Board::by_name("lcd")?;
    board.lease(node).ok()?.acquire(Node::Camera).ok()?;
    check(board.holds(Node::Camera) == 1 && !board.is_up(Node::Lcd))?;
    let camera = board.check_out_camera().ok()?;
    check(board.release(Node::Camera) == Err(ReleaseError::InUse(Node::Camera)))?;
    check(matches!(board.acquire(node), Err(AcquireError::InUse(Node::Camera))))?;
    board.check_in_camera(camera);
    check(board.split().camera.is_some() && board.camera().is_some())?;

    let suspended = board.suspend(Rail::Vaux).ok()?;
    check(!board.is_up(Node::Camera) && matches!(board.check_out_camera(), Err(Refused::Down(Node::Camera))))?;
    board.resume(suspended).ok()?;
    check(board.is_up(Node::Camera))?;
    board.release(Node::Camera).ok()?;

    check(board.tick().with(|_| ()).is_ok() && board.i2c().with(|_| ()).is_ok())?;
    board.release_level(Level::Device).ok()?;
    board.acquire_level(Level::Device).ok()?;
    board.release(Node::Imu).ok()?;
    board.deinit_all().ok()?;
    check(Node::ALL.iter().all(|node| !board.is_up(*node) || *node == Node::Vaux))?;
    FAILING.store(0x1000, Relaxed);
    check(board.init_all().is_err())?;
    FAILING.store(0, Relaxed);
    board.init_all().ok()?;
    check(board.holds_level(Level::Core) == 1 && board.deinit_all().is_ok())
}
