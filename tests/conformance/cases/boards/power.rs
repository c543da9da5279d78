//! Rails of every kind.

use crate::cases::clock::Fake;
use crate::cases::drivers::{Driver, Error, rail};
use crate::cases::trace;

type Load = Driver<()>;

bringup::board! {
    pub(crate) board power;
    error = Error;
    clock = Fake;

    rail vbat { always_on; }
    rail vsys {
        from = &vbat; ramp = 2ms;
        enable = rail("vsys", true)?; disable = rail("vsys", false)?;
    }
    /// The bootloader has switched it on.
    rail vcore { boot_on; enable = rail("vcore", true)?; disable = rail("vcore", false)?; }
    /// Behind a chip, which takes half a millisecond to let go of it.
    rail vled {
        from = &vsys; control = &pmic; off_delay = 500us;
        enable = { (&mut pmic).touch(); rail("vled", true)? };
        disable = { (&mut pmic).touch(); rail("vled", false)? };
    }

    cpu: Load { power = &vcore; init = Driver::open("cpu", ())?; }
    rtc: Load { power = &vbat; init = Driver::open("rtc", ())?; }
    pmic: Load { power = &vsys; init = Driver::open("pmic", ())?; }
    red: Load { power = &vled; init = Driver::open("red", ())?; deinit = this.close()?; }
    green: Load { power = &vled; init = Driver::open("green", ())?; deinit = this.close()?; }
    blue: Load { init_skip; init = { (&mut pmic).touch(); Driver::open("blue", ())? }; }
    radio: Load { init_skip; power = &vcore; init = Driver::open("radio", ())?; deinit = this.close()?; }
}

pub(crate) fn fresh() -> power::Fresh {
    trace::was_up("vcore");
    power::Fresh::take(power::Inputs {}).expect("one case, one board")
}

pub(crate) fn booted() -> power::Board {
    let board = fresh().boot().expect("nothing fails").into_board();
    trace::expect(UP);
    board
}

pub(crate) const UP: &str = "+vsys +cpu +rtc w2000 +pmic *pmic +vled +red +green";
pub(crate) const DOWN: &str = "-green -red *pmic -vled -pmic -rtc -cpu -vsys";
