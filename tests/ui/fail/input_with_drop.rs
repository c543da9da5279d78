//! A field can be claimed only if the input may be taken apart.

struct Peripherals {
    uart: u8,
    i2c: u8,
}

impl Drop for Peripherals {
    fn drop(&mut self) {}
}

bringup::board! {
    board hub;
    input p: Peripherals;
    uart: u8 { init = p.uart + p.i2c; }
}

fn main() {}
