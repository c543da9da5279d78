//! Rails that settle: a board that blocks, and one that awaits.

use crate::cases::clock::{Fake, pass};
use crate::cases::drivers::{Driver, Error, ask, good, rail, rail_up};
use crate::cases::trace;

type Load = Driver<()>;

bringup::board! {
    pub(crate) board settling;
    levels bus, device;
    error = Error;
    clock = Fake;

    /// On at reset.
    rail vkeep { boot_on; ramp = 4ms; enable = rail("vkeep", true)?; disable = rail("vkeep", false)?; }
    rail vsys { ramp = 2ms; enable = rail("vsys", true)?; disable = rail("vsys", false)?; }
    rail vcam {
        from = &vsys; ramp = 5ms; off_delay = 1ms;
        enable = rail("vcam", true)?; disable = rail("vcam", false)?;
    }
    rail vio { from = &vsys; ramp = 3ms; enable = rail("vio", true)?; disable = rail("vio", false)?; }
    rail vref {
        from = &vsys; good = good("vref", "watch")?; good_after = 500us; timeout = 800us;
        enable = rail("vref", true)?; disable = rail("vref", false)?;
    }
    /// Goes up with its level, and before `vtail`.
    rail vhead { level = bus; ramp = 2500us; enable = rail("vhead", true)?; disable = rail("vhead", false)?; }
    rail vtail { after = [&vhead]; ramp = 100us; enable = rail("vtail", true)?; disable = rail("vtail", false)?; }
    rail vcard {
        good = good("vcard", "slot")?; timeout = 150us;
        enable = rail("vcard", true)?; disable = rail("vcard", false)?;
    }

    cpu: Load { level = bus; power = &vkeep; init = Driver::open("cpu", ())?; deinit = this.close()?; }
    display: Load {
        level = bus; time = 1500us;
        init = { pass(1_500); Driver::open("display", ())? };
        deinit = this.close()?;
    }
    pmic: Load { level = bus; power = &vsys; init = Driver::open("pmic", ())?; deinit = this.close()?; }
    camera: Load {
        level = device; power a = &vcam; power b = &vio;
        init = Driver::open("camera", ())?; deinit = this.close()?;
    }
    imu: Load {
        level = device; power = &vio; time = 400us;
        init = { pass(400); Driver::open("imu", ())? };
        deinit = this.close()?;
    }
    adc: Load { level = device; power = &vref; init = Driver::open("adc", ())?; deinit = this.close()?; }
    lens: Load { level = device; power = &vtail; init_skip; init = Driver::open("lens", ())?; deinit = this.close()?; }
    both: Load {
        level = device; power a = &vtail; power b = &vhead; init_skip;
        init = Driver::open("both", ())?; deinit = this.close()?;
    }
    card: Load { level = device; optional; power = &vcard; init = Driver::open("card", ())?; deinit = this.close()?; }
}

pub(crate) fn fresh() -> settling::Fresh {
    trace::was_up("vkeep");
    settling::Fresh::take(settling::Inputs {}).expect("one case, one board")
}

pub(crate) fn booted() -> settling::Board {
    let board = fresh().boot().expect("nothing fails").into_board();
    trace::expect(UP);
    board
}

pub(crate) const UP: &str =
    "+vsys +vhead +cpu +display w500 +pmic +vcam +vio +vref +vcard +card w500 +adc w2500 +imu w1600 +camera";
pub(crate) const DOWN: &str = "-camera -imu -adc -card -vcard -vref -vio -vcam -pmic -display -cpu -vhead -vsys";

bringup::board! {
    pub(crate) board dozing;
    error = Error;
    clock = Fake;

    rail vsys { ramp = 2ms; enable = rail_up("vsys").await?; disable = rail("vsys", false)?; }
    rail vref {
        from = &vsys; good = ask("vref", "watch").await?; ramp = 500us; timeout = 800us;
        enable = rail("vref", true)?; disable = rail("vref", false)?;
    }
    clocks: Load { init = Driver::open("clocks", ())?; deinit = this.close()?; }
    adc: Load { power = &vref; init = Driver::open("adc", ())?; deinit = this.close()?; }
}

pub(crate) fn dozing() -> dozing::Fresh {
    dozing::Fresh::take(dozing::Inputs {}).expect("one case, one board")
}
