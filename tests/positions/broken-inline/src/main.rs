#[path = "../../drivers.rs"]
mod drivers;

use bringup::{Dev, board};

board! {
    board hub;
    error = crate::drivers::Error;
    input p: drivers::Peripherals;

    clocks: drivers::Clocks { init = drivers::Clocks::new(); level = core; }
    i2c1: drivers::I2c {
        init = drivers::I2c::new(p.i2c1, p.scl, &mut clocks, 400kHz)?;
        ramp = 5parsecs;

        imu: drivers::Imu<Dev<drivers::I2c>> @ 0x68 {
            init = drivers::Imu::new(&i2c1, self.adress)?
        }
    }
}

fn main() {
    let p = drivers::Peripherals { i2c1: drivers::I2c1, scl: drivers::Pin };
    let Some(fresh) = hub::Fresh::take(hub::Inputs { p }) else { return };
    if let Ok(mut running) = fresh.boot() {
        let _ = running.imu();
    }
}
