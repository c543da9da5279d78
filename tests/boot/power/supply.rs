//! Voltages against time. It passes only while something waits or works.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::task::Poll;

/// A rail as the hardware has it, in microseconds and millivolts.
struct Rail {
    label: &'static str,
    from: Option<&'static str>,
    /// How long it rises.
    rises: u64,
    /// How long it must have been off before it may rise again.
    rests: u64,
    on: bool,
    /// When it was switched last, and what it gave then.
    since: u64,
    then: u64,
}

/// What each rail gives once it has risen.
const NOMINAL: u64 = 3_000;
/// How long each falls.
const FALLS: u64 = 800;
/// So early that the clock wraps meanwhile.
const FIRST: u32 = u32::MAX - 5_000;

struct Supply {
    now: u64,
    /// The clock only delays.
    delays: bool,
    rails: Vec<Rail>,
}

thread_local! {
    static SUPPLY: RefCell<Supply> = const { RefCell::new(Supply { now: 100_000, delays: false, rails: Vec::new() }) };
}

fn with<T>(f: impl FnOnce(&mut Supply) -> T) -> T {
    SUPPLY.with(|supply| f(&mut supply.borrow_mut()))
}

/// Rails that are on already, and those that are not. Rails with a ramp take all of it; those that say when they are good
/// are good a little before they are asked first.
pub(crate) fn install() {
    let rail = |label, from, rises, rests, on| {
        let then = if on { NOMINAL } else { 0 };
        Rail { label, from, rises, rests, on, since: 0, then }
    };
    with(|supply| {
        supply.rails = vec![
            rail("vbat", None, 0, 0, true),
            rail("vaon", Some("vbat"), 3_000, 0, true),
            rail("v3v3", Some("vbat"), 2_000, 5_000, false),
            rail("vpll", Some("vbat"), 4_000, 0, false),
            rail("vref", Some("v3v3"), 650, 0, false),
            rail("v1v8", Some("v3v3"), 900, 0, false),
            rail("vcam", Some("v3v3"), 10_000, 2_000, false),
            rail("vlens", Some("vcam"), 1_500, 0, false),
            rail("vgps", Some("vbat"), 4_000, 0, false),
            rail("vradio", Some("vbat"), 400, 1_000, false),
        ];
    });
}

/// From now on a rail rises for so long.
pub(crate) fn slow_down(label: &str, rises: u64) {
    with(|supply| supply.rail(label).rises = rises);
}

/// From now on the clock cannot tell the time.
pub(crate) fn stop_the_clock() {
    with(|supply| supply.delays = true);
}

/// So many microseconds pass.
pub(crate) fn pass(us: u64) {
    with(|supply| supply.now += us);
}

/// Microseconds since any moment.
pub(crate) fn now() -> u64 {
    with(|supply| supply.now)
}

pub(crate) fn switch(label: &str, on: bool) {
    with(|supply| supply.switch(label, on));
}

pub(crate) fn in_regulation(label: &str) -> bool {
    with(|supply| supply.in_regulation(label))
}

/// Which rails are on.
pub(crate) fn on() -> Vec<&'static str> {
    with(|supply| supply.rails.iter().filter(|rail| rail.on).map(|rail| rail.label).collect())
}

/// When a rail was switched last.
pub(crate) fn since(label: &str) -> u64 {
    with(|supply| supply.rail(label).since)
}

impl Supply {
    fn rail(&mut self, label: &str) -> &mut Rail {
        self.rails.iter_mut().find(|rail| rail.label == label).expect("a rail of the board")
    }

    fn switch(&mut self, label: &str, on: bool) {
        let now = self.now;
        let upstream = self.rail(label).from.expect("it is switched");
        let fed = self.in_regulation(upstream);
        let rail = self.rail(label);
        assert!(rail.on != on, "{label} is switched twice");
        if on {
            assert!(fed, "{label} is switched on while {upstream} is not in regulation");
            assert!(rail.since == 0 || now - rail.since >= rail.rests, "{label} has not been off long enough");
            assert!(rail.rests == 0 || rail.voltage(now) == 0, "{label} is switched on before it has fallen");
        }
        *rail = Rail { on, since: now, then: rail.voltage(now), ..*rail };
    }

    fn in_regulation(&mut self, label: &str) -> bool {
        let now = self.now;
        let rail = self.rail(label);
        let (risen, from) = (rail.on && rail.voltage(now) == NOMINAL, rail.from);
        risen && from.is_none_or(|from| self.in_regulation(from))
    }
}

impl Rail {
    fn voltage(&self, now: u64) -> u64 {
        let passed = now - self.since;
        match (self.on, self.rises) {
            (true, 0) => NOMINAL,
            (true, rises) => (self.then + NOMINAL * passed / rises).min(NOMINAL),
            (false, _) => self.then.saturating_sub(NOMINAL * passed / FALLS),
        }
    }
}

/// The clock of the boards.
pub(crate) struct Sim;

impl Sim {
    fn left(t0: u32, us: u32) -> u32 {
        us.saturating_sub(<Sim as bringup::Clock>::now().wrapping_sub(t0))
    }
}

impl bringup::Clock for Sim {
    fn now() -> u32 {
        if with(|supply| supply.delays) { 0 } else { FIRST.wrapping_add(now() as u32) }
    }

    fn wait_until(t0: u32, us: u32) {
        pass(Sim::left(t0, us).into());
    }

    fn wait(t0: u32, us: u32, left: u32) {
        match with(|supply| supply.delays) {
            true => pass(left.into()),
            false => Sim::wait_until(t0, us),
        }
    }

    /// Not over the first time it is asked, unless it has been for long.
    fn sleep(t0: u32, us: u32, _: u32) -> impl Future<Output = ()> {
        let mut asked = false;
        poll_fn(move |context| {
            if Sim::left(t0, us) > 0 && !std::mem::replace(&mut asked, true) {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            Sim::wait_until(t0, us);
            Poll::Ready(())
        })
    }
}
