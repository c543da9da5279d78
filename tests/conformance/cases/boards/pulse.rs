//! A board whose handles go to interrupt handlers.

use crate::cases::drivers::{Bus, Driver, Error, Part};
use crate::cases::trace;
use bringup::{Atomic, Dev, Irq};

/// Counts interrupts.
pub(crate) struct Counter(pub(crate) u32);

impl Counter {
    fn start() -> Result<Self, Error> {
        trace::up("ticks");
        Ok(Counter(0))
    }

    fn stop(self) {
        trace::down('-', "ticks");
    }
}

/// Looks at the counter.
pub(crate) struct Watch(Irq<Counter>);

impl Watch {
    pub(crate) fn seen(&self) -> Option<u32> {
        self.0.with(|counter| counter.0).ok()
    }
}

bringup::board! {
    pub(crate) board pulse;
    share = atomic;
    error = Error;
    input bus: Part;

    i2c: Bus { init (bus) = Driver::attempt("i2c", bus)?; deinit (bus) = this.release(); }
    imu: Driver<Dev<Bus, Atomic>> { init = Driver::open("imu", &i2c)?; deinit = this.close()?; }
    ticks: Counter { irq; init = Counter::start()?; deinit = this.stop(); }
    watch: Watch { init_skip; init = Watch(&ticks); }
}

pub(crate) fn board() -> pulse::Board {
    pulse::Fresh::take(pulse::Inputs { bus: Part }).expect("one case, one board").dynamic()
}
