//! A field can be claimed only if the input may be taken apart.

struct Peripherals {
    uart: Uart,
    i2c: I2c,
}
struct Uart;
struct I2c;

impl Drop for Peripherals {
    fn drop(&mut self) {}
}

bringup::board! {
    board hub;
    input p: Peripherals;
    uart: (Uart, I2c) { init = (p.uart, p.i2c); }
}

fn main() {}
