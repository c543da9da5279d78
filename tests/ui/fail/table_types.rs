//! The functions of a table stand in it as they are.

pub struct Error;
pub struct Other;

impl From<Other> for Error {
    fn from(_: Other) -> Self {
        Error
    }
}

fn on() -> Result<(), Error> {
    Ok(())
}

fn with_another_error() -> Result<(), Other> {
    Ok(())
}

fn off() {}

fn that_says_something() -> u8 {
    0
}

bringup::board! {
    board relays;
    error = crate::Error;
    codegen = table;

    pump { init = on()?; deinit = off(); }
    valve { init = with_another_error()?; deinit = off(); }
    fan { init = on()?; deinit = that_says_something(); }
}

fn main() {}
