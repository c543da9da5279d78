//! A small board, as the compiler would write its tables:
//!
//! * `power` feeds `bus`, which boots in level `CORE`;
//! * `aux` feeds the `sensor`, which sits on `bus`, is optional and boots in level `APP`;
//! * the `camera` sits on `bus` too and is deferred; it takes an input, borrows `bus` and gives nothing back;
//! * the `logger` is deferred, takes an input and gives it back, also if it fails; `memory`, a rail that is on at reset, feeds
//!   it.

use super::super::*;
use crate::Busy;
use core::ops::Range;
use std::cell::{Cell, RefCell};
use std::string::String;
use std::vec::Vec;

pub(super) const POWER: usize = 0;
pub(super) const BUS: usize = 1;
pub(super) const AUX: usize = 2;
pub(super) const SENSOR: usize = 3;
pub(super) const CAMERA: usize = 4;
pub(super) const MEMORY: usize = 5;
pub(super) const LOGGER: usize = 6;
pub(super) const CORE: usize = 7;
pub(super) const APP: usize = 8;

const NAMES: [&str; 7] = ["power", "bus", "aux", "sensor", "camera", "memory", "logger"];

type Graph = Table<u32, Masks<u16>>;

/// A set of these.
const fn set(vertices: &[usize]) -> u16 {
    let (mut set, mut at) = (0, 0);
    while at < vertices.len() {
        set |= 1 << vertices[at];
        at += 1;
    }
    set
}

/// A board of seven nodes with these needs and nothing else.
const fn graph(needs: &'static [u16]) -> Graph {
    Table {
        nodes: 7,
        needs: Masks(needs),
        closures: Masks(&[]),
        lent_up: Masks(&[]),
        lent_down: Masks(&[]),
        claims: 0,
        lost_down: 0,
        lost_failed: 0,
        tolerated: 0,
        support: 0,
        stays_on: 0,
        settles: 0,
        prompt: 0,
    }
}

static TABLE: Graph = Table {
    lent_up: Masks(&[0, 0, 0, 0, set(&[BUS]), 0, 0]),
    lent_down: Masks(&[0, 0, 0, 0, set(&[BUS]), 0, 0]),
    claims: set(&[CAMERA, LOGGER]) as u32,
    lost_down: set(&[CAMERA]) as u32,
    lost_failed: set(&[CAMERA]) as u32,
    tolerated: set(&[AUX, SENSOR]) as u32,
    support: set(&[AUX]) as u32,
    stays_on: set(&[MEMORY]) as u32,
    ..graph(&[0, set(&[POWER]), 0, set(&[BUS, AUX]), set(&[BUS]), 0, set(&[MEMORY]), set(&[BUS]), set(&[SENSOR])])
};

/// The nodes of another board:
///
/// * optional nodes: `x` on rail `a`, `y` on rail `b` and above `x`, `z` on both rails;
/// * `c`, a rail that is on at reset, switched by `x`, and `d` on it, deferred.
pub(super) mod tangle {
    pub(in super::super) const A: usize = 0;
    pub(in super::super) const B: usize = 2;
    pub(in super::super) const C: usize = 5;
    pub(in super::super) const D: usize = 6;
    pub(in super::super) const X: usize = 1;
    pub(in super::super) const MAIN: usize = 7;
}

static TANGLE: Graph = {
    use tangle::{A, B, C, X};
    const Y: usize = 3;
    const Z: usize = 4;
    Table {
        tolerated: set(&[A, X, B, Y, Z]) as u32,
        support: set(&[A, B]) as u32,
        stays_on: set(&[C]) as u32,
        ..graph(&[0, set(&[A]), 0, set(&[X, B]), set(&[A, B]), set(&[X]), set(&[C]), set(&[X, Y, Z]), 0])
    }
};

/// The nodes of a third board, whose rails settle:
///
/// * `io` hangs on `core`, which settles before anything else starts;
/// * `imu` is on `io`, and `adc` on both; both boot;
/// * `aux` feeds `gps`, which is optional, boots and is on `io` as well;
/// * `keep` is on at reset, and feeds nobody.
pub(super) mod rails {
    pub(in super::super) const CORE: usize = 0;
    pub(in super::super) const IO: usize = 1;
    pub(in super::super) const AUX: usize = 2;
    pub(in super::super) const IMU: usize = 3;
    pub(in super::super) const ADC: usize = 4;
    pub(in super::super) const GPS: usize = 5;
    pub(in super::super) const KEEP: usize = 6;
    pub(in super::super) const MAIN: usize = 7;
}

static RAILS: Graph = {
    use rails::{ADC, AUX, CORE, GPS, IMU, IO, KEEP};
    Table {
        tolerated: set(&[AUX, GPS]) as u32,
        support: set(&[AUX]) as u32,
        stays_on: set(&[KEEP]) as u32,
        settles: set(&[CORE, IO, AUX, KEEP]) as u32,
        prompt: set(&[CORE]) as u32,
        ..graph(&[0, set(&[CORE]), 0, set(&[IO]), set(&[CORE, IO]), set(&[IO, AUX]), 0, set(&[IMU, ADC, GPS]), 0])
    }
};

pub(super) type Error = AcquireError<usize, Busy>;

/// `+` and `-` in its log are an init and a deinit, `!` an init that failed, and `=` a rail that was left as it is. `~` is a
/// rail that has settled, `?` one that has not.
pub(super) struct Hub {
    table: &'static Graph,
    names: [&'static str; 7],
    state: State<u32, [Holds; 9]>,
    marks: Marks<u32>,
    log: RefCell<Vec<String>>,
    /// Whose next init, or deinit, fails.
    pub(super) fails: Cell<Option<usize>>,
    /// Which rail does not settle the next time.
    pub(super) unsettled: Cell<Option<usize>>,
    /// What cannot go down.
    pub(super) stuck: Cell<Option<usize>>,
    /// Something uses the bus.
    pub(super) busy: Cell<bool>,
    pub(super) failures: RefCell<[Option<BootError<usize, Busy>>; 7]>,
}

impl Hub {
    pub(super) fn new() -> Hub {
        Hub::of(&TABLE, NAMES)
    }

    pub(super) fn tangle() -> Hub {
        Hub::of(&TANGLE, ["a", "x", "b", "y", "z", "c", "d"])
    }

    pub(super) fn rails() -> Hub {
        Hub::of(&RAILS, ["core", "io", "aux", "imu", "adc", "gps", "keep"])
    }

    fn of(table: &'static Graph, names: [&'static str; 7]) -> Hub {
        Hub {
            table,
            names,
            state: State::new(),
            marks: Marks::new(),
            log: RefCell::default(),
            fails: Cell::new(None),
            unsettled: Cell::new(None),
            stuck: Cell::new(None),
            busy: Cell::new(false),
            failures: RefCell::new([None; 7]),
        }
    }

    /// What happened since the last question.
    pub(super) fn log(&self) -> String {
        self.log.take().join(" ")
    }

    pub(super) fn acquire(&self, root: usize) -> Result<(), Error> {
        self.acquire_all(root..root + 1)
    }

    pub(super) fn acquire_all(&self, roots: Range<usize>) -> Result<(), Error> {
        acquire(self, permit(), roots, |_, rail| self.settle(rail), |_, node, forced| self.up(node, forced))
    }

    pub(super) fn release(&self, root: usize) -> Result<(), ReleaseError<usize, usize>> {
        release(self, permit(), root..root + 1)
    }

    pub(super) fn suspend(&self, rail: usize) -> Result<u8, Refused<usize>> {
        suspend(self, permit(), rail)
    }

    pub(super) fn resume(&self, rail: usize) -> Result<(), Error> {
        resume(self, permit(), rail, |_, rail| self.settle(rail), |_, node, forced| self.up(node, forced))
    }

    pub(super) fn is_up(&self, node: usize) -> bool {
        is_up(self, permit(), node)
    }

    pub(super) fn holds(&self, root: usize) -> u16 {
        holds(self, permit(), root)
    }

    pub(super) fn up(&self, node: usize, forced: bool) -> Attempt<Self> {
        let failed = meets(&self.fails, node);
        self.note(if failed { "!" } else { self.sign(node, forced, "+") }, node);
        if failed { Err(Busy) } else { Ok(()) }
    }

    pub(super) fn settle(&self, rail: usize) -> Attempt<Self> {
        let failed = meets(&self.unsettled, rail);
        self.note(if failed { "?" } else { "~" }, rail);
        if failed { Err(Busy) } else { Ok(()) }
    }

    fn sign(&self, node: usize, forced: bool, usual: &'static str) -> &'static str {
        if self.table.stays_on.has(node) && !forced { "=" } else { usual }
    }

    fn note(&self, sign: &str, node: usize) {
        self.log.borrow_mut().push(std::format!("{sign}{}", self.names[node]));
    }
}

/// Whether this call is the one that fails.
fn meets(next: &Cell<Option<usize>>, node: usize) -> bool {
    let fails = next.get() == Some(node);
    if fails {
        next.set(None);
    }
    fails
}

pub(super) fn permit() -> Permit {
    // SAFETY: each test has a board of its own and no storage behind it.
    unsafe { Permit::new() }
}

impl Board for Hub {
    type Node = usize;
    type Level = usize;
    type Error = Busy;
    type Failure = Busy;
    type Set = u32;
    type Sets = Masks<u16>;

    fn table(&self) -> &'static Graph {
        self.table
    }

    fn state(&self, _: Permit) -> &State<u32> {
        &self.state
    }

    fn marks(&self, _: Permit) -> &Marks<u32> {
        &self.marks
    }

    fn attempt(failure: Busy) -> (Busy, u8) {
        (failure, 1)
    }

    fn node(&self, node: usize) -> usize {
        node
    }

    fn level(&self, level: usize) -> usize {
        level
    }

    fn is_busy(&self, _: Permit, node: usize) -> bool {
        node == BUS && self.busy.get()
    }

    fn begin(&self, _: Permit, _: usize) -> bool {
        true
    }

    fn abandon(&self, _: Permit, _: usize) {}

    fn down(&self, _: Permit, node: usize, forced: bool, failures: &Failures) -> bool {
        if self.stuck.get() == Some(node) {
            return false;
        }
        self.note(self.sign(node, forced, "-"), node);
        if meets(&self.fails, node) {
            failures.count();
        }
        true
    }

    fn record(&self, _: Permit, node: usize, failure: Option<BootError<usize, Busy>>) {
        self.failures.borrow_mut()[node] = failure;
    }
}
