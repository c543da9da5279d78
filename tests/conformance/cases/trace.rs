//! What the drivers did, and what is up because of it.

use core::cell::RefCell;
use core::fmt;
use critical_section::Mutex;

/// More than one case needs between two looks at it.
const EVENTS: usize = 160;
/// More than any board has.
const LIVE: usize = 16;

/// One step of a driver.
#[derive(Clone, Copy)]
enum Event {
    /// `+imu` came up, `!imu` did not; `-imu` went down, `?imu` went down with an error; `~imu` was dropped while it
    /// started; `*imu` was used.
    Step(char, &'static str),
    /// `w500`: the board waited so many microseconds.
    Waited(u32),
}

struct Trace {
    events: [Event; EVENTS],
    length: usize,
    live: [Option<&'static str>; LIVE],
}

static TRACE: Mutex<RefCell<Trace>> =
    Mutex::new(RefCell::new(Trace { events: [Event::Waited(0); EVENTS], length: 0, live: [None; LIVE] }));

fn with<R>(f: impl FnOnce(&mut Trace) -> R) -> R {
    critical_section::with(|section| f(&mut TRACE.borrow_ref_mut(section)))
}

fn add(event: Event) {
    let fits = with(|trace| {
        let place = trace.events.get_mut(trace.length);
        trace.length += 1;
        place.map(|place| *place = event).is_some()
    });
    assert!(fits, "the trace is full");
}

/// `label` is up. It must not have been.
pub(crate) fn up(label: &'static str) {
    add(Event::Step('+', label));
    let placed = with(|trace| {
        let twice = trace.live.contains(&Some(label));
        let free = trace.live.iter_mut().find(|place| place.is_none() && !twice);
        free.map(|place| *place = Some(label)).is_some()
    });
    assert!(placed, "{label} comes up twice, or there are too many");
}

/// `label` was up before anything happened.
pub(crate) fn was_up(label: &'static str) {
    up(label);
    take();
}

/// `label` is down, `sign` says how. It must have been up.
pub(crate) fn down(sign: char, label: &'static str) {
    add(Event::Step(sign, label));
    let found = with(|trace| {
        let place = trace.live.iter_mut().find(|place| **place == Some(label));
        place.map(|place| *place = None).is_some()
    });
    assert!(found, "{label} goes down twice");
}

/// Anything else that happened to `label`.
pub(crate) fn note(sign: char, label: &'static str) {
    add(Event::Step(sign, label));
}

pub(crate) fn waited(us: u32) {
    add(Event::Waited(us));
}

/// How many are up.
pub(crate) fn live() -> usize {
    with(|trace| trace.live.iter().flatten().count())
}

/// Since the last call exactly this happened, in words as `+imu`.
#[track_caller]
pub(crate) fn expect(words: &str) {
    let found = take();
    let same = found.events().len() == words.split_whitespace().count()
        && found.events().iter().zip(words.split_whitespace()).all(|(event, word)| event.is(word));
    assert!(same, "expected `{words}`, found `{found}`");
}

/// All of `ups` came up, then all of it but the last went down in reverse. The last failed instead.
#[track_caller]
pub(crate) fn expect_rollback(ups: &[&str]) {
    let found = take();
    let Some((last, before)) = ups.split_last() else { panic!("nothing that could fail") };
    let came = before.iter().map(|label| ('+', *label));
    let left = before.iter().rev().map(|label| ('-', *label));
    let expected = came.chain([('!', *last)]).chain(left);
    let steps = found.events().iter().map(|event| match event {
        Event::Step(sign, label) => (*sign, *label),
        Event::Waited(_) => ('w', ""),
    });
    assert!(steps.eq(expected), "expected the rollback from {last}, found `{found}`");
}

/// Forgets what happened so far.
#[cfg(not(target_os = "none"))]
pub(crate) fn clear() {
    take();
}

/// Takes what happened so far.
fn take() -> Trace {
    with(|trace| {
        let found = Trace { events: trace.events, length: trace.length, live: trace.live };
        trace.length = 0;
        found
    })
}

impl Trace {
    fn events(&self) -> &[Event] {
        self.events.get(..self.length).unwrap_or_default()
    }
}

impl Event {
    fn is(&self, word: &str) -> bool {
        match self {
            Event::Step(sign, label) => word.strip_prefix(*sign) == Some(label),
            Event::Waited(us) => word.strip_prefix('w').is_some_and(|word| word.parse() == Ok(*us)),
        }
    }
}

impl fmt::Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.events().iter().enumerate().try_for_each(|(index, event)| {
            let blank = if index == 0 { "" } else { " " };
            match event {
                Event::Step(sign, label) => write!(f, "{blank}{sign}{label}"),
                Event::Waited(us) => write!(f, "{blank}w{us}"),
            }
        })
    }
}
