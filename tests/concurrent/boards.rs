//! A board whose nodes come up at the same time, on a clock that only waiting moves, and drivers that say when they start,
//! end, fail and are taken back.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Why a step fails.
#[derive(Debug)]
pub(crate) enum Error {
    /// On request.
    NoAnswer,
    /// A rail did not get good.
    Timeout,
}

impl From<bringup::Timeout> for Error {
    fn from(_: bringup::Timeout) -> Self {
        Error::Timeout
    }
}

#[derive(Default)]
struct World {
    /// Microseconds.
    now: u32,
    /// When somebody wants to be asked again.
    alarms: Vec<u32>,
    fail: String,
    /// Who is in the middle of using the bus.
    bus: Option<&'static str>,
}

thread_local! {
    static WORLD: RefCell<World> = RefCell::default();
}

fn world<T>(act: impl FnOnce(&mut World) -> T) -> T {
    WORLD.with(|world| act(&mut world.borrow_mut()))
}

/// From now on `label` fails.
pub(crate) fn inject(label: &str) {
    world(|world| world.fail = label.to_owned());
}

pub(crate) fn now() -> u32 {
    world(|world| world.now)
}

/// The clock of the boards here.
pub(crate) struct Virtual;

impl bringup::Clock for Virtual {
    fn now() -> u32 {
        now()
    }

    fn wait_until(t0: u32, us: u32) {
        world(|world| world.now = world.now.max(t0 + us));
    }

    async fn sleep(t0: u32, us: u32, _: u32) {
        until(t0 + us).await;
    }
}

async fn until(at: u32) {
    poll_fn(|_| {
        world(|world| match world.now >= at {
            true => Poll::Ready(()),
            false => {
                world.alarms.push(at);
                Poll::Pending
            }
        })
    })
    .await;
}

/// Polls `future`, and moves the clock to the next alarm whenever it waits. `None` if it was dropped after `polls`.
pub(crate) fn drive<F: Future>(future: F, polls: usize) -> Option<F::Output> {
    let mut future = pin!(future);
    for _ in 0..polls {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return Some(output);
        }
        world(|world| {
            let next = world.alarms.iter().copied().min().expect("somebody waits for something");
            // What blocks may have run past it.
            world.now = world.now.max(next);
            world.alarms.clear();
        });
    }
    None
}

fn say(sign: char, label: &str) {
    println!("> {:5} {sign}{label}", now());
}

fn outcome(label: &'static str) -> Result<(), Error> {
    if world(|world| world.fail == label) {
        say('!', label);
        return Err(Error::NoAnswer);
    }
    say('+', label);
    Ok(())
}

pub(crate) fn on(label: &'static str) -> Result<(), Error> {
    outcome(label)
}

pub(crate) fn off(label: &'static str) {
    say('-', label);
}

/// Good from 12 ms on, unless it is to fail.
pub(crate) fn good(label: &'static str) -> bool {
    now() >= 12_000 && world(|world| world.fail != format!("good {label}"))
}

/// A part that is up.
pub(crate) struct Part(&'static str);

impl Part {
    /// Blocks for some microseconds.
    pub(crate) fn new(label: &'static str, us: u32) -> Result<Part, Error> {
        say('(', label);
        world(|world| world.now += us);
        outcome(label).map(|()| Part(label))
    }

    /// Sleeps for some microseconds.
    pub(crate) async fn start(label: &'static str, us: u32) -> Result<Part, Error> {
        say('(', label);
        until(now() + us).await;
        outcome(label).map(|()| Part(label))
    }

    /// The same in the middle of a transfer on the bus.
    pub(crate) async fn talk(_: bringup::Dev<Part>, label: &'static str, us: u32) -> Result<Part, Error> {
        let before = world(|world| world.bus.replace(label));
        assert_eq!(before, None, "{label} meets another on the bus");
        let part = Part::start(label, us).await;
        world(|world| world.bus = None);
        part
    }

    /// Uses the bus without waiting.
    pub(crate) fn peek(_: bringup::Dev<Part>, label: &'static str) -> Result<Part, Error> {
        assert_eq!(world(|world| world.bus), None, "{label} meets another on the bus");
        Part::new(label, 100)
    }

    pub(crate) fn stop(self) {
        say('-', self.0);
    }
}

bringup::board! {
    pub(crate) board flow;

    levels core, device, app;
    error = self::Error;
    clock = self::Virtual;
    concurrent;

    rail v3v3 { level = core; enable = self::on("v3v3")?; disable = self::off("v3v3"); ramp = 5ms; }
    rail vlcd {
        level = core; after = [&v3v3];
        enable = self::on("vlcd")?; disable = self::off("vlcd");
        good = self::good("vlcd"); good_after = 2ms; timeout = 20ms;
    }

    clocks: self::Part { level = core; init = self::Part::new("clocks", 1_000)?; deinit = this.stop(); }
    bus: self::Part { level = core; init = self::Part::start("bus", 2_000).await?; deinit = this.stop(); }

    imu: self::Part {
        level = device; power = &v3v3;
        init = self::Part::talk(&bus, "imu", 3_000).await?; deinit = this.stop();
    }
    baro: self::Part { level = device; init = self::Part::talk(&bus, "baro", 4_000).await?; deinit = this.stop(); }
    rtc: self::Part { level = device; init = self::Part::peek(&bus, "rtc")?; deinit = this.stop(); }
    lcd: self::Part {
        level = device; power = &vlcd;
        init = self::Part::start("lcd", 20_000).await?; deinit = this.stop();
    }
    noise: self::Part {
        level = device; optional;
        init = self::Part::start("noise", 500).await?; deinit = this.stop();
    }
    filter: self::Part { level = device; optional; depends = [&noise]; init = self::Part::new("filter", 10)?; deinit = this.stop(); }

    ui: self::Part { level = app; init = self::Part::new("ui", 100)?; deinit = this.stop(); }
    log: self::Part { level = app; priority = 200; init = self::Part::start("log", 100).await?; deinit = this.stop(); }
}
