//! Run-time control, all of it.
#![deny(warnings)]

#[path = "../dynamic.rs"]
mod dynamic;

use dynamic::hub::{self, Level, Node, Rail};
use std::thread;

fn main() {
    let mut board = dynamic::board();
    assert_eq!(hub::Board::by_name("imu"), Some(Node::Imu));
    assert_eq!(board.failure(Node::Card).map(|error| error.cause), Some(7));
    assert_eq!(board.acquire(Node::Imu), Ok(()));
    assert_eq!((board.holds(Node::Imu), board.holds_level(Level::Main)), (1, 1));
    assert_eq!(board.release(Node::Imu), Ok(()));
    assert_eq!(board.imu().map(dynamic::Imu::read), Some(1));

    let mut imu: hub::imu::Out = board.check_out_imu().expect("it is up");
    assert_eq!(imu.read(), 1);
    assert!(matches!(board.release_level(Level::Main), Err(hub::ReleaseError::InUse(Node::Imu))));
    board.check_in_imu(imu);

    let hub::Split { imu, baro, bus, .. } = board.split();
    assert_eq!((imu.map(dynamic::Imu::read), baro.map(dynamic::Imu::read)), (Some(1), Some(1)));
    assert!(bus.with(|_| ()).is_ok());

    let suspended: hub::Suspended = board.suspend(Rail::Vio).expect("all of it can come back");
    assert!(!board.is_up(Node::Imu));
    assert_eq!(board.acquire(Node::Imu), Err(hub::AcquireError::Down(Node::Vio)));
    assert!(board.resume(suspended).is_ok());

    {
        let mut lease: hub::Lease = board.lease(Node::Baro).expect("it is up");
        assert_eq!(lease.baro().map(dynamic::Imu::read), Some(1));
        assert_eq!(lease.acquire_level(Level::Main), Ok(()));
    }
    assert_eq!(board.release_level(Level::Main), Ok(()));
    assert_eq!(board.deinit_all(), Ok(()));
    assert_eq!(board.deinit_all(), Err(hub::ReleaseError::NotHeld(hub::Root::Level(Level::Main))));
    assert_eq!(board.init_all(), Ok(()));

    let mut other = dynamic::other();
    assert_eq!(other.init_all(), Ok(()));

    // a part that is `Send` goes where it is needed
    let mut count = board.check_out_count().expect("it is up");
    let count = thread::spawn(move || {
        *count += 1;
        count
    });
    board.check_in_count(count.join().expect("it ends"));
    assert_eq!(board.count(), Some(&mut 1));
}
