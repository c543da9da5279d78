//! A blocking board: two buses, devices on a shared rail that hangs on another, deferred nodes.

use crate::cases::drivers::{Bus, Driver, Error, Part, mounted, rail};
use bringup::Dev;

pub(crate) struct Parts {
    i2c: Part,
    spi: Part,
    lcd: Part,
    gps: Part,
}

type OnBus = Driver<Dev<Bus>>;

bringup::board! {
    pub(crate) board hub;
    levels core, bus, device;
    error = Error;
    input p: Parts;

    rail v3v3 { enable = rail("v3v3", true)?; disable = rail("v3v3", false)?; }
    rail vio { from = &v3v3; enable = rail("vio", true)?; disable = rail("vio", false)?; }
    rail vgps { enable = rail("vgps", true)?; disable = rail("vgps", false)?; }

    clocks: Driver<()> { level = core; init = Driver::open("clocks", ())?; }
    i2c: Bus @ 0x4000_5400 {
        level = bus;
        init (p.i2c) = Driver::attempt("i2c", p.i2c)?;
        deinit (p.i2c) = this.try_release()?;

        /// Accelerometer.
        imu: OnBus @ 0x68 {
            level = device; power = &vio;
            odr = 200Hz;
            init = Driver::open("imu", &i2c)?;
            deinit = this.close()?;
        }
        baro: OnBus @ 0x76 { level = device; power = &vio; init = Driver::open("baro", &i2c)?; deinit = this.close()?; }
        /// Read once, over a bus that nobody else uses meanwhile.
        rom: Driver<()> @ 0x50 {
            level = device; init_skip;
            init = { (&mut i2c).touch(); Driver::open("rom", ())? };
            deinit = this.close()?;
        }
        gps: Driver<(Part, Dev<Bus>)> @ 0x42 {
            level = device; power = &vgps; init_skip;
            init (p.gps) = mounted("gps", p.gps, &i2c)?;
            deinit (p.gps) = this.release().0;
        }
    }
    spi: Bus {
        level = bus; priority = 50;
        init (p.spi) = Driver::attempt("spi", p.spi)?;
        deinit (p.spi) = this.try_release()?;
    }
    lcd: Bus {
        level = device; power = &vio; depends = [&spi]; after = [&imu];
        init (p.lcd) = Driver::attempt("lcd", p.lcd)?;
        deinit (p.lcd) = this.try_release()?;
    }
}

/// The board as it leaves the factory.
pub(crate) fn fresh() -> hub::Fresh {
    let p = Parts { i2c: Part, spi: Part, lcd: Part, gps: Part };
    hub::Fresh::take(hub::Inputs { p }).expect("one case, one board")
}

/// Everything that boots is up and held by its level. The trace is empty.
pub(crate) fn booted() -> hub::Board {
    let board = fresh().boot().expect("nothing fails").into_board();
    crate::cases::trace::expect(UP);
    board
}

pub(crate) const ORDER: [&str; 8] = ["clocks", "spi", "i2c", "v3v3", "vio", "imu", "baro", "lcd"];
pub(crate) const UP: &str = "+clocks +spi +i2c +v3v3 +vio +imu +baro +lcd";
pub(crate) const DOWN: &str = "-lcd -baro -imu -vio -v3v3 -i2c -spi -clocks";
