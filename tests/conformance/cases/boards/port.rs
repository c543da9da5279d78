//! The init list of a port, kept by hand and as a board.

use crate::cases::drivers::{Driver, Error};

type Service = Driver<()>;

macro_rules! port {
    ($name:ident $($more:tt)*) => {
        bringup::board! {
            pub(crate) board $name;
            levels driver, service;
            error = Error;

            servo: Service { level = driver; priority = 70; init = Driver::open("servo", ())?; }
            usb: Service { level = driver; priority = 60; init = Driver::open("usb", ())?; }
            readline: Service { level = driver; priority = 10; init = Driver::open("readline", ())?; }
            timer: Service { level = driver; priority = 50; init = Driver::open("timer", ())?; }
            pin: Service { level = driver; priority = 20; init = Driver::open("pin", ())?; }
            extint: Service { level = driver; priority = 30; init = Driver::open("extint", ())?; }
            pyb_i2c: Service { level = driver; priority = 40; init = Driver::open("pyb_i2c", ())?; }
            scripts: Service { level = service; priority = 20; init = Driver::open("scripts", ())?; }
            vfs: Service { level = service; priority = 10; init = Driver::open("vfs", ())?; }
            repl: Service { level = service; priority = 30; init = Driver::open("repl", ())?; }
            $($more)*
        }
    };
}

port!(port);
port!(port_with_can can: Service { level = driver; priority = 45; init = Driver::open("can", ())?; });

/// What `main` of the port calls, in this order.
pub(crate) const LIST: [&str; 10] =
    ["readline", "pin", "extint", "pyb_i2c", "timer", "usb", "servo", "vfs", "scripts", "repl"];
