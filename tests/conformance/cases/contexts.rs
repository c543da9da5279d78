//! `irq` and `share = atomic`: handles in an interrupt handler. On a host another thread stands in for that.

use super::boards::pulse::pulse::Node;
use super::boards::pulse::{Counter, board};
use super::drivers::Bus;
use super::trace;
use crate::machine::pend;
use bringup::{Atomic, Dev, Irq, ReleaseError, Unavailable};
use core::cell::Cell;
use critical_section::Mutex;

static TICKS: Mutex<Cell<Option<Irq<Counter>>>> = Mutex::new(Cell::new(None));
static BUS: Mutex<Cell<Option<Dev<Bus, Atomic>>>> = Mutex::new(Cell::new(None));
/// What the handler was told.
static TOLD: Mutex<Cell<Option<Result<(), Unavailable>>>> = Mutex::new(Cell::new(None));

/// The handler: counts.
fn tick() {
    let ticks =
        critical_section::with(|section| TICKS.borrow(section).get()).expect("given before the first interrupt");
    tell(ticks.with(|counter| counter.0 += 1));
}

/// The handler: uses the bus.
fn transfer() {
    let bus = critical_section::with(|section| BUS.borrow(section).get()).expect("given before the first interrupt");
    tell(bus.with(|bus| bus.touch()));
}

fn tell(answer: Result<(), Unavailable>) {
    critical_section::with(|section| TOLD.borrow(section).set(Some(answer)));
}

fn told() -> Option<Result<(), Unavailable>> {
    critical_section::with(|section| TOLD.borrow(section).take())
}

pub(crate) fn irq_is_shared_with_a_handler() {
    let mut board = board();
    critical_section::with(|section| TICKS.borrow(section).set(Some(board.ticks())));
    pend(tick).finish();
    assert_eq!(told(), Some(Err(Unavailable::Down)), "not up yet");
    board.acquire(Node::Watch).expect("watch");
    for count in 1..=3 {
        pend(tick).finish();
        assert_eq!(told(), Some(Ok(())));
        assert_eq!(board.watch().and_then(|watch| watch.seen()), Some(count));
    }
    board.release(Node::Watch).expect("watch");
    trace::expect("+ticks -ticks");
    pend(tick).finish();
    assert_eq!(told(), Some(Err(Unavailable::Down)), "no longer up");
}

pub(crate) fn irq_keeps_the_handler_out_meanwhile() {
    let mut board = board();
    board.acquire(Node::Ticks).expect("ticks");
    let ticks = board.ticks();
    critical_section::with(|section| TICKS.borrow(section).set(Some(ticks)));
    let pending = ticks
        .with(|counter| {
            let pending = pend(tick);
            assert_eq!((counter.0, told()), (0, None), "it waits");
            assert_eq!(ticks.with(|_| ()), Err(Unavailable::Busy), "use inside use");
            assert_eq!(board.release(Node::Ticks), Err(ReleaseError::InUse(Node::Ticks)));
            pending
        })
        .expect("it is up");
    pending.finish();
    assert_eq!(told(), Some(Ok(())));
    assert_eq!(ticks.with(|counter| counter.0), Ok(1));
    assert_eq!(board.release(Node::Ticks), Ok(()));
    trace::expect("+ticks -ticks");
}

pub(crate) fn share_atomic_gives_a_part_to_one_context_at_a_time() {
    let mut board = board();
    let bus = board.i2c();
    critical_section::with(|section| BUS.borrow(section).set(Some(bus)));
    pend(transfer).finish();
    assert_eq!(told(), Some(Err(Unavailable::Down)));
    board.acquire(Node::Imu).expect("imu");
    pend(transfer).finish();
    assert_eq!(told(), Some(Ok(())));
    trace::expect("+i2c +imu *i2c");
    let refused = bus.with(|_| {
        pend(transfer).finish();
        board.release(Node::Imu)
    });
    assert_eq!(told(), Some(Err(Unavailable::Busy)), "the handler does not wait");
    assert_eq!(refused, Ok(Err(ReleaseError::InUse(Node::I2c))));
    trace::expect("");
    assert_eq!(board.release(Node::Imu), Ok(()));
    trace::expect("-imu -i2c");
    pend(transfer).finish();
    assert_eq!(told(), Some(Err(Unavailable::Down)));
}
