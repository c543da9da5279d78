//! A board that awaits.

use crate::cases::drivers::{Bus, Driver, Error, Part, rail, rail_up};
use bringup::Dev;

pub(crate) struct Parts {
    i2c: Part,
    lcd: Part,
}

bringup::board! {
    pub(crate) board waiting;
    levels bus, device;
    error = Error;
    input p: Parts;

    rail vimu { enable = rail_up("vimu").await?; disable = rail("vimu", false)?; }
    clocks: Driver<()> { level = bus; init = Driver::open("clocks", ())?; }
    i2c: Bus {
        level = bus;
        init (p.i2c) = Driver::start("i2c", p.i2c).await?;
        deinit (p.i2c) = this.release();
        imu: Driver<Dev<Bus>> @ 0x68 {
            level = device; power = &vimu;
            init = Driver::start("imu", &i2c).await.map_err(|(error, _)| error)?;
            deinit = this.close()?;
        }
        gps: Driver<Dev<Bus>> @ 0x42 {
            level = device; power = &vimu; init_skip;
            init = Driver::start("gps", &i2c).await.map_err(|(error, _)| error)?;
            deinit = this.close()?;
        }
    }
    lcd: Bus {
        level = device;
        init (p.lcd) = Driver::start("lcd", p.lcd).await?;
        deinit (p.lcd) = this.release();
    }
}

pub(crate) fn fresh() -> waiting::Fresh {
    waiting::Fresh::take(waiting::Inputs { p: Parts { i2c: Part, lcd: Part } }).expect("one case, one board")
}

pub(crate) const UP: &str = "+clocks +i2c +vimu +imu +lcd";
pub(crate) const DOWN: &str = "-lcd -imu -vimu -i2c -clocks";
