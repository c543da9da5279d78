//! Rule 4: leases and levels.

use super::boards::hub::hub::{Level, Node};
use super::boards::hub::{DOWN, UP, booted, fresh};
use super::drivers::fail_up;
use super::trace;
use bringup::{AcquireError, ReleaseError, Root};

pub(crate) fn rule_4_a_lease_is_released_when_it_is_dropped() {
    let mut board = booted();
    {
        let mut lease = board.lease(Node::Gps).expect("gps");
        trace::expect("+vgps +gps");
        assert_eq!(lease.holds(Node::Gps), 1);
        lease.gps().expect("it is up").touch();
    }
    trace::expect("*gps -gps -vgps");
    assert_eq!(board.holds(Node::Gps), 0);
    fail_up("gps", 1);
    assert!(matches!(board.lease(Node::Gps), Err(AcquireError::Failed(error)) if error.node == Node::Gps));
    trace::expect("+vgps !gps -vgps");
    assert_eq!(board.holds(Node::Gps), 0);
}

pub(crate) fn rule_4_a_lease_can_acquire_meanwhile() {
    let mut board = fresh().dynamic();
    {
        let mut lease = board.lease(Node::Gps).expect("gps");
        trace::expect("+i2c +vgps +gps");
        assert_eq!(lease.acquire(Node::Imu), Ok(()));
        trace::expect("+v3v3 +vio +imu");
        {
            let second = lease.lease(Node::Gps).expect("a lease of a lease");
            assert_eq!(second.holds(Node::Gps), 2);
        }
        trace::expect("");
    }
    trace::expect("-gps -vgps");
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("-imu -vio -v3v3 -i2c");
}

pub(crate) fn rule_4_a_lease_that_cannot_be_released_stays_held() {
    let mut board = booted();
    let gps = {
        let mut lease = board.lease(Node::Gps).expect("gps");
        lease.check_out_gps().expect("it is up")
    };
    trace::expect("+vgps +gps");
    assert_eq!(board.holds(Node::Gps), 1);
    board.check_in_gps(gps);
    assert_eq!(board.release(Node::Gps), Ok(()));
    trace::expect("-gps -vgps");
}

pub(crate) fn rule_4_a_level_is_held_like_a_node() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire_level(Level::Device), Ok(()));
    trace::expect("+spi +i2c +v3v3 +vio +imu +baro +lcd");
    assert_eq!(board.acquire_level(Level::Device), Ok(()));
    assert_eq!(board.acquire(Node::Imu), Ok(()));
    trace::expect("");
    assert_eq!(board.holds_level(Level::Device), 2);
    assert_eq!(board.release_level(Level::Device), Ok(()));
    trace::expect("");
    assert_eq!(board.release_level(Level::Device), Ok(()));
    trace::expect("-lcd -baro -spi");
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("-imu -vio -v3v3 -i2c");
    assert_eq!(board.release_level(Level::Core), Err(ReleaseError::NotHeld(Root::Level(Level::Core))));
}

pub(crate) fn rule_4_a_level_that_fails_is_rolled_back() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire_level(Level::Core), Ok(()));
    trace::expect("+clocks");
    fail_up("baro", 1);
    let error = board.acquire_level(Level::Device).expect_err("baro fails");
    assert!(matches!(error, AcquireError::Failed(error) if error.node == Node::Baro));
    trace::expect("+spi +i2c +v3v3 +vio +imu !baro -imu -vio -v3v3 -i2c -spi");
    assert_eq!(board.holds_level(Level::Device), 0);
}

pub(crate) fn rule_4_all_levels_are_held_and_released_together() {
    let mut board = fresh().dynamic();
    assert_eq!(board.init_all(), Ok(()));
    trace::expect(UP);
    assert_eq!(board.init_all(), Ok(()));
    assert_eq!(board.release_level(Level::Device), Ok(()));
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect("-lcd -baro -imu -vio -v3v3");
    assert_eq!([Level::Core, Level::Bus, Level::Device].map(|level| board.holds_level(level)), [1, 1, 0]);
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect("-i2c -spi -clocks");
    assert_eq!(board.deinit_all(), Err(ReleaseError::NotHeld(Root::All)));
}

pub(crate) fn rule_4_a_stage_holds_the_levels_that_are_up() {
    let bus = fresh().boot_core().and_then(|core| core.boot_bus()).expect("two levels come up");
    let mut board = bus.into_board();
    trace::expect("+clocks +spi +i2c");
    assert_eq!([Level::Core, Level::Bus, Level::Device].map(|level| board.holds_level(level)), [1, 1, 0]);
    assert_eq!(board.acquire_level(Level::Device), Ok(()));
    trace::expect("+v3v3 +vio +imu +baro +lcd");
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
}
