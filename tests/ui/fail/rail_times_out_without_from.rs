//! A rail with `good` can time out, which the board's error must be able to say.

pub enum Error {
    NoAnswer,
}

pub struct Clock;

impl bringup::Clock for Clock {
    fn now() -> u32 {
        0
    }
}

fn power_good() -> Result<bool, Error> {
    Err(Error::NoAnswer)
}

bringup::board! {
    board hub;
    error = crate::Error;
    clock = crate::Clock;

    rail v3v3 { enable = (); disable = (); good = power_good()?; timeout = 5ms; }
    led { power = &v3v3; init = (); }
}

fn main() {}
