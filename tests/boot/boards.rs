//! Two boards of the same parts, one blocking and one async, one with tables, and drivers that say what they do and fail on request.

use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::task::{Context, Poll, Waker};

/// A claimed part.
pub(crate) struct Part;

/// What the firmware hands over.
pub(crate) struct Peripherals {
    i2c: Part,
    spi: Part,
    lcd: Part,
}

pub(crate) fn peripherals() -> Peripherals {
    Peripherals { i2c: Part, spi: Part, lcd: Part }
}

/// The one thing that goes wrong.
#[derive(Debug)]
pub(crate) enum Error {
    /// On request.
    NoAnswer = 1,
    /// A rail was not good in time.
    Timeout,
}

impl From<bringup::Timeout> for Error {
    fn from(_: bringup::Timeout) -> Self {
        Error::Timeout
    }
}

/// A driver that traces itself; what it is made of only shows that claims, lends and shared handles arrive.
pub(crate) struct Driver<T>(&'static str, T);

thread_local! {
    static FAIL: RefCell<(String, String)> = RefCell::default();
}

/// From now on `label` (or `panic:label`) fails to come up, and `down` fails to go down.
pub(crate) fn inject(label: &str, down: Option<&str>) {
    FAIL.with(|fail| *fail.borrow_mut() = (label.to_owned(), down.unwrap_or_default().to_owned()));
}

/// What goes wrong on the way up.
pub(crate) fn fault() -> String {
    FAIL.with(|fail| fail.borrow().0.clone())
}

fn up(label: &'static str) -> Result<(), Error> {
    let fail = fault();
    if fail == format!("panic:{label}") {
        panic!("{label} panics on request");
    }
    if fail == label {
        println!("> !{label}");
        return Err(Error::NoAnswer);
    }
    println!("> +{label}");
    Ok(())
}

fn down(label: &str) -> Result<(), Error> {
    if FAIL.with(|fail| fail.borrow().1 == label) {
        println!("> ?{label}");
        return Err(Error::NoAnswer);
    }
    println!("> -{label}");
    Ok(())
}

impl<T> Driver<T> {
    pub(crate) fn new(label: &'static str, with: T) -> Result<Self, Error> {
        up(label).map(|()| Driver(label, with))
    }

    pub(crate) async fn start(label: &'static str, with: T) -> Result<Self, Error> {
        Pending::new(label).await;
        Driver::new(label, with)
    }

    pub(crate) fn release(self) -> T {
        println!("> -{}", self.0);
        self.1
    }

    pub(crate) fn close(self) -> Result<(), Error> {
        down(self.0)
    }

    pub(crate) fn touch(&mut self) -> &mut Self {
        self
    }
}

/// Not ready the first time; says so when it is dropped before it was.
pub(crate) struct Pending(&'static str, bool);

impl Pending {
    pub(crate) fn new(label: &'static str) -> Self {
        Pending(label, false)
    }
}

impl Future for Pending {
    type Output = ();

    fn poll(mut self: std::pin::Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.1, true) {
            self.0 = "";
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        if !self.0.is_empty() {
            println!("> ~{}", self.0);
        }
    }
}

pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}

/// Polls so often, and drops it. Whether it was still pending.
pub(crate) fn poll_and_drop<F: Future>(future: F, polls: usize) -> bool {
    let mut future = pin!(future);
    (0..polls).all(|_| future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending())
}

/// Whether a node prints anything: a group does not, nor does a rail that is on already.
pub(crate) fn is_traced(label: &str) -> bool {
    !matches!(label, "group" | "v5" | "vboot")
}

/// Whether it can be told to fail.
pub(crate) fn can_fail(label: &str) -> bool {
    is_traced(label) && label != "clocks"
}

/// Whether it prints when it goes down: `rtc` has nothing to take down.
pub(crate) fn goes_down(label: &str) -> bool {
    !matches!(label, "rtc" | "clocks")
}

/// Whether it awaits on the async board.
pub(crate) fn awaits(label: &str) -> bool {
    matches!(label, "i2c" | "imu" | "vlcd" | "lcd")
}

pub(crate) fn infallible(label: &'static str) -> u8 {
    println!("> +{label}");
    1
}

pub(crate) fn rail(label: &'static str, on: bool) -> Result<(), Error> {
    if on { up(label) } else { down(label) }
}

pub(crate) async fn rail_on(label: &'static str) -> Result<(), Error> {
    Pending::new(label).await;
    up(label)
}

type Bus = Driver<Part>;

macro_rules! board {
    ($name:ident, $new:ident [$($wait:tt)*], $on:ident [$($more:tt)*]) => {
        bringup::board! {
            pub(crate) board $name;
            levels core, bus, device;
            error = Error;
            input p: Peripherals;

            rail v5 { always_on; }
            rail vboot { boot_on; from = &v5; enable = rail("vboot", true)?; disable = rail("vboot", false)?; }
            rail v3v3 { from = &v5; enable = rail("v3v3", true)?; disable = rail("v3v3", false)?; }
            rail vlcd {
                from = &v3v3; control = &pmic;
                enable = { (&mut pmic).touch(); $on("vlcd" $($more)*) $($wait)* ? };
                disable = { (&mut pmic).touch(); rail("vlcd", false)? };
            }

            clocks: u8 { level = core; init = infallible("clocks"); }
            rtc { level = core; power = &vboot; init = up("rtc")?; }
            i2c: Bus {
                level = bus;
                init = Driver::$new("i2c", p.i2c) $($wait)* ?;
                deinit (p.i2c) = this.release();
                pmic: Driver<bringup::Dev<Bus>> @ 0x34 { level = bus; power = &v3v3; init = Driver::new("pmic", &i2c)?; deinit = this.close()?; }
                imu: Driver<bringup::Dev<Bus>> @ 0x68 { level = device; power = &vlcd; init = Driver::$new("imu", &i2c) $($wait)* ?; deinit = this.close()?; }
            }
            group { level = bus; depends = [&i2c]; }
            spi: Bus { level = bus; priority = 50; init = Driver::new("spi", p.spi)?; deinit (p.spi) = this.release(); }
            lcd: Driver<(Part, u8)> {
                level = device; power = &vlcd; depends = [&group, &spi]; after = [&imu];
                init = Driver::$new("lcd", (p.lcd, *&mut clocks)) $($wait)* ?;
                deinit (p.lcd) = this.release().0;
            }
            spare: u8 { level = device; init_skip; init = infallible("spare"); }
        }
    };
}

board!(blocking, new [], rail [, true]);
board!(waiting, start [.await], rail_on []);

/// Plain calls: what a table can bring up.
macro_rules! plain {
    ($($name:ident)*) => {
        $(pub(crate) mod $name {
            pub(crate) fn start() -> Result<(), super::Error> {
                super::up(stringify!($name))
            }

            pub(crate) fn stop() {
                println!(concat!("> -", stringify!($name)));
            }
        })*
    };
}
plain!(watchdog gpio v3v3 uart adc eeprom display keys);

pub(crate) mod rtc {
    pub(crate) fn start() -> Result<(), super::Error> {
        super::up("rtc")
    }
}

/// A microsecond passes whenever it is asked.
pub(crate) struct Ticks;

impl bringup::Clock for Ticks {
    fn now() -> u32 {
        static NOW: AtomicU32 = AtomicU32::new(0);
        NOW.fetch_add(1, Relaxed)
    }
}

bringup::board! {
    pub(crate) board tabled;
    levels core, bus, device;
    error = Error;
    clock = Ticks;
    codegen = table;
    input p: Peripherals;

    rail v3v3 {
        good_after = 1us; good = true; timeout = 1ms;
        enable = v3v3::start()?; disable = v3v3::stop();
    }

    watchdog { level = core; init = watchdog::start()?; deinit = watchdog::stop(); }
    rtc { level = core; init = self::rtc::start()?; }
    gpio { level = core; init = super::boards::gpio::start()?; deinit = super::boards::gpio::stop(); }
    i2c: Bus { level = bus; init = Driver::new("i2c", p.i2c)?; deinit (p.i2c) = this.release(); }
    uart { level = bus; init = uart::start()?; deinit = uart::stop(); }
    adc { level = bus; init = adc::start()?; deinit = adc::stop(); }
    eeprom { level = device; power = &v3v3; depends = [&i2c]; init = eeprom::start()?; deinit = eeprom::stop(); }
    display { level = device; init = display::start()?; deinit = display::stop(); }
    keys { level = device; init = crate::boards::keys::start()?; deinit = crate::boards::keys::stop(); }
    imu: Driver<bringup::Dev<Bus>> { level = device; init = Driver::new("imu", &i2c)?; deinit = this.close()?; }
}
