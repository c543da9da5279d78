//! A field that is only reached through `Deref` belongs to someone else.

struct Peripherals {
    uart: Uart,
}
struct Uart;

bringup::board! {
    board hub;
    input p: &'static Peripherals;
    uart: Uart { init = p.uart; }
}

fn main() {}
