//! What a hand-kept init list and a board manager promise, one function for each row of the table.

use super::boards::hub::hub::{Board, GRAPH, Level, Node, imu};
use super::boards::hub::{DOWN, ORDER, UP, booted, fresh};
use super::boards::port::{LIST, port, port_with_can};
use super::boards::power;
use super::drivers::{Error, fail_up};
use super::trace;
use bringup::{AcquireError, BootError, ReleaseError, Root};

pub(crate) fn promise_one_level_runs_alone() {
    let mut board = port::Fresh::take(port::Inputs {}).expect("one case, one board").dynamic();
    assert_eq!(board.acquire_level(port::Level::Service), Ok(()));
    trace::expect("+vfs +scripts +repl");
    assert_eq!(board.acquire_level(port::Level::Driver), Ok(()));
    trace::expect("+readline +pin +extint +pyb_i2c +timer +usb +servo");
    assert_eq!(board.release_level(port::Level::Service), Ok(()));
    trace::expect("-repl -scripts -vfs");
}

pub(crate) fn promise_a_hand_kept_list_is_replicated() {
    assert!(port::GRAPH.boot_order().map(|node| node.name).eq(LIST));
    let running = port::Fresh::take(port::Inputs {}).expect("one case, one board").boot();
    assert!(running.is_ok());
    trace::expect("+readline +pin +extint +pyb_i2c +timer +usb +servo +vfs +scripts +repl");
}

/// `main` is the same for a board with one driver more.
pub(crate) fn promise_a_new_driver_is_one_node() {
    macro_rules! main {
        ($board:ident) => {{
            let fresh = $board::Fresh::take($board::Inputs {}).expect("one case, one board");
            let mut board = fresh.boot().expect("nothing fails").into_board();
            assert_eq!(board.deinit_all(), Ok(()));
        }};
    }
    main!(port);
    trace::expect(
        "+readline +pin +extint +pyb_i2c +timer +usb +servo +vfs +scripts +repl \
         -repl -scripts -vfs -servo -usb -timer -pyb_i2c -extint -pin -readline",
    );
    main!(port_with_can);
    trace::expect(
        "+readline +pin +extint +pyb_i2c +can +timer +usb +servo +vfs +scripts +repl \
         -repl -scripts -vfs -servo -usb -timer -can -pyb_i2c -extint -pin -readline",
    );
}

pub(crate) fn promise_deinit_mirrors_init() {
    let mut board = booted();
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
    assert!(UP.split(' ').rev().map(|up| &up[1..]).eq(DOWN.split(' ').map(|down| &down[1..])));
}

pub(crate) fn promise_needs_come_before_what_needs_them_then_levels_then_declaration() {
    let mut board = fresh().dynamic();
    assert_eq!(board.init_all(), Ok(()));
    trace::expect(UP);
    let place = |label| ORDER.iter().position(|other| *other == label);
    assert!(place("clocks") < place("i2c"), "levels");
    assert!(place("i2c") < place("imu") && place("imu") < place("lcd"), "levels, then declaration");
    assert!(place("v3v3") < place("vio") && place("vio") < place("imu"), "rails right before their first user");
}

pub(crate) fn promise_a_failed_init_rolls_back() {
    let mut board = fresh().dynamic();
    fail_up("imu", 1);
    let failed = BootError { node: Node::Imu, attempt: 1, cause: Error::NoAnswer, rollback_failures: 0 };
    assert_eq!(board.acquire(Node::Imu), Err(AcquireError::Failed(failed)), "and it says so");
    trace::expect("+i2c +v3v3 +vio !imu -vio -v3v3 -i2c");
    assert_eq!(trace::live(), 0);
}

/// More often than fits in a byte.
pub(crate) fn promise_a_second_init_counts() {
    let mut board = fresh().dynamic();
    for count in 1..=300 {
        assert_eq!(board.acquire(Node::Imu), Ok(()));
        assert_eq!(board.holds(Node::Imu), count);
    }
    trace::expect("+i2c +v3v3 +vio +imu");
    for _ in 1..300 {
        assert_eq!(board.release(Node::Imu), Ok(()));
    }
    trace::expect("");
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("-imu -vio -v3v3 -i2c");
}

pub(crate) fn promise_an_own_extra_hold_goes_back_while_others_use_the_node() {
    let mut board = booted();
    assert_eq!(board.acquire(Node::I2c), Ok(()));
    assert_eq!(board.acquire(Node::I2c), Ok(()));
    assert_eq!(board.release(Node::I2c), Ok(()));
    assert_eq!(board.release(Node::I2c), Ok(()));
    assert_eq!(board.release(Node::I2c), Err(ReleaseError::NotHeld(Root::Node(Node::I2c))));
    trace::expect("");
    assert!(board.is_up(Node::I2c));
}

pub(crate) fn promise_init_skip() {
    let mut board = booted();
    assert!(!board.is_up(Node::Gps));
    assert_eq!(board.acquire(Node::Gps), Ok(()));
    trace::expect("+vgps +gps");
    assert_eq!(board.deinit_all(), Ok(()));
    assert!(board.is_up(Node::Gps), "it is held on its own");
}

pub(crate) fn promise_power_is_on_before_init_and_off_after_deinit() {
    let mut board = fresh().dynamic();
    for _ in 0..2 {
        assert_eq!(board.acquire(Node::Imu), Ok(()));
        trace::expect("+i2c +v3v3 +vio +imu");
        assert_eq!(board.acquire(Node::Imu), Ok(()));
        assert_eq!(board.release(Node::Imu), Ok(()));
        trace::expect("");
        assert_eq!(board.release(Node::Imu), Ok(()));
        trace::expect("-imu -vio -v3v3 -i2c");
    }
}

/// The chip that switches a rail goes down after everything on that rail.
pub(crate) fn promise_a_controller_outlives_the_users_of_its_rail() {
    let mut board = power::booted();
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(power::DOWN);
}

pub(crate) fn promise_a_shared_rail_stays_on_for_its_other_users() {
    let mut board = fresh().dynamic();
    assert_eq!(board.acquire(Node::Imu), Ok(()));
    assert_eq!(board.acquire(Node::Baro), Ok(()));
    trace::expect("+i2c +v3v3 +vio +imu +baro");
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("-imu");
    assert_eq!(board.release(Node::Baro), Ok(()));
    trace::expect("-baro -vio -v3v3 -i2c");
}

pub(crate) fn promise_teardown_is_in_reverse() {
    let mut board = fresh().dynamic();
    // whatever order it came up in: down is the reverse of the order of the board
    for node in [Node::Lcd, Node::Gps, Node::Imu, Node::Clocks, Node::Baro] {
        assert_eq!(board.acquire(node), Ok(()));
    }
    trace::expect("+spi +v3v3 +vio +lcd +i2c +vgps +gps +imu +clocks +baro");
    assert_eq!(board.init_all(), Ok(()));
    for node in [Node::Lcd, Node::Gps, Node::Imu, Node::Clocks, Node::Baro] {
        assert_eq!(board.release(node), Ok(()));
    }
    trace::expect("-gps -vgps");
    assert_eq!(board.deinit_all(), Ok(()));
    trace::expect(DOWN);
}

pub(crate) fn promise_one_device_by_name_with_what_it_needs() {
    let mut board = fresh().dynamic();
    let baro = Board::by_name("baro").expect("it is on the board");
    assert_eq!(board.acquire(baro), Ok(()));
    trace::expect("+i2c +v3v3 +vio +baro");
    assert_eq!(board.release(baro), Ok(()));
    trace::expect("-baro -vio -v3v3 -i2c");
    assert_eq!(Board::by_name("barometer"), None);
}

pub(crate) fn promise_power_of_a_device_at_run_time() {
    let mut board = booted();
    for _ in 0..3 {
        let suspended = board.suspend(super::boards::hub::hub::Rail::Vio).expect("all of it can come back");
        trace::expect("-lcd -baro -imu -vio");
        assert!(board.resume(suspended).is_ok());
        trace::expect("+vio +imu +baro +lcd");
    }
}

pub(crate) fn promise_handle_and_config_by_name_and_type() {
    let mut board = booted();
    let handle: &mut super::drivers::Driver<bringup::Dev<super::drivers::Bus>> = board.imu().expect("it is up");
    handle.touch();
    trace::expect("*imu");
    assert_eq!((imu::ADDRESS, imu::ODR), (0x68, 200));
    let described = GRAPH.nodes.iter().find(|node| node.name == "imu").expect("it is on the board");
    assert_eq!((described.address, described.docs), (Some(0x68), "Accelerometer."));
    assert_eq!(u16::from(Level::Device as u8), described.level.expect("it boots in one"));
}
