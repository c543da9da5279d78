//! Deferred nodes that give their inputs back, lose them, or hand them back when they fail.

use crate::cases::clock::Fake;
use crate::cases::drivers::{Bus, Driver, Error, Pair, Part, pair, rail};

pub(crate) struct Parts {
    seal: Part,
    fuse: Part,
    flash: Part,
    left: Part,
    right: Part,
    boiler: Part,
    door: Part,
    line: Part,
}

bringup::board! {
    pub(crate) board depot;
    error = Error;
    clock = Fake;
    input p: Parts;
    input lens: Part;

    rail vlens { enable = rail("vlens", true)?; disable = rail("vlens", false)?; }
    base: Driver<()> { init = Driver::open("base", ())?; }
    /// Boots, and never again.
    seal: Bus { init = Driver::open("seal", p.seal)?; }

    /// Any number of times: gives its whole input back, also after a failure.
    camera: Bus {
        init_skip; power = &vlens;
        init (lens) = Driver::attempt("camera", lens)?;
        deinit (lens) = this.release();
    }
    /// Once, and on the same rail.
    #[allow(L0902)]
    flash: Bus { init_skip; power = &vlens; init = Driver::open("flash", p.flash)?; }
    /// Once.
    #[allow(L0902)]
    fuse: Bus { init_skip; init = Driver::open("fuse", p.fuse)?; }
    /// Needs what comes up once.
    alarm: Driver<()> { init_skip; depends = [&base, &fuse]; init = Driver::open("alarm", ())?; }
    /// Two inputs, handed back as a pair.
    motors: Driver<Pair> {
        init_skip;
        init (p.left, p.right) = pair("motors", p.left, p.right)?;
        deinit (p.left, p.right) = this.release();
    }
    /// Gives back what it went down with, but not what it failed with.
    boiler: Bus { init_skip; init = Driver::open("boiler", p.boiler)?; deinit (p.boiler) = this.release(); }
    /// Gives back unless that fails.
    door: Bus {
        init_skip;
        init (p.door) = Driver::attempt("door", p.door)?;
        deinit (p.door) = this.try_release()?;
    }
    /// Tries three times.
    line: Bus {
        init_skip; retry = 3; retry_delay = 1ms;
        init (p.line) = Driver::attempt("line", p.line)?;
        deinit (p.line) = this.release();
    }
}

pub(crate) fn fresh() -> depot::Fresh {
    let (seal, fuse, flash, left, right) = (Part, Part, Part, Part, Part);
    let p = Parts { seal, fuse, flash, left, right, boiler: Part, door: Part, line: Part };
    depot::Fresh::take(depot::Inputs { p, lens: Part }).expect("one case, one board")
}
