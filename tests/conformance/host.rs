//! Cases that only a host can run: panics that unwind, futures that are forgotten, threads that run at once.

use crate::cases::boards::depot::depot::Node as DepotNode;
use crate::cases::boards::hub::hub::{Level, Node};
use crate::cases::boards::hub::{DOWN, ORDER, booted, fresh};
use crate::cases::boards::waiting::waiting::Node as WaitingNode;
use crate::cases::boards::{depot, pulse, waiting};
use crate::cases::drivers::block_on;
use crate::cases::fault::{Fault, inject};
use crate::cases::trace;
use bringup::{AcquireError, ReleaseError};
use bringup_dsl::Code;
use bringup_tests::compile_text;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Barrier;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::task::{Context, Waker};
use std::thread;

macro_rules! tests {
    ($($name:ident)*) => {
        /// For [`child`](crate::child).
        pub(crate) const CASES: &[(&str, fn())] = &[$((stringify!($name), cases::$name),)*];

        $(
            #[test]
            fn $name() {
                crate::run(stringify!($name));
            }
        )*
    };
}

tests! {
    rule_2_a_panicking_init_rolls_back_the_boot
    rule_3_a_panicking_init_rolls_back_the_acquire
    rule_3_a_panicking_deinit_leaves_the_others_consistent
    rule_8_a_panicking_init_has_lost_its_input
    rule_10_an_acquire_that_is_forgotten_is_in_use
    share_atomic_works_across_threads
    promise_a_wrong_power_reference_is_refused
}

mod cases {
    use super::*;

    fn panics(f: impl FnOnce()) {
        assert!(catch_unwind(AssertUnwindSafe(f)).is_err());
    }

    pub(super) fn rule_2_a_panicking_init_rolls_back_the_boot() {
        inject(Fault::PanicUp, "lcd", 1);
        panics(|| drop(fresh().boot()));
        trace::expect("+clocks +spi +i2c +v3v3 +vio +imu +baro -baro -imu -vio -v3v3 -i2c -spi -clocks");
        assert_eq!(trace::live(), 0);
    }

    pub(super) fn rule_3_a_panicking_init_rolls_back_the_acquire() {
        let mut board = fresh().dynamic();
        inject(Fault::PanicUp, "baro", 1);
        panics(|| _ = board.init_all());
        trace::expect("+clocks +spi +i2c +v3v3 +vio +imu -imu -vio -v3v3 -i2c -spi -clocks");
        assert!(Node::ALL.iter().all(|node| !board.is_up(*node)));
        assert!(Level::ALL.iter().all(|level| board.holds_level(*level) == 0));
        assert_eq!(board.init_all(), Ok(()));
        assert_eq!(trace::live(), ORDER.len());
    }

    /// The deinit that panicked counts as done; what it did not get to goes down with the next release.
    pub(super) fn rule_3_a_panicking_deinit_leaves_the_others_consistent() {
        let mut board = booted();
        inject(Fault::PanicDown, "imu", 1);
        panics(|| _ = board.release_level(Level::Device));
        trace::expect("-lcd -baro -imu");
        assert!(!board.is_up(Node::Imu) && board.is_up(Node::I2c));
        assert_eq!(board.holds_level(Level::Device), 0);
        assert_eq!(board.deinit_all(), Ok(()));
        trace::expect("-vio -v3v3 -i2c -spi -clocks");
        assert_eq!(board.init_all(), Ok(()));
        trace::expect("+clocks +spi +i2c +v3v3 +vio +imu +baro +lcd");
        assert_eq!(board.deinit_all(), Ok(()));
        trace::expect(DOWN);
    }

    pub(super) fn rule_8_a_panicking_init_has_lost_its_input() {
        let mut board = depot::fresh().dynamic();
        inject(Fault::PanicUp, "camera", 1);
        panics(|| _ = board.acquire(DepotNode::Camera));
        trace::expect("+vlens -vlens");
        assert_eq!(board.acquire(DepotNode::Camera), Err(AcquireError::Spent(DepotNode::Camera)));
    }

    /// It cannot roll back. What it was starting is in use for good, and nothing is taken twice.
    pub(super) fn rule_10_an_acquire_that_is_forgotten_is_in_use() {
        static FORGOTTEN: AtomicPtr<()> = AtomicPtr::new(std::ptr::null_mut());
        let mut board = waiting::fresh().dynamic();
        {
            let mut future = Box::pin(board.acquire(WaitingNode::Imu));
            let mut context = Context::from_waker(Waker::noop());
            assert!((0..2).all(|_| future.as_mut().poll(&mut context).is_pending()));
            // in sight of leak checkers
            FORGOTTEN.store((&raw const *future).cast_mut().cast(), Ordering::Relaxed);
            std::mem::forget(future);
        }
        trace::expect("+i2c");
        assert_eq!(block_on(board.acquire(WaitingNode::Imu)), Err(AcquireError::InUse(WaitingNode::Vimu)));
        assert_eq!(board.holds(WaitingNode::Imu), 0);
        assert_eq!(block_on(board.acquire(WaitingNode::Lcd)), Ok(()));
        assert_eq!(board.release(WaitingNode::Lcd), Ok(()));
        trace::expect("+lcd -lcd -i2c");
    }

    /// Threads use the bus while the board brings it up and takes it down.
    pub(super) fn share_atomic_works_across_threads() {
        use pulse::pulse::Node::{I2c, Ticks};
        let mut board = pulse::board();
        let (bus, ticks) = (board.i2c(), board.ticks());
        let start = &Barrier::new(4);
        board.acquire(Ticks).expect("ticks");
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(move || {
                    start.wait();
                    for _ in 0..10_000 {
                        let _ = bus.with(|_| ());
                        ticks.with(|counter| counter.0 += 1).expect("it is up all the time");
                    }
                });
            }
            start.wait();
            for _ in 0..200 {
                assert_eq!(board.acquire(I2c), Ok(()));
                loop {
                    match board.release(I2c) {
                        // a thread that takes it in the last moment keeps it up until the next release
                        Ok(()) | Err(ReleaseError::Failures(1)) => break,
                        Err(error) => assert_eq!(error, ReleaseError::InUse(I2c)),
                    }
                    thread::yield_now();
                }
                trace::clear();
            }
        });
        assert_eq!(ticks.with(|counter| counter.0), Ok(30_000));
        assert_eq!(board.acquire(I2c), Ok(()));
        assert_eq!(board.release(I2c), Ok(()));
        assert_eq!(trace::live(), 1, "ticks");
    }

    pub(super) fn promise_a_wrong_power_reference_is_refused() {
        let rail = "rail v3v3 { enable = on(); disable = off(); }";
        for (body, expected) in [
            ("led: Led { power = &v3v3; init = Led::new(); }".to_owned(), Code::B0201),
            (format!("{rail} led: Led {{ power = &v3v33; init = Led::new(); }}"), Code::B0201),
            (
                "clocks: Clocks { init = Clocks::new(); } led: Led { power = &clocks; init = Led::new(); }"
                    .to_owned(),
                Code::B0209,
            ),
            ("rail v3v3 { from = &v3v3; enable = on(); disable = off(); }".to_owned(), Code::B0301),
            (
                format!(
                    "{rail} pmic: Pmic {{ power = &vpmic; init = Pmic::new(); }} \
                      rail vpmic {{ from = &v3v3; control = &pmic; enable = on(); disable = off(); }}"
                ),
                Code::B0301,
            ),
        ] {
            assert_eq!(compile_text(&format!("board! {{ board hub; {body} }}")).codes(), [expected], "{body}");
        }
    }
}
